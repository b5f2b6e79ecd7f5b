import { inflateSync } from 'node:zlib'
import { encodePalettePng } from './palette-png'

const red = [200, 64, 28, 255]
const clear = [0, 0, 0, 0]

describe('a palette PNG', () => {
  const png = encodePalettePng(
    { width: 2, height: 2, rgba: Uint8Array.from([...red, ...clear, ...clear, ...red]) },
    8,
  )

  it('names its size and that its pixels are indexes into a palette', () => {
    expect(png.readUInt32BE(16)).toBe(2)
    expect(png.readUInt32BE(20)).toBe(2)
    expect(png[25]).toBe(3)
  })

  it('keeps every drawn colour, the clear one too, and each pixel in its place', () => {
    const palette = partOf(png, 'PLTE')
    const opacities = partOf(png, 'tRNS')
    const rows = inflateSync(partOf(png, 'IDAT'))
    const indexes = [rows[1], rows[2], rows[4], rows[5]].map((index) => index ?? -1)
    const drawn = indexes.map((index) => [
      ...palette.subarray(index * 3, index * 3 + 3),
      opacities[index],
    ])
    expect(drawn).toEqual([red, clear, clear, red])
  })

  it('takes the nearest colour when there are more colours than the palette holds', () => {
    const rgba = Uint8Array.from([...red, ...red, ...red, 201, 65, 28, 255])
    const small = encodePalettePng({ width: 4, height: 1, rgba }, 1)
    expect([...partOf(small, 'PLTE')]).toEqual(red.slice(0, 3))
    expect([...inflateSync(partOf(small, 'IDAT'))]).toEqual([0, 0, 0, 0, 0])
  })
})

function partOf(png: Buffer, name: string): Buffer {
  const at = png.indexOf(name, 0, 'latin1')
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}
