import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf, sdkVersions } from '../fixtures/wechat'

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeAll(async () => {
  test = await startTestCloud()
  ask = callerOf(test.cloud)
})

afterAll(() => test.end())

describe('a code', () => {
  const unlimited = (data: object, sdk?: string) =>
    ask('openapi.wxacode.getUnlimited', data, { sdk })

  it.each(sdkVersions)('is a picture that a camera reads, by %s', async (sdk) => {
    const { answer } = await unlimited({ scene: 's=1&x', page: 'a/b', checkPath: false }, sdk)
    expect(answer).toMatchObject({ contentType: 'image/png' })
    const { width, dark } = readPng(Buffer.from(String(answer?.buffer), 'base64'))
    expect(width).toBe(430)
    const { data, size } = encode('a/b?scene=s%3D1%26x', { ecc: 'M', border: 0 })
    const read = (n: number): number => Math.floor(((n + 4.5) * width) / (size + 8))
    const seen = data.map((row, y) => row.map((_dark, x) => dark(read(x), read(y))))
    expect(seen).toEqual(data)
  })

  it.each([
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['no scene', {}, 40169],
    ['a scene in Chinese', { scene: '门店' }, 40129],
    ['a page with parameters', { scene: 's', page: 'a/b?x=1' }, 41030],
    ['a page that is not there', { scene: 's', page: 'no/where' }, 41030],
  ])('refuses %s', async (_what, data, errCode) => {
    await post(test.cloud, '/openapi/declarations', { body: { pages: ['a/b'] } })
    expect((await unlimited(data)).errCode).toBe(errCode)
  })

  it('of a path takes 1,024 bytes, the square one 128', async () => {
    const path = `a/b?x=${'1'.repeat(200)}`
    expect((await ask('openapi.wxacode.get', { path })).answer).toMatchObject({ errCode: 0 })
    expect((await ask('openapi.wxacode.createQRCode', { path })).errCode).toBe(40159)
  })
})

/** Reads a palette PNG of two colours, whose first row of pixels is light. */
function readPng(png: Buffer) {
  const width = png.readUInt32BE(16)
  const found: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) !== 'IDAT') continue
    found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(found))
  const light = rows[1]
  return { width, dark: (x: number, y: number) => rows[y * (width + 1) + x + 1] !== light }
}
