import { deflateSync } from 'node:zlib'
import cloudSdk from 'wx-server-sdk'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf, sdkVersions } from '../fixtures/wechat'

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeAll(async () => {
  test = await startTestCloud({ timers: true, now: '2030-05-01T00:00:00Z' })
  ask = callerOf(test.cloud)
  await declare({ wxa_media_check: 'pushed' })
})

afterAll(() => test.end())

const declare = (pushes: unknown) => post(test.cloud, '/openapi/declarations', { body: { pushes } })

interface Heard {
  readonly heard: Record<string, unknown>
  readonly source: string
  readonly openid: string | null
}

const check = (mediaUrl: unknown, over: Record<string, unknown> = {}, sdk?: string) =>
  ask(
    'openapi.security.mediaCheckAsync',
    { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'shopper', ...over },
    sdk === undefined ? {} : { sdk },
  )

const traceOf = async (...asked: Parameters<typeof check>) =>
  String((await check(...asked)).answer?.traceId)

async function heardOf(traceId: string): Promise<Heard | undefined> {
  const found = await test.cloud.engine.find('config', { 'heard.trace_id': traceId })
  expect(found.length).toBeLessThan(2)
  // Parse edge: the function `pushed` writes it so.
  return found[0] as unknown as Heard | undefined
}

/** Time passes on the cloud's clock, and what falls due on the way is done. */
const pass = (ms: number) => test.cloud.moveClock(test.cloud.clock.now() + ms)

async function verdictOn(mediaUrl: string) {
  const traceId = await traceOf(mediaUrl)
  await pass(1000)
  return (await heardOf(traceId))?.heard
}

/** A file of the cloud's own, at the address that phones get. */
async function uploaded(cloudPath: string, fileContent: Buffer, maxAge = 3600) {
  const { fileID } = await cloudSdk.uploadFile({ cloudPath, fileContent })
  const { answer } = await ask('getTempFileURL', { fileList: [{ fileID, maxAge }] })
  const list = answer?.fileList
  return Array.isArray(list) ? String(list[0].tempFileURL) : ''
}

const elsewhere = 'https://pictures.example/cat.jpg'

describe('the check of a picture or a sound', () => {
  it.each(sdkVersions)(
    'answers %s at once with an id, and pushes the verdict later',
    async (sdk) => {
      const { answer } = await check(elsewhere, {}, sdk)
      expect(answer).toMatchObject({ errCode: 0 })
      const traceId = String(answer?.traceId)
      expect(traceId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
      await pass(300)
      expect(await heardOf(traceId)).toBeUndefined()
      await pass(700)
      expect(await heardOf(traceId)).toMatchObject({
        source: 'wx_push',
        openid: null,
        heard: {
          ToUserName: expect.stringMatching(/^gh_/),
          FromUserName: expect.any(String),
          CreateTime: expect.closeTo(test.cloud.clock.now() / 1000, -1),
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: expect.stringMatching(/^wx/),
          trace_id: traceId,
          version: 2,
          errcode: 0,
          errmsg: 'ok',
          result: { suggest: 'pass', label: 100 },
          detail: [
            { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 },
          ],
        },
      })
    },
  )

  it('is pushed also where the clock stands still', async () => {
    const traceId = await traceOf(elsewhere)
    test.cloud.clock.hold(test.cloud.clock.now())
    const deadline = Date.now() + 10_000
    while ((await heardOf(traceId)) === undefined && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect((await heardOf(traceId))?.heard).toMatchObject({ result: { suggest: 'pass' } })
  })

  it.each([
    ['违规', 'risky', 20_006],
    ['辱骂', 'risky', 20_003],
    ['待审', 'review', 21_000],
    ['广告', 'review', 10_001],
  ])('finds what is marked %s, in the address or in the file, %s', async (word, suggest, label) => {
    const found = { result: { suggest, label }, detail: [{ suggest, label }] }
    expect(await verdictOn(`${elsewhere}?name=${encodeURIComponent(word)}`)).toMatchObject(found)
    const bytes = Buffer.concat([deflateSync('pixels'), Buffer.from(`note ${word}`)])
    expect(await verdictOn(await uploaded('a/cat.png', bytes))).toMatchObject(found)
  })

  it('tells of an address that nothing can be fetched from, and gives no verdict', async () => {
    const gone = await uploaded('a/gone.png', Buffer.from('pixels'), 60)
    const large = await uploaded('a/large.png', Buffer.alloc(10 * 1024 * 1024 + 1))
    const [file] = [
      await cloudSdk.uploadFile({ cloudPath: 'b.png', fileContent: Buffer.from('x') }),
    ]
    await pass(61_000)
    for (const address of [gone, large, file.fileID, 'cat.jpg', `${test.cloud.origin}/nowhere`]) {
      const heard = await verdictOn(address)
      expect(heard).toMatchObject({ errcode: -1008, detail: [] })
      expect(heard).not.toHaveProperty('result')
    }
  })
})

describe('a wish that is none', () => {
  it.each([
    [40004, elsewhere, { mediaType: 0 }],
    [40004, elsewhere, { mediaType: undefined }],
    [47001, '', {}],
    [47001, undefined, {}],
    [47001, 7, {}],
    [47001, elsewhere, { version: 3 }],
    [40003, elsewhere, { openid: '' }],
    [40129, elsewhere, { scene: 5 }],
    [61010, elsewhere, { openid: 'nobody-here' }],
    [-1, `${elsewhere}?检测故障`, {}],
  ])('is answered %s', async (errCode, mediaUrl, over) => {
    expect((await check(mediaUrl, over)).errCode).toBe(errCode)
  })

  it('is refused by name in the version that is given up', async () => {
    const { errMsg } = await check(elsewhere, { version: undefined })
    expect(errMsg).toContain('version 1 of security.mediaCheckAsync is not supported')
  })

  it('is refused once its author was away for two hours', async () => {
    await traceOf(elsewhere)
    const away = await test.cloud.call('echo', { act: 'who' }, { openid: 'away' })
    expect(away.answer).toBeDefined()
    expect(await traceOf(elsewhere, { openid: 'away' })).toMatch(/-/)
    await pass(2 * 3_600_000 + 1)
    expect((await check(elsewhere, { openid: 'away' })).errCode).toBe(61010)
  })
})

describe('what is pushed', () => {
  const newest = () => test.cloud.outbox.after(0).at(-1)

  it('is seen in the outbox, with what the function answered', async () => {
    const traceId = await traceOf(elsewhere)
    expect(newest()).toMatchObject({ api: 'openapi.security.mediaCheckAsync', openid: 'shopper' })
    await pass(1000)
    expect(newest()).toMatchObject({
      api: 'push.wxa_media_check',
      openid: 'shopper',
      request: { functionName: 'pushed', event: { trace_id: traceId } },
      answer: 'success',
    })
  })

  it('is lost where no function hears of it, or the one that should fails', async () => {
    await declare({ wxa_media_check: 'nowhere' })
    await traceOf(elsewhere)
    await pass(1000)
    expect(newest()).toMatchObject({
      request: { functionName: 'nowhere' },
      answer: { failed: expect.stringContaining('could not be found') },
    })
    const count = test.cloud.outbox.after(0).length
    await pass(3_600_000)
    expect(test.cloud.outbox.after(0)).toHaveLength(count)
    const { status, answer } = await declare({ wxa_media_check: 7 })
    expect([status, answer]).toEqual([400, { error: expect.stringContaining('"pushes"') }])
  })
})

it('outlives the cloud that was asked, and has no hearer unless one is declared', async () => {
  const first = await startTestCloud({ timers: true })
  const { answer } = await callerOf(first.cloud)('openapi.security.mediaCheckAsync', {
    ...{ mediaUrl: elsewhere, mediaType: 1, version: 2, scene: 1, openid: 'shopper' },
  })
  await first.cloud.close()
  const again = await startTestCloud({ timers: true, dataDir: first.dataDir })
  await again.cloud.moveClock(again.cloud.clock.now() + 1000)
  expect(again.cloud.outbox.after(0).at(-1)).toMatchObject({
    request: { functionName: null, event: { trace_id: answer?.traceId } },
    answer: { failed: 'no function is declared for wxa_media_check' },
  })
  await again.end()
})
