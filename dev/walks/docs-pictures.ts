/**
 * Takes the README's pictures from the running demo shop. Run it by hand when pages have changed:
 * `node --import tsx dev/walks/docs-pictures.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { encodePalettePng } from '../localcloud/openapi/palette-png'
import { pixelsOf } from '../seed/pixels'
import { type Bench, dragScanner, holdPhone, openBench, openWorkbench } from './bench'
import { mallScenes } from './mall-scenes'
import { managerScenes } from './manager-scenes'
import { rewardDeskScenes } from './reward-desk-scenes'
import { arrive, type Scene } from './scene'
import { shopperScenes } from './shopper-scenes'
import { staffScenes } from './staff-scenes'

const NOW = '2026-11-21T02:00:00.000Z'
const COLOURS = 200
/** A reader of the README on a phone waits for all of them. */
const MAX_BYTES = 120 * 1024
const folder = join(__dirname, '../../docs/pictures')
const shown = [
  ...['home', 'code', 'mall', 'redemption', 'wallet', 'till-typed'],
  ...['manager-desk', 'reward-shelf'],
]
const scenes = [shopperScenes, mallScenes, staffScenes, managerScenes, rewardDeskScenes].flat()

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const bench = await openBench(NOW)
  await takeWorkbench(bench)
  for (const scene of scenes) {
    if (shown.includes(scene.name)) await takePage(scene, bench)
  }
  await bench.close()
}

/** In the middle of a purchase: the code on one phone, the till on the other. */
async function takeWorkbench(bench: Bench): Promise<void> {
  const { page } = await openWorkbench(bench)
  const shopper = holdPhone(page, 'demo-shopper-1')
  const clerk = holdPhone(page, 'demo-staff-1')
  await shopper.tap('.open-code')
  await shopper.see('.member-code')
  await dragScanner(page, 'demo-shopper-1')
  await clerk.see('.settle-confirm')
  for (const digit of '86') await clerk.tap(`.keypad-${digit}`)
  await clerk.see('.till-points')
  await page.waitForTimeout(1_000)
  await take(page, 'workbench')
  await page.close()
}

async function takePage(scene: Scene, bench: Bench): Promise<void> {
  const { page } = await arrive(scene, bench)
  await take(page, scene.name)
  await page.context().close()
}

async function take(page: Page, name: string): Promise<void> {
  const shot = await page.screenshot({ scale: 'css', animations: 'disabled' })
  const pixels = await pixelsOf(page, `data:image/png;base64,${shot.toString('base64')}`)
  const png = encodePalettePng(pixels, COLOURS)
  if (png.length > MAX_BYTES) throw new Error(`${name} takes ${png.length} bytes`)
  writeFileSync(join(folder, `${name}.png`), png)
}

takeAll().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
