import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import type {
  CallDetail,
  CallList,
  CollectionSummary,
  DocumentList,
  FunctionReport,
  TimerReport,
} from './operator-api'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ store: 'memory', now: '2030-05-01T00:00:00Z' })
})

afterAll(() => test.end())

const echo = (body: unknown, headers: Record<string, string> = {}) =>
  post(test.cloud, '/call/echo', { body, headers })

/** Writes n documents one after another, then reads the first. */
const write = (id: string, times: number, fault?: string) =>
  echo({ act: 'write', id, times }, fault === undefined ? {} : { 'x-fault': fault })

async function lab<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${test.cloud.origin}/lab/${path}`)
  expect(response.status).toBe(200)
  // Parse edge: what the route promises is what these tests look at.
  return response.json() as Promise<Answer>
}

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

  it('names a call as its event does, so that the id on a phone finds it', async () => {
    const event = { act: 'print', text: '', action: 'redeem', requestId: 'phone-4711' }
    const { header } = await echo(event, { 'x-openid': 'shopper' })
    const named = await lab<CallDetail>(`calls/${header('x-call-id')}`)
    expect(named).toMatchObject({ action: 'redeem', requestId: 'phone-4711' })
    const plain = await echo({ act: 'print', text: '', action: 7 }, {})
    const unnamed = await lab<CallDetail>(`calls/${plain.header('x-call-id')}`)
    expect(unnamed).toMatchObject({ action: null, requestId: null })
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
