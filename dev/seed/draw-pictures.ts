/**
 * Draws the shop's pictures: each `pictures/*.svg` becomes a small PNG of the mini-program, since
 * tab icons and `Image` on WeChat take no SVG; those of rewards lie in the demo shop's storage. Run
 * it by hand after changing a drawing: `node --import tsx dev/seed/draw-pictures.ts`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { encodePalettePng, type Pixels } from '../localcloud/openapi/palette-png'
import { pixelsOf } from './pixels'

const SOURCES = join(__dirname, 'pictures')
const ASSETS = join(__dirname, '../../client/assets')
const PHOTOS = join(__dirname, 'photos')
const MAX_BYTES = 6 * 1024
/** Of what is drawn for the storage: as wide as a page shows it. */
const PHOTO_PIXELS = 750
const MAX_PHOTO_BYTES = 24 * 1024
const COLOURS = 48

async function drawAll(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  const page = await browser.newPage()
  for (const file of readdirSync(SOURCES)) {
    const png = encodePalettePng(await drawOne(page, join(SOURCES, file)), COLOURS)
    const target = targetOf(file.replace('.svg', ''))
    const mostBytes = target.startsWith(PHOTOS) ? MAX_PHOTO_BYTES : MAX_BYTES
    if (png.length > mostBytes) throw new Error(`${file} takes ${png.length} bytes: simplify it`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, png)
    console.log(`${png.length} bytes  ${target}`)
  }
  await browser.close()
}

function drawOne(page: Page, path: string): Promise<Pixels> {
  const drawn = readFileSync(path, 'utf8')
  const isPhoto = targetOf(basename(path, '.svg')).startsWith(PHOTOS)
  const wide = `width="${PHOTO_PIXELS}" height="${PHOTO_PIXELS}"`
  const svg = isPhoto ? drawn.replace(/width="\d+" height="\d+"/, wide) : drawn
  const source = Buffer.from(svg).toString('base64')
  return pixelsOf(page, `data:image/svg+xml;base64,${source}`)
}

/** `tab-home-on` belongs to the tab bar, `empty` to every page, the rest are rewards' photos. */
function targetOf(name: string): string {
  if (name.startsWith('tab-')) return join(ASSETS, 'tabs', `${name.slice('tab-'.length)}.png`)
  return name === 'empty' ? join(ASSETS, 'empty.png') : join(PHOTOS, `${name}.png`)
}

drawAll().catch((fault) => {
  console.error(fault)
  process.exitCode = 1
})
