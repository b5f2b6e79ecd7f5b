import { encode } from 'uqr'
import { qrDrawingOf } from './qr-runs'

describe('the drawing of a QR code', () => {
  it('has exactly the dark squares of the code', () => {
    const { data } = encode('123456789012345678', { ecc: 'M', border: 0 })
    const { sideCount, runs } = qrDrawingOf('123456789012345678')
    const drawn = Array.from({ length: sideCount }, () => Array<boolean>(sideCount).fill(false))
    for (const { row, column, length } of runs) drawn[row]?.fill(true, column, column + length)
    expect(drawn).toEqual(data)
  })

  it('joins what lies side by side', () => {
    const { runs } = qrDrawingOf('123456789012')
    for (const [place, run] of runs.entries()) {
      const next = runs[place + 1]
      if (next?.row === run.row) expect(next.column).toBeGreaterThan(run.column + run.length)
    }
  })
})
