import { join } from 'node:path'
import { build } from 'esbuild'
import { startTestCloud, type TestCloud } from '../../dev/harness/cloud'
import { openFunctionFolder } from '../../dev/localcloud/fixtures/function-folder'

let cloud: TestCloud
let folder: ReturnType<typeof openFunctionFolder>
beforeAll(async () => {
  const bundled = await build({
    entryPoints: [join(__dirname, '../../dev/harness/text-check-function.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  const code = bundled.outputFiles[0]?.text ?? ''
  const openapi = ['security.msgSecCheck']
  folder = openFunctionFolder({
    'check/index.js': code,
    'check/config.json': { timeout: 20, permissions: { openapi } },
    'check/package.json': { name: 'check', version: '1.0.0', main: 'index.js' },
    'forbidden/index.js': code,
    'forbidden/config.json': { timeout: 20, permissions: { openapi: [] } },
    'forbidden/package.json': { name: 'forbidden', version: '1.0.0', main: 'index.js' },
  })
  cloud = await startTestCloud({ store: 'memory', functionsDir: folder.path })
}, 60_000)
afterAll(async () => {
  await cloud.stop()
  folder.end()
})

const check = async (text: string, { as = 'author', by = 'check' } = {}) => {
  const { answer } = await cloud.local.call(by, { text }, as ? { openid: as } : {})
  return JSON.parse(JSON.stringify(answer)).verdict
}

describe('a text that others will read', () => {
  it.each([
    ['周六一起包粽子', 'fine'],
    ['这句违规', 'risky'],
    ['这句待审', 'unsure'],
    ['检测故障', 'unsure'],
  ])('%s is %s', async (text, verdict) => {
    expect(await check(text)).toBe(verdict)
  })

  it('is checked for its author, where the text will be read', async () => {
    await check('早上好')
    const asked = cloud.local.outbox.after(0).at(-1)
    expect(asked).toMatchObject({
      api: 'openapi.security.msgSecCheck',
      request: { version: 2, scene: 3, openid: 'author', content: '早上好' },
    })
  })

  it('is read to its end, piece by piece, however long', async () => {
    expect(await check('好'.repeat(5_000))).toBe('fine')
    expect(await check(`${'好'.repeat(4_000)}违规`)).toBe('risky')
    expect(await check(`${'好'.repeat(2_499)}🎉待审`)).toBe('unsure')
    expect(await check('好'.repeat(10_001))).toBe('unsure')
  })

  it('is unsure without an author, and where the function may not ask', async () => {
    expect(await check('早上好', { as: '' })).toBe('unsure')
    expect(await check('早上好', { by: 'forbidden' })).toBe('unsure')
  })
})
