import fc from 'fast-check'
import { fileTextOf, MAX_FILE_BYTES, MAX_PIECE_BYTES } from './file-bytes'

const utf16 = (text: string, order: 'little' | 'big') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(order === 'little' ? bytes : bytes.swap16())
}
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const whole = fc.string({ unit: 'binary', maxLength: 200 })

describe('the bytes of a file', () => {
  it('are UTF-8 letter by letter, whatever letters these are', () => {
    fc.assert(
      fc.property(whole, (text) => {
        expect(fileTextOf(new TextEncoder().encode(text))).toEqual({
          ok: true,
          value: { is: 'text', text },
        })
      }),
    )
  })

  it.each(['little', 'big'] as const)('are UTF-16 where they say so (%s end first)', (order) => {
    fc.assert(
      fc.property(whole, (text) => {
        expect(fileTextOf(utf16(text, order))).toEqual({ ok: true, value: { is: 'text', text } })
      }),
    )
  })

  it('are read as UTF-8 exactly where they are right', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        if ((bytes[0] ?? 0) >= 0xfe) return
        const isRight = (() => {
          try {
            return strict.decode(bytes) !== null
          } catch {
            return false
          }
        })()
        expect(fileTextOf(bytes)).toMatchObject({ value: { is: isRight ? 'text' : 'pieces' } })
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])('are a workbook of Excel as it saves %s', (_name, bytes) => {
    expect(fileTextOf(new Uint8Array(bytes))).toEqual({ ok: false, code: 'IMPORT_WORKBOOK' })
  })

  it('of another kind go in pieces that end with a line, and are all there', () => {
    // 门店, in GB18030.
    const row = [0xc3, 0xc5, 0xb5, 0xea, 0x0d, 0x0a]
    const bytes = new Uint8Array(Array.from({ length: 20_000 }, () => row).flat())
    const pieces = piecesOf(bytes)
    expect(pieces.length).toBe(Math.ceil(bytes.length / MAX_PIECE_BYTES))
    expect(pieces.every((piece) => piece.length <= MAX_PIECE_BYTES && piece.at(-1) === 0x0a)).toBe(
      true,
    )
    expect(Buffer.concat(pieces).equals(Buffer.from(bytes))).toBe(true)
  })

  it('without a line end are cut all the same', () => {
    const pieces = piecesOf(new Uint8Array(MAX_PIECE_BYTES + 1).fill(0xc3))
    expect(pieces.map(({ length }) => length)).toEqual([MAX_PIECE_BYTES, 1])
  })

  it('are not read beyond what ten thousand rows may have', () => {
    expect(fileTextOf(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      code: 'IMPORT_TOO_LARGE',
    })
  })
})

function piecesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const read = fileTextOf(bytes)
  return read.ok && read.value.is === 'pieces' ? read.value.pieces : []
}
