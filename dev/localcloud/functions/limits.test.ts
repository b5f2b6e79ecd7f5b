import { openFunctionFolder } from '../fixtures/function-folder'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'

const sdk = `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
`

const folder = openFunctionFolder({
  // Keeps what it is told to keep until it has more than it may.
  'hungry/index.js': `
    const kept = []
    exports.main = async ({ eat }) => {
      for (let n = 0; eat && n < 400; n += 1) {
        if (eat === 'objects') kept.push(Array.from({ length: 130_000 }, (_, i) => ({ i })))
        else kept.push(Buffer.alloc(4 * 1024 * 1024, 1))
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      return kept.length
    }`,
  'hungry/config.json': { timeout: 60, memorySize: 128 },
  'long/index.js': "exports.main = ({ bytes }) => 'x'.repeat(bytes)",
  'long/config.json': { timeout: 20 },
  'caller/index.js': `${sdk}
    exports.main = async (event) => {
      try {
        const { result } = await cloud.callFunction(event)
        return { length: result.length }
      } catch ({ errCode, errMsg, code }) {
        return { errCode, errMsg, code }
      }
    }`,
  'caller/config.json': { timeout: 20 },
  'nest/index.js': `${sdk}
    exports.main = async ({ depth }) => {
      const { SOURCE: source, OPENID: openid } = cloud.getWXContext()
      if (depth === 0) return { source, openid }
      return (await cloud.callFunction({ name: 'nest', data: { depth: depth - 1 } })).result
    }`,
  'nest/config.json': { timeout: 60 },
  'slow/index.js': `
    exports.main = async ({ ms }) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return process.hrtime.bigint().toString()
    }`,
  'slow/config.json': { timeout: 20 },
  'quick/index.js': 'exports.main = () => new Promise(() => {})',
  'quick/config.json': { timeout: 1 },
  'odd/index.js': `
    exports.main = ({ how }, context, callback) => {
      if (how === 'circle') { const circle = {}; circle.circle = circle; return circle }
      if (how === 'big') return { n: 10n }
      if (how === 'function') return () => 1
      if (how === 'context') return context
      if (how === 'object') throw { errCode: 7, errMsg: 'seven' }
      if (how === 'twice') { callback(null, 'first'); callback(null, 'second'); return }
      if (how === 'later') setTimeout(() => { throw new Error('after the answer') }, 20)
      if (how === 'rejected') { Promise.reject(new Error('nobody waits')); return }
      return how ?? 'fine'
    }`,
  'silent/index.js': 'exports.main = (event) => {}',
  'lost/index.js': "require('a-package-that-is-not-there')",
  'mainless/index.js': 'exports.handler = () => 1',
})

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({
    functionsDir: folder.path,
    functionLimits: { nestedInstances: 9, concurrentCalls: 10, idleMs: 400 },
  })
})
afterAll(async () => {
  await test.end()
  folder.end()
})

const call = (name: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  post(test.cloud, `/call/${name}`, { body, headers })
const answerOf = async (name: string, body: unknown = {}) => (await call(name, body)).answer
const failed = (errCode: number, text: string) => ({
  status: 500,
  answer: { errCode, errMsg: expect.stringContaining(text) },
})

describe("a function's memory", () => {
  it.each(['objects', 'buffers'])(
    'is bounded, in %s, and another instance follows',
    async (eat) => {
      expect(await call('hungry', { eat })).toMatchObject(
        failed(-504002, 'Memory usage exceeded the limit of 128 MB'),
      )
      expect(await answerOf('hungry')).toBe(0)
    },
  )
})

describe('what is sent and answered', () => {
  const text = (bytes: number) => 'x'.repeat(bytes)

  it('is at most 100 KB from a phone', async () => {
    const event = (bytes: number) => ({ bytes: 1, text: text(bytes) })
    expect((await call('long', event(102_300))).answer).toBe('x')
    expect(await call('long', event(102_500))).toMatchObject(failed(-1, 'data exceed max size'))
  })

  it('is at most 1 MB to a phone', async () => {
    const { status, answer } = await call('long', { bytes: 1024 * 1024 - 2 })
    expect([status, String(answer).length]).toEqual([200, 1024 * 1024 - 2])
    expect(await call('long', { bytes: 1024 * 1024 - 1 })).toMatchObject(
      failed(-604001, 'result size exceed limit'),
    )
  })

  it('is at most 6 MB between functions', async () => {
    const long = (bytes: number) => answerOf('caller', { name: 'long', data: { bytes } })
    expect(await long(2_000_000)).toEqual({ length: 2_000_000 })
    expect(await long(7_000_000)).toMatchObject({
      errCode: -1,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errMsg: expect.stringContaining('exceeds the upper limit (6MB)'),
    })
  })

  it('is JSON, or the call fails', async () => {
    expect(await call('odd', { how: 'circle' })).toMatchObject(failed(-504002, 'circular'))
    expect(await call('odd', { how: 'big' })).toMatchObject(failed(-504002, 'BigInt'))
    expect(await call('odd', { how: 'function' })).toMatchObject({ status: 200, answer: null })
    expect(await call('odd', { how: 'object' })).toMatchObject(failed(-504002, '"errMsg":"seven"'))
  })
})

describe('a function that calls functions', () => {
  it('is told the way that the call came, and whose it is', async () => {
    const { answer } = await call('nest', { depth: 2 }, { 'x-openid': 'shopper' })
    expect(answer).toEqual({ source: 'wx_client,scf,scf', openid: 'shopper' })
  })

  it('may call itself deeper than its usual instances', async () => {
    expect(await answerOf('nest', { depth: 8 })).toMatchObject({ source: expect.any(String) })
  })

  it('is refused when it never ends', async () => {
    const refused = 'Function [nest] concurrency exceeded'
    expect(await call('nest', { depth: 1000 })).toMatchObject(failed(-504002, refused))
  })

  it("keeps errCode -1, with the platform's text in .code", async () => {
    expect(await answerOf('caller', { name: 'quick' })).toMatchObject({
      errCode: -1,
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      errMsg: expect.stringContaining('Invoking task timed out after 1 seconds'),
    })
    expect(await answerOf('caller', { name: 'nowhere' })).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      errMsg: expect.stringContaining('FunctionName parameter could not be found'),
    })
  })
})

describe('the calls at one time', () => {
  it('wait for an instance, and above the limit are refused', async () => {
    const calls = await Promise.all(Array.from({ length: 14 }, () => call('slow', { ms: 300 })))
    expect(calls.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(calls.filter(({ status }) => status === 500)).toHaveLength(4)
    expect(calls.find(({ status }) => status === 500)).toMatchObject(
      failed(-501004, 'exceed concurrent request limit'),
    )
  })

  it('leave instances that end when they are idle', async () => {
    await call('slow', { ms: 1 })
    const living = () => test.cloud.instanceCounts().slow ?? 0
    expect(living()).toBeGreaterThan(0)
    const deadline = Date.now() + 10_000
    while (living() > 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(living()).toBe(0)
    expect((await call('slow', { ms: 1 })).status).toBe(200)
  })
})

describe('an answer', () => {
  it('is the first that a callback gives', async () => {
    expect(await answerOf('odd', { how: 'twice' })).toBe('first')
    expect(await answerOf('odd')).toBe('fine')
  })

  it('is null from a function that returns nothing', async () => {
    expect(await call('silent')).toMatchObject({ status: 200, answer: null })
  })

  it('stands, whatever the function breaks afterwards', async () => {
    expect(await answerOf('odd', { how: 'later' })).toBe('later')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await answerOf('odd')).toBe('fine')
    expect(await call('odd', { how: 'rejected' })).toMatchObject(failed(-504002, 'nobody waits'))
  })

  it('is an error when the function cannot be loaded', async () => {
    const lost = failed(-504002, "Cannot find module 'a-package-that-is-not-there'")
    expect(await call('lost')).toMatchObject(lost)
    expect(await call('mainless')).toMatchObject(failed(-504002, 'exports no `main`'))
  })

  it('knows the request by its context', async () => {
    expect(await answerOf('odd', { how: 'context' })).toMatchObject({
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      function_name: 'odd',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 3000,
    })
  })
})

describe('a function on the disk', () => {
  it('is taken anew by the next call when it was edited', async () => {
    folder.write({ 'fresh/index.js': 'exports.main = () => 1' })
    expect(await answerOf('fresh')).toBe(1)
    folder.write({ 'fresh/index.js': "exports.main = () => require('./part').two" })
    folder.write({ 'fresh/part.js': 'exports.two = 2' })
    expect(await answerOf('fresh')).toBe(2)
    folder.write({ 'fresh/part.js': 'exports.two = 22' })
    expect(await answerOf('fresh')).toBe(22)
  })
})
