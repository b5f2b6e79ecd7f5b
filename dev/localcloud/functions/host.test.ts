import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ now: '2030-05-01T00:00:00Z', secrets: ['ECHO_SECRET'] })
})

afterAll(() => test.end())

const echo = (body: unknown, headers: Record<string, string> = {}) =>
  post(test.cloud, '/call/echo', { body, headers })

describe('a function', () => {
  it('knows its caller from the context, and nobody without a header', async () => {
    const headers = { 'x-openid': 'shopper', 'x-unionid': 'union-1', 'x-group': 'group-1' }
    expect((await echo({ act: 'who' }, headers)).answer).toEqual({
      context: {
        OPENID: 'shopper',
        UNIONID: 'union-1',
        APPID: expect.stringMatching(/^wx/),
        CLIENTIP: '127.0.0.1',
        SOURCE: 'wx_client',
        ENV: 'local',
      },
      group: 'group-1',
    })
    const nobody = (await echo({ act: 'who' })).answer
    expect(nobody).not.toHaveProperty('context.OPENID')
    expect(nobody).toHaveProperty('group', null)
  })

  it('is told the caller in the event by the platform, never by the phone', async () => {
    const { answer } = await echo({ userInfo: { openId: 'forged' } }, { 'x-openid': 'real' })
    expect(answer).toMatchObject({ userInfo: { openId: 'real' } })
  })

  it('sees the clock of the cloud', async () => {
    const instants = await timesSeen()
    const may = Date.parse('2030-05-01T00:00:00Z')
    for (const ms of instants) expect(ms - may).toBeLessThan(60_000)
    await post(test.cloud, '/clock', { body: { now: '2031-01-01T00:00:00+08:00' } })
    const later = Date.parse('2030-12-31T16:00:00Z')
    for (const ms of await timesSeen()) expect(Math.abs(ms - later)).toBeLessThan(60_000)
  })

  it('sees the clock stand still where a run holds it, until it is moved', async () => {
    const ms = Date.parse('2031-03-31T23:59:59.999+08:00')
    test.cloud.clock.hold(ms)
    expect(await timesSeen()).toEqual([ms, ms])
    test.cloud.clock.advance(1)
    for (const seen of await timesSeen()) expect(seen).toBeGreaterThan(ms)
  })

  it('has its own environment at every call', async () => {
    const seen = await Promise.all(Array.from({ length: 12 }, () => echo({ act: 'leak' })))
    for (const { answer } of seen) expect(answer).toMatchObject({ before: null })
  })

  it('keeps one secret for the data folder', async () => {
    const [first, second] = [await echo({ act: 'secret' }), await echo({ act: 'secret' })]
    expect(first.answer).toMatch(/^[0-9a-f]{64}$/)
    expect(second.answer).toBe(first.answer)
  })

  it('fires its timer without an identity', async () => {
    const { answer } = await post(test.cloud, '/timer/echo')
    expect(answer).toMatchObject({ Type: 'Timer', TriggerName: 'hourly' })
    expect(answer).not.toHaveProperty('userInfo')
  })
})

describe('the cost of a request', () => {
  it('is its own, however many run at once', async () => {
    const calls = Array.from({ length: 16 }, (_unused, n) =>
      echo({ act: 'write', id: `cost${n}`, times: n + 1 }),
    )
    for (const [n, { header }] of (await Promise.all(calls)).entries()) {
      expect(header('x-db-calls')).toBe(String(n + 2))
      expect(header('x-docs-written')).toBe(String(n + 1))
      expect(header('x-docs-read')).toBe('1')
    }
  })

  it('includes the functions that it calls', async () => {
    const inner = { act: 'write', id: 'nested', times: 3 }
    const { answer, header } = await post(test.cloud, '/call/relay', { body: { inner } })
    expect(answer).toBe(1)
    expect(header('x-db-calls')).toBe('5')
    expect(header('x-docs-written')).toBe('4')
  })
})

describe('a function that fails', () => {
  const failed = (errCode: number, text: string) => ({
    status: 500,
    answer: { errCode, errMsg: expect.stringContaining(text) },
  })

  it('is answered with its error', async () => {
    expect(await echo({ act: 'throw' })).toMatchObject(failed(-504002, 'out of stock of patience'))
  })

  it('is replaced when it exits, hangs or never yields', async () => {
    expect(await echo({ act: 'exit' })).toMatchObject(failed(-504002, 'exited'))
    const late = failed(-504003, 'Invoking task timed out after 2 seconds')
    expect(await echo({ act: 'hang' })).toMatchObject(late)
    expect(await echo({ act: 'spin' })).toMatchObject(late)
    expect((await echo({ alive: true })).answer).toEqual({ alive: true })
  })

  it('can be killed before and after the effect of a database call', async () => {
    const event = (id: string) => ({ act: 'write', id, times: 3 })
    const before = await echo(event('kb'), { 'x-fault': 'kill-before-call:2' })
    expect(before).toMatchObject(failed(-504002, 'killed'))
    expect(before.header('x-docs-written')).toBe('1')
    const after = await echo(event('ka'), { 'x-fault': 'kill-after-call:2' })
    expect(after.status).toBe(500)
    expect(await test.cloud.engine.count('config', { _id: { $in: ['kb-0', 'kb-1'] } })).toBe(1)
    expect(
      await test.cloud.engine.count('config', { _id: { $in: ['ka-0', 'ka-1', 'ka-2'] } }),
    ).toBe(2)
  })
})

describe("the operator's interface", () => {
  it('says what is absent, malformed or too large', async () => {
    expect((await post(test.cloud, '/call/nothing')).status).toBe(404)
    expect((await post(test.cloud, '/timer/nothing')).status).toBe(404)
    expect((await post(test.cloud, '/call/..%2F..%2Fsdk')).status).toBe(404)
    expect((await echo('{"half":')).status).toBe(400)
    expect((await echo({ long: 'x'.repeat(1024 * 1024) })).status).toBe(413)
    expect((await echo({}, { 'x-fault': 'kill-sometimes' })).status).toBe(400)
  })

  it('moves the clock only to an instant', async () => {
    for (const body of [
      {},
      { now: 'tomorrow' },
      { now: 1 },
      { advanceMs: 0.5 },
      { advanceMs: '1' },
      { now: '2026-13-01T00:00:00Z' },
      { advanceMs: Number.MAX_SAFE_INTEGER },
      [],
      '7',
    ]) {
      expect(await post(test.cloud, '/clock', { body })).toMatchObject({
        status: 400,
        answer: { error: expect.any(String) },
      })
    }
  })

  it('answers other programs on this machine only', async () => {
    const from = async (origin: string) =>
      (await fetch(`${test.cloud.origin}/health`, { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      )
    expect(await from('http://localhost:10086')).toBe('http://localhost:10086')
    expect(await from('https://shop.example')).toBeNull()
  })
})

async function timesSeen(): Promise<number[]> {
  const { answer } = await echo({ act: 'time' })
  expect(answer).toEqual({ now: expect.any(Number), date: expect.any(String), isDate: true })
  return typeof answer === 'object' && answer !== null && 'now' in answer && 'date' in answer
    ? [Number(answer.now), Date.parse(String(answer.date))]
    : []
}
