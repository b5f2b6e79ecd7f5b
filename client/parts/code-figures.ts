import CODE128C from 'jsbarcode/bin/barcodes/CODE128/CODE128C.js'
import { encode } from 'uqr'

/** White modules around a figure; readers need four around a QR code (ISO 18004). */
const QUIET_MODULES = 4
const BAR_QUIET_MODULES = 10

/**
 * Codes are drawn on the phone as one picture each: no server sees them, no canvas has to be
 * ready, and the page holds one node instead of hundreds. Always black on white, also at night.
 */
export function qrFigure(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const rows = data.map((row, y) => barsOf(row, { y: y + QUIET_MODULES, quiet: QUIET_MODULES }))
  const side = size + QUIET_MODULES * 2
  return picture(rows.join(''), { width: side, height: side })
}

/** CODE 128, set C: two digits a symbol. It takes an even number of digits. */
export function barFigure(digits: string): string {
  const modules = new CODE128C(digits, {}).encode().data
  const row = Array.from(modules, (module) => module === '1')
  const width = row.length + BAR_QUIET_MODULES * 2
  return picture(barsOf(row, { y: 0, quiet: BAR_QUIET_MODULES }), { width, height: 1 })
}

/** One row of modules as path commands, black neighbours joined so that no seam shows. */
function barsOf(row: readonly boolean[], place: { y: number; quiet: number }): string {
  let path = ''
  let start = -1
  for (let x = 0; x <= row.length; x += 1) {
    const black = row[x] ?? false
    if (black && start < 0) start = x
    if (black || start < 0) continue
    path += `M${start + place.quiet} ${place.y}h${x - start}v1h${start - x}z`
    start = -1
  }
  return path
}

function picture(path: string, size: { width: number; height: number }): string {
  const { width, height } = size
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width * 8}" height="${height * 8}" preserveAspectRatio="none" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${width}v${height}H0z"/>` +
    `<path fill="#000" d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
