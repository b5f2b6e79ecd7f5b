/** Rows as a file: comma-separated, or a spreadsheet. No cell of either is ever a formula. */
import writeXlsxFile from 'write-excel-file/node'
import { type Cell, safeText, toCsv } from '../../shared/csv-writing'
import { plainYuan } from '../../shared/yuan'

export type Format = 'csv' | 'xlsx'

export async function fileOf(rows: readonly (readonly Cell[])[], format: Format): Promise<string> {
  if (format === 'csv') return Buffer.from(toCsv(rows), 'utf8').toString('base64')
  const cells = rows.map((row) => row.map(cellOf))
  const file = await writeXlsxFile(cells).toBuffer()
  return file.toString('base64')
}

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { type: Number, value: cell }
  if (typeof cell === 'object') {
    return { type: Number, value: Number(plainYuan(cell.fen)), format: '0.00' }
  }
  return { type: String, value: safeText(cell) }
}
