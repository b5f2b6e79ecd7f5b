import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import type { CallDetail, FaultRule } from './operator-api'

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
  // Parse edge: what the route promises is what these tests look at.
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
      const action = 'database.modifyDocument'
      set([{ kind: 'drop', at: 'after-call', rate: 0.5, action }], seed)
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

  it('hits the answer of a nested call, which its caller waits for', async () => {
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
