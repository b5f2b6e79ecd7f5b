import { request as httpRequest } from 'node:http'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import type {
  CallDetail,
  CallList,
  CollectionSummary,
  DocumentList,
  FaultRule,
  FunctionReport,
  TimerReport,
} from './operator-api'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ store: 'memory', now: '2030-05-01T00:00:00Z' })
})

afterEach(() => test.cloud.faults.set({ rules: [] }))

afterAll(() => test.end())

const echo = (body: unknown, headers: Record<string, string> = {}) =>
  post(test.cloud, '/call/echo', { body, headers })

/** Writes n documents one after another, then reads the first. */
const write = (id: string, times: number, fault?: string) =>
  echo({ act: 'write', id, times }, fault === undefined ? {} : { 'x-fault': fault })

const written = (id: string) =>
  test.cloud.engine.count('config', { _id: { $in: [0, 1, 2].map((n) => `${id}-${n}`) } })

async function lab<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${test.cloud.origin}/lab/${path}`)
  expect(response.status).toBe(200)
  return response.json() as Promise<Answer>
}

const set = (rules: readonly FaultRule[], seed = 1) => test.cloud.faults.set({ seed, rules })

describe('a fault that a request asks for', () => {
  it('kills before and after the effect of a database call', async () => {
    expect((await write('kb', 3, 'kill-before-call:2')).status).toBe(500)
    expect(await written('kb')).toBe(1)
    expect((await write('ka', 3, 'kill-after-call:2')).status).toBe(500)
    expect(await written('ka')).toBe(2)
  })

  it('drops the answer of a database call, before or after its effect', async () => {
    const before = await write('db', 1, 'drop-before-call:1')
    expect(before).toMatchObject({
      status: 500,
      answer: { errMsg: expect.stringMatching(/hang|RESET/) },
    })
    expect(await written('db')).toBe(0)
    expect((await write('da', 1, 'drop-after-call:1')).status).toBe(500)
    expect(await written('da')).toBe(1)
  })

  it('drops the answer of the function, after all its effects', async () => {
    await expect(write('dp', 1, 'drop-answer')).rejects.toThrow('fetch failed')
    expect(await written('dp')).toBe(1)
  })

  it('delays an answer after its effect, as the time of the gateway', async () => {
    const late = await write('la', 1, 'delay-after-call:1:150; delay-answer:50')
    expect(late.status).toBe(200)
    expect(Number(late.header('x-ms-gateway'))).toBeGreaterThan(149)
    const { faults } = await lab<CallDetail>(`calls/${late.header('x-call-id')}`)
    expect(faults).toEqual(['delay-after-call:1:150', 'delay-answer:50'])
  })

  it('is refused when it is unclear', async () => {
    expect((await write('un', 1, 'kill-sometimes')).status).toBe(400)
  })
})

describe('a fault that is switched on', () => {
  it('hits by position: the second request of a function, at its first call', async () => {
    set([{ kind: 'kill', at: 'before-call', function: 'echo', request: 2, call: 1 }])
    const statuses = []
    for (const n of [1, 2, 3]) statuses.push((await write(`po${n}`, 1)).status)
    expect(statuses).toEqual([200, 500, 200])
    expect(test.cloud.faults.state().hits).toEqual([1])
  })

  it('hits the same requests again under the same seed', async () => {
    const run = async (seed: number) => {
      set([{ kind: 'drop', at: 'after-call', rate: 0.5, action: 'database.modifyDocument' }], seed)
      const statuses = []
      for (let n = 0; n < 12; n += 1) statuses.push((await write('se', 1)).status)
      return statuses.join()
    }
    const first = await run(3)
    expect(first).toContain('200')
    expect(first).toContain('500')
    expect(await run(3)).toBe(first)
    expect(await run(4)).not.toBe(first)
  })

  it('hits nested calls as their own function, and the answer that their caller waits for', async () => {
    set([{ kind: 'drop', at: 'answer', function: 'echo' }])
    const body = { inner: { act: 'write', id: 'ne', times: 1 } }
    expect((await post(test.cloud, '/call/relay', { body })).status).toBe(500)
    expect(await written('ne')).toBe(1)
  })

  it('fills the disk, and makes it well again', async () => {
    const put = (setting: unknown) =>
      fetch(`${test.cloud.origin}/lab/faults`, { method: 'PUT', body: JSON.stringify(setting) })
    expect((await put({ disk: 'full' })).status).toBe(200)
    expect((await write('fd', 1)).status).toBe(500)
    expect((await put({ disk: 'well' })).status).toBe(200)
    expect(await written('fd')).toBe(0)
    expect((await write('fd', 1)).status).toBe(200)
    expect((await put({ disk: 'broken' })).status).toBe(400)
    expect((await put('{')).status).toBe(400)
  })

  it('slows the disk, as the time of the engine', async () => {
    test.cloud.faults.set({ disk: { slowMs: 100 } })
    expect(Number((await write('sl', 1)).header('x-ms-engine'))).toBeGreaterThan(99)
  })
})

describe('the log of calls', () => {
  it('divides the time of every call without a rest, however many run at once', async () => {
    const calls = await Promise.all(
      Array.from({ length: 12 }, (_unused, n) => write(`ti${n}`, 1 + (n % 3))),
    )
    for (const [n, { header }] of calls.entries()) {
      const detail = await lab<CallDetail>(`calls/${header('x-call-id')}`)
      const { ms, functionMs, gatewayMs, engineMs } = detail.total
      expect(Math.abs(ms - functionMs - gatewayMs - engineMs)).toBeLessThan(0.05)
      expect(functionMs).toBeGreaterThan(0)
      expect(engineMs).toBeGreaterThan(0)
      expect(detail.database).toHaveLength(2 + (n % 3))
      expect(detail.own).toEqual(detail.total)
      expect(Number(header('x-ms-engine'))).toBeCloseTo(engineMs, 1)
    }
  })

  it('charges a nested call to itself, and to the whole of the call above it', async () => {
    const body = { inner: { act: 'write', id: 'nc', times: 3 } }
    const { header } = await post(test.cloud, '/call/relay', { body })
    const outer = await lab<CallDetail>(`calls/${header('x-call-id')}`)
    expect(outer.own).toMatchObject({ dbCalls: 1, docsWritten: 1 })
    expect(outer.total).toMatchObject({ dbCalls: 5, docsWritten: 4, docsRead: 1 })
    const [inner] = outer.nested
    expect(inner).toMatchObject({
      function: 'echo',
      parent: outer.callId,
      own: { dbCalls: 4, docsWritten: 3 },
    })
    expect(outer.own.ms + (inner?.total.ms ?? 0)).toBeCloseTo(outer.total.ms, -1)
  })

  it('keeps the event, the answer, the console and each database call', async () => {
    const { header } = await echo({ act: 'print', text: 'two\nlines' }, { 'x-openid': 'shopper' })
    const printed = await lab<CallDetail>(`calls/${header('x-call-id')}`)
    expect(printed).toMatchObject({
      function: 'echo',
      source: 'wx_client',
      openid: 'shopper',
      outcome: { ok: true },
      answer: '"printed"',
      console: expect.arrayContaining([expect.stringContaining('two')]),
    })
    expect(JSON.parse(printed.event)).toEqual({ act: 'print', text: 'two\nlines' })
    const failed = await write('dt', 2, 'drop-after-call:2')
    const { database, outcome, faults, faultCount } = await lab<CallDetail>(
      `calls/${failed.header('x-call-id')}`,
    )
    expect(outcome).toMatchObject({ ok: false })
    expect(faults).toEqual(['drop-after-call:2'])
    expect(faultCount).toBe(1)
    expect(database[0]).toMatchObject({
      number: 1,
      action: 'database.modifyDocument',
      collection: 'config',
      query: expect.stringContaining('dt-0'),
      docsWritten: 1,
      error: null,
    })
    expect(database[1]).toMatchObject({ number: 2, error: expect.stringContaining('dropped') })
  })

  it('lists the newest first, by function, by failure, and what changed since', async () => {
    const before = await lab<CallList>('calls?limit=1')
    await write('ls', 1)
    await echo({ act: 'throw' })
    const after = await lab<CallList>(`calls?after=${before.nextAfter}&limit=10`)
    expect(after.calls.map(({ outcome }) => outcome?.ok)).toEqual([false, true])
    expect((await lab<CallList>(`calls?after=${after.nextAfter}`)).calls).toEqual([])
    const failed = await lab<CallList>('calls?failed=1&function=echo&limit=1')
    expect(failed.calls).toMatchObject([
      { outcome: { ok: false, error: expect.stringContaining('patience') } },
    ])
    expect((await lab<CallList>('calls?function=nobody')).calls).toEqual([])
  })

  it('says of each function what it cost and how its timer stands', async () => {
    await post(test.cloud, '/timer/echo')
    const reports = await lab<FunctionReport[]>('functions')
    const report = reports.find(({ name }) => name === 'echo')
    const { calls = 0, failures = 0, latest } = report ?? {}
    expect(report).toMatchObject({ instances: { busy: 0 }, trigger: { trigger: 'hourly' } })
    expect(calls).toBeGreaterThan(failures)
    expect(failures).toBeGreaterThan(0)
    expect(latest?.dbCalls.max).toBeGreaterThanOrEqual(latest?.dbCalls.median ?? Infinity)
    const [timer] = await lab<TimerReport[]>('timers')
    expect(timer).toMatchObject({ function: 'echo', lastOutcome: { ok: true } })
    expect(timer?.nextAt).toBeGreaterThan(test.cloud.clock.now())
  })
})

describe('the collections', () => {
  it('are shown with their indexes, sizes and documents', async () => {
    const at = new Date('2030-01-02T03:04:05Z')
    await test.cloud.engine.insert('members', [
      { _id: 'm1', memberNumber: 1, at },
      { _id: 7, memberNumber: 2, at },
      { _id: 'm3', memberNumber: 3, at },
    ])
    const all = await lab<CollectionSummary[]>('collections')
    expect(all.find(({ name }) => name === 'members')).toMatchObject({
      count: 3,
      bytes: expect.any(Number),
      indexes: [{ name: '_id_' }, { name: 'memberNumber', unique: true }],
      clientRules: { read: false, write: false },
    })
    const query = new URLSearchParams({ filter: '{"memberNumber":{"$gt":1}}', limit: '1' })
    query.set('sort', '{"memberNumber":-1}')
    expect(await lab<DocumentList>(`collections/members?${query}`)).toMatchObject({
      total: 2,
      documents: [{ _id: 'm3', at: { $date: '2030-01-02T03:04:05Z' } }],
    })
    expect(await lab('collections/members/number:7')).toMatchObject({ memberNumber: 2 })
  })

  it.each([
    ['collections/nothing', 404],
    ['collections/members/nobody', 404],
    ['collections/members?filter={', 400],
    ['collections/members?filter={"a":{"$near":1}}', 400],
    ['collections/members?limit=501', 400],
    ['collections/members?skip=-1', 400],
    ['calls/nobody', 404],
    ['calls?limit=many', 400],
  ])('answer a wrong question with an error: %s', async (path, status) => {
    const response = await fetch(`${test.cloud.origin}/lab/${path}`)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.any(String) })
  })
})

describe('the door to this machine', () => {
  it('is open to its own names only, so that no site can point one of its own at it', async () => {
    expect(await statusFor({ host: 'localhost:1' })).toBe(200)
    expect(await statusFor({ host: '[::1]:1' })).toBe(200)
    expect(await statusFor({ host: 'shop.example' })).toBe(403)
    expect(await statusFor({ host: '127.0.0.1.shop.example' })).toBe(403)
  })

  it('does not act for pages of other machines', async () => {
    const refused = await echo(
      { act: 'write', id: 'xs', times: 1 },
      { origin: 'https://a.example' },
    )
    expect(refused.status).toBe(403)
    expect(await written('xs')).toBe(0)
  })
})

function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${test.cloud.origin}/health`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}
