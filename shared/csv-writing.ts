/**
 * Comma-separated values that any spreadsheet reads as they are meant: a byte order mark, so that
 * Chinese stays Chinese, and no cell that a spreadsheet would take for a formula.
 */
import { formatYuan } from './yuan'

export type Cell = string | number | { readonly fen: number }

export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  // Without the sign of the currency a spreadsheet can go on with it, below zero too.
  if (typeof cell === 'object') return formatYuan(cell.fen).replace('¥', '')
  const safe = safeText(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What begins like a formula gets an apostrophe, which a spreadsheet takes for "this is text". */
export function safeText(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
}
