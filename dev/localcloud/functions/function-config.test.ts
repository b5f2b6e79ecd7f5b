import { openFunctionFolder, timer } from '../fixtures/function-folder'
import { post, startTestCloud } from '../fixtures/sdk'
import { isPermitted, listFunctions, readFunction } from './function-config'

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
  'notes.txt': 'no function',
  'empty/readme.md': 'no function either',
})
afterAll(() => folder.end())

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

  it('permit the open interfaces that they list, and no other', () => {
    const config = readFunction(folder.path, 'named')
    if (config === undefined) throw new Error('the function is gone')
    expect(isPermitted(config, 'security.msgSecCheck')).toBe(true)
    expect(isPermitted(config, 'security.imgSecCheck')).toBe(false)
  })

  it('are those of folders that hold a function', () => {
    expect(listFunctions(folder.path).map(({ name }) => name)).toEqual(['named', 'plain'])
    expect(listFunctions(`${folder.path}/nowhere`)).toEqual([])
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
  ])('%j is told of at the start', async (config, reason) => {
    const broken = openFunctionFolder({
      'shop/index.js': 'exports.main = () => 1',
      'shop/config.json': config,
    })
    await expect(startTestCloud({ functionsDir: broken.path })).rejects.toThrow(reason)
    expect(() => readFunction(broken.path, 'shop')).toThrow('config.json')
    broken.end()
  })

  it('names the file of a package that is not there', () => {
    const broken = openFunctionFolder({ 'shop/package.json': { main: 'lost.js' } })
    expect(() => listFunctions(broken.path)).toThrow('lost.js')
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
