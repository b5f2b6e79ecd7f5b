import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Shot } from './scene'
import type { Look } from './stories'

const COLUMNS = 12
const PICTURE_WIDTH_PX = 195

/** Writes every picture on its own, all of them on one sheet, and how long each page took. */
export async function layOutShots(
  browser: Browser,
  looks: readonly Look[],
  { folder, share }: { folder: string; share: string },
): Promise<string> {
  // Two processes that look at a half each write sheets of their own.
  const ending = share === '1/1' ? '' : `-${share.replace('/', '-of-')}`
  mkdirSync(folder, { recursive: true })
  const shots = looks.map(({ shot }) => shot)
  for (const { scene, light, dark } of shots) {
    writeFileSync(join(folder, `${scene.name}.png`), light)
    writeFileSync(join(folder, `${scene.name}-dark.png`), dark)
  }
  const times = looks.map(({ shot, ms }) => [shot.scene.name, Math.round(ms)])
  writeFileSync(
    join(folder, `milliseconds${ending}.json`),
    JSON.stringify(Object.fromEntries(times)),
  )
  const page = await browser.newPage({
    viewport: { width: COLUMNS * (PICTURE_WIDTH_PX + 16) + 16, height: 600 },
  })
  await page.setContent(sheetOf(shots))
  const file = join(folder, `contact-sheet${ending}.png`)
  await page.screenshot({ path: file, fullPage: true })
  await page.close()
  return file
}

function sheetOf(shots: readonly Shot[]): string {
  const figures = shots.flatMap(({ scene, light, dark }) => [
    figureOf(scene.title, light),
    figureOf(`${scene.title} · 深色`, dark),
  ])
  return `<!DOCTYPE html><meta charset="utf-8"><style>
    body { margin: 16px 8px; background: #d9d2c8; font: 13px/1.4 "Noto Sans CJK SC", sans-serif; }
    main { display: grid; grid-template-columns: repeat(${COLUMNS}, ${PICTURE_WIDTH_PX}px);
      gap: 16px; justify-content: center; }
    figure { margin: 0; } img { display: block; width: 100%; border-radius: 14px; }
    figcaption { padding: 4px 2px; color: #3b352f; }
  </style><main>${figures.join('')}</main>`
}

function figureOf(title: string, picture: Buffer): string {
  const source = `data:image/png;base64,${picture.toString('base64')}`
  return `<figure><img src="${source}" alt=""><figcaption>${title}</figcaption></figure>`
}
