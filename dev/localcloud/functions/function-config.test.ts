import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFunctionFolder, timer } from '../fixtures/function-folder'
import { post, startTestCloud } from '../fixtures/sdk'
import { isPermitted, readFunction, surveyFunctions, tellBroken } from './function-config'

const folder = openFunctionFolder({
  'plain/index.js': 'exports.main = () => 1',
  'named/package.json': { name: 'named', main: 'src/start' },
  'named/src/start.js': 'exports.main = () => 2',
  'named/config.json': {
    timeout: 60,
    memorySize: 512,
    envVariables: { CITY: '上海' },
    permissions: { openapi: ['security.msgSecCheck'] },
    ...timer('0 0 2 1 * * *', 'monthly'),
  },
  'commented/index.js': 'exports.main = () => 3',
  'commented/config.json': `\uFEFF{
    // triggers 字段是触发器数组，目前仅支持一个触发器
    "triggers": [
      {
        "name": "nightly", /* its name */
        "type": "timer",
        // 秒 分 时 日 月 星期 年
        "config": "0 0 2 * * * *",
      },
    ],
    "permissions": { "openapi": ["wxacode.get", /* "security.msgSecCheck", */ ] },
    "envVariables": { "HOME_PAGE": "https://a.example/*" },
  }`,
  'notes.txt': 'no function',
  'empty/readme.md': 'no function either',
})
afterAll(() => folder.end())

/** The log as soon as it holds a text: lines are gathered for a moment before they are written. */
async function logHolding(dataDir: string, text: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const log = readFileSync(join(dataDir, 'functions.log'), 'utf8')
    if (log.includes(text)) return log
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`the log does not hold ${text}`)
}

describe("a function's own settings", () => {
  it("are the platform's when it names none", () => {
    expect(readFunction(folder.path, 'plain')).toMatchObject({
      timeoutSeconds: 3,
      memoryMb: 256,
      triggers: [],
      openapi: [],
      variables: {},
    })
  })

  it('are read from its config.json and package.json', () => {
    expect(readFunction(folder.path, 'named')).toMatchObject({
      entry: expect.stringMatching(/src[\\/]start\.js$/),
      timeoutSeconds: 60,
      memoryMb: 512,
      triggers: [{ name: 'monthly', config: '0 0 2 1 * * *' }],
      variables: { CITY: '上海' },
    })
  })

  it('may be explained in comments and end in commas, as in the templates', () => {
    expect(readFunction(folder.path, 'commented')).toMatchObject({
      triggers: [{ name: 'nightly', config: '0 0 2 * * * *' }],
      openapi: ['wxacode.get'],
      variables: { HOME_PAGE: 'https://a.example/*' },
    })
  })

  it('permit the open interfaces that they list, and no other', () => {
    const config = readFunction(folder.path, 'named')
    if (config === undefined) throw new Error('the function is gone')
    expect(isPermitted(config, 'security.msgSecCheck')).toBe(true)
    expect(isPermitted(config, 'security.imgSecCheck')).toBe(false)
  })

  it('are those of folders that hold a function', () => {
    const { sound, broken } = surveyFunctions(folder.path)
    expect(sound.map(({ name }) => name)).toEqual(['commented', 'named', 'plain'])
    expect(broken).toEqual([])
    expect(surveyFunctions(`${folder.path}/nowhere`)).toEqual({ sound: [], broken: [] })
    expect(readFunction(folder.path, '../plain')).toBeUndefined()
  })
})

describe('a malformed config.json', () => {
  const two = [...timer('0 0 2 1 * * *').triggers, ...timer('0 0 3 1 * * *').triggers]
  it.each([
    ['{"timeout": 3,', 'is not JSON'],
    [[], 'is not a JSON object'],
    [{ timeout: 61 }, '"timeout" is whole seconds from 1 to 60'],
    [{ timeout: '20' }, '"timeout"'],
    [{ timeout: 0 }, '"timeout"'],
    [{ memorySize: 300 }, '"memorySize"'],
    [{ triggers: two }, 'one trigger a function'],
    [timer('0 0 2 1 * *'), 'seven'],
    [timer('0 0 2 1 * * *', '2nd'), 'name of a trigger'],
    [{ triggers: [{ name: 'a', type: 'cos', config: '* * * * * * *' }] }, 'another type'],
    [{ permissions: { openapi: 'all' } }, '"permissions.openapi"'],
    [{ envVariables: { PORT: 80 } }, '"PORT" is no text'],
  ])('%j is told of at the start and to callers, and stops no other', async (config, reason) => {
    const broken = openFunctionFolder({
      'shop/index.js': 'exports.main = () => 1',
      'shop/config.json': config,
      'sound/index.js': 'exports.main = () => 2',
    })
    const test = await startTestCloud({ functionsDir: broken.path, store: 'memory' })
    const [told, ...others] = test.cloud.brokenFunctions()
    expect(told).toEqual({ name: 'shop', reason: expect.stringContaining(reason) })
    expect(others).toEqual([])
    const { status, answer } = await post(test.cloud, '/call/shop')
    expect([status, answer]).toEqual([
      500,
      expect.objectContaining({ errCode: -504002, errMsg: expect.stringContaining(reason) }),
    ])
    expect(answer).toMatchObject({ errMsg: expect.stringContaining('config.json') })
    expect((await post(test.cloud, '/call/sound')).answer).toBe(2)
    const log = await logHolding(test.dataDir, reason)
    expect(log).toContain('the function "shop" cannot be called')
    await test.end()
    broken.end()
  })

  it('names the file of a package that is not there', () => {
    const broken = openFunctionFolder({ 'shop/package.json': { main: 'lost.js' } })
    expect(surveyFunctions(broken.path).broken.map(tellBroken)).toEqual([
      expect.stringMatching(/^the function "shop" cannot be called .*package\.json.*lost\.js/),
    ])
    broken.end()
  })

  it('that comes later fails the calls until it is mended', async () => {
    const edited = openFunctionFolder({ 'shop/index.js': 'exports.main = () => 1' })
    const test = await startTestCloud({ functionsDir: edited.path })
    edited.write({ 'shop/config.json': { timeout: 99 } })
    expect(await post(test.cloud, '/call/shop')).toMatchObject({
      status: 500,
      answer: { errMsg: expect.stringContaining('"timeout"') },
    })
    edited.write({ 'shop/config.json': { timeout: 9 } })
    expect((await post(test.cloud, '/call/shop')).answer).toBe(1)
    await test.end()
    edited.end()
  })
})
