import { encode } from 'uqr'

/** Dark squares side by side, so that a code needs a third of the nodes. */
export interface DarkRun {
  row: number
  column: number
  length: number
}

export interface QrDrawing {
  /** Squares along one side, without the quiet border. */
  sideCount: number
  runs: DarkRun[]
}

/** The dark squares of the QR code for a text, row by row. */
export function qrDrawingOf(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  return { sideCount: size, runs: data.flatMap(runsOfRow) }
}

function runsOfRow(squares: boolean[], row: number): DarkRun[] {
  const runs: DarkRun[] = []
  squares.forEach((dark, column) => {
    if (!dark) return
    const last = runs.at(-1)
    if (last && last.column + last.length === column) last.length += 1
    else runs.push({ row, column, length: 1 })
  })
  return runs
}
