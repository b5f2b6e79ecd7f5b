import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One measured number; without a bound it only explains the others. */
export interface Figure {
  readonly what: string
  readonly measured: number
  readonly bound?: { readonly least: number } | { readonly most: number }
}

/** Prints the figures, writes them to `.cache/bench/<name>.json`, and says whether all hold. */
export function report(name: string, figures: readonly Figure[]): boolean {
  const rows = figures.map((figure) => ({
    what: figure.what,
    measured: rounded(figure.measured),
    bound: boundOf(figure),
    holds: figure.bound === undefined ? '' : isWithin(figure) ? 'yes' : 'NO',
  }))
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])))
  const folder = join(__dirname, '../../.cache/bench')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(rows, null, 2))
  return figures.every(isWithin)
}

function isWithin({ measured, bound }: Figure): boolean {
  if (bound === undefined) return true
  return 'least' in bound ? measured >= bound.least : measured <= bound.most
}

function boundOf({ bound }: Figure): string {
  if (bound === undefined) return ''
  return 'least' in bound ? `at least ${bound.least}` : `at most ${bound.most}`
}

function rounded(measured: number): number {
  return Math.abs(measured) < 10 ? Math.round(measured * 100) / 100 : Math.round(measured)
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
