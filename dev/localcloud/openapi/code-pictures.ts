import { encode } from 'uqr'
import type { Fields, OpenAnswer, OpenContext, OpenInterface } from './open-context'
import { encodePalettePng } from './palette-png'
import { WechatError } from './wechat-error'

const least = 280
const most = 1280
const usual = 430
const quietModules = 4
/** `get` and `createQRCode` together; `getUnlimited` has no bound. */
const mostCounted = 100_000

/**
 * `wxacode.getUnlimited`: a code of a page and up to 32 characters of scene. The picture is a QR
 * code, which any camera reads, of `page?scene=…`, the scene as `encodeURIComponent` leaves it.
 * Source: the reference of `getUnlimitedQRCode` and its return codes.
 */
export const getUnlimitedCode: OpenInterface = (context, fields) => {
  const { scene, page, check_path: checkPath = true } = fields
  if (typeof scene !== 'string' || scene === '' || scene.length > 32) {
    throw new WechatError(40169, 'invalid length for scene, or the data is not json string')
  }
  if (!/^[\w!#$&'()*+,/:;=?@\-.~]+$/.test(scene)) throw new WechatError(40129, 'invalid scene')
  const path = page === undefined || page === '' ? homeOf(context) : page
  if (typeof path !== 'string' || /^\/|\?/.test(path)) throw new WechatError(41030, 'invalid page')
  const { pages } = context.declarations.read()
  if (checkPath !== false && pages !== undefined && !pages.includes(path)) {
    throw new WechatError(41030, 'invalid page')
  }
  return picture(`${path}?scene=${encodeURIComponent(scene)}`, fields)
}

/** `wxacode.get`: a code of a path with its parameters, 1,024 bytes at most. */
export const getCode: OpenInterface = (context, fields) => countedCode(context, fields, 1024)

/** `wxacode.createQRCode`: the square code, 128 bytes at most. */
export const createCode: OpenInterface = (context, fields) => countedCode(context, fields, 128)

async function countedCode(
  { used }: OpenContext,
  fields: Fields,
  mostBytes: number,
): Promise<OpenAnswer> {
  const { path } = fields
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > mostBytes) {
    throw new WechatError(40159, 'invalid length for path, or the data is not json string')
  }
  const count = used.get('codes')
  if (count >= mostCounted) throw new WechatError(45029, 'qrcode count out of limit')
  await used.set('codes', count + 1)
  return picture(path, fields)
}

function picture(text: string, fields: Fields): OpenAnswer {
  const { width = usual, is_hyaline: isHyaline, line_color: lineColor } = fields
  const asked = Number(width)
  const wide = Math.min(most, Math.max(least, Number.isFinite(asked) ? Math.round(asked) : usual))
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const modules = size + 2 * quietModules
  const dark = [...colourOf(lineColor), 255]
  const light = [255, 255, 255, isHyaline === true ? 0 : 255]
  const rgba = new Uint8Array(wide * wide * 4)
  for (let y = 0; y < wide; y += 1) {
    const row = data[Math.floor((y * modules) / wide) - quietModules]
    for (let x = 0; x < wide; x += 1) {
      const isDark = row?.[Math.floor((x * modules) / wide) - quietModules] === true
      rgba.set(isDark ? dark : light, (y * wide + x) * 4)
    }
  }
  const bytes = encodePalettePng({ width: wide, height: wide, rgba }, 2)
  return { contentType: 'image/png', bytes }
}

function homeOf({ declarations }: OpenContext): string {
  return declarations.read().pages?.[0] ?? 'pages/index/index'
}

/** `{"r": "0", "g": "0", "b": "0"}`, decimal; black when it is anything else. */
function colourOf(colour: unknown): [number, number, number] {
  const read = (part: 'r' | 'g' | 'b'): number => {
    if (typeof colour !== 'object' || colour === null || !(part in colour)) return 0
    const value = Number(Object.entries(colour).find(([key]) => key === part)?.[1])
    return Number.isInteger(value) && value >= 0 && value <= 255 ? value : 0
  }
  return [read('r'), read('g'), read('b')]
}
