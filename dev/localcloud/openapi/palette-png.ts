import { deflateSync } from 'node:zlib'

/** Pixels in rows, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/**
 * Encodes a flat drawing as a PNG with a palette, a quarter of the size of a true-colour one.
 * Source of the format: PNG specification, third edition, sections 5 and 11.
 */
export function encodePalettePng(pixels: Pixels, coloursCount: number): Buffer {
  const palette = paletteOf(pixels.rgba, coloursCount)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels.width, 0)
  header.writeUInt32BE(pixels.height, 4)
  // Eight bits a pixel, colour type 3: an index into the palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map(([, , , opacity]) => opacity))),
    chunk('IDAT', deflateSync(indexedRows(pixels, palette), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A colour that covers one pixel in 500 was drawn; a rarer one is the shade of an edge. */
const DRAWN_SHARE = 500

type Colour = readonly [red: number, green: number, blue: number, opacity: number]

/** The colours of the drawing itself, then the shades that soften its edges. */
function paletteOf(rgba: Uint8Array, coloursCount: number): Colour[] {
  const counts = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1])
  const areaPixels = rgba.length / 4 / DRAWN_SHARE
  const drawn = byCount.filter(([, count]) => count >= areaPixels).map(([key]) => colourOf(key))
  const edges = byCount.slice(drawn.length).map(([key]) => colourOf(key))
  const chosen = drawn.slice(0, coloursCount)
  // Near twins of a chosen colour would crowd out the other shades.
  for (const leastDistance of [2000, 600, 150, 0]) {
    for (const colour of edges) {
      if (chosen.length >= coloursCount) return chosen
      const isNew = chosen.every((other) => distanceOf(other, colour) > leastDistance)
      if (isNew) chosen.push(colour)
    }
  }
  return chosen
}

function indexedRows({ width, height, rgba }: Pixels, palette: readonly Colour[]): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  const nearest = new Map<number, number>()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const key = keyAt(rgba, (y * width + x) * 4)
      const index = nearest.get(key) ?? nearestIn(palette, colourOf(key))
      nearest.set(key, index)
      rows[y * (width + 1) + x + 1] = index
    }
  }
  return rows
}

function nearestIn(palette: readonly Colour[], colour: Colour): number {
  let best = 0
  let bestDistance = Number.POSITIVE_INFINITY
  for (const [index, other] of palette.entries()) {
    const distance = distanceOf(other, colour)
    if (distance < bestDistance) {
      best = index
      bestDistance = distance
    }
  }
  return best
}

function keyAt(rgba: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0, opacity = 0] = rgba.subarray(at, at + 4)
  return opacity === 0 ? 0 : ((red * 256 + green) * 256 + blue) * 256 + opacity
}

function colourOf(key: number): Colour {
  const byte = (shift: number) => Math.floor(key / 256 ** shift) % 256
  return [byte(3), byte(2), byte(1), byte(0)]
}

function distanceOf(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 + (a[3] - b[3]) ** 2
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(checksumOf(body), body.length + 4)
  return framed
}

/** CRC-32 as PNG asks for it. */
function checksumOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
