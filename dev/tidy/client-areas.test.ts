import { clientAreas } from './client-areas'
import { houseOf } from './house'

const lines = (texts: Record<string, string>) =>
  clientAreas(houseOf(texts)).map(({ path, line }) => `${path}:${line}`)

const known = {
  'client/format.ts': '',
  'client/parts/button.tsx': '',
  'client/session/home.store.ts': '',
  'client/mall/mall.store.ts': '',
  'client/staff/desk.store.ts': '',
}

describe('areas of the client', () => {
  it('lets an area use its own, the parts, the session and the root', () => {
    const text = [
      "import '../format'",
      "import '../parts/button'",
      "import '../session/home.store'",
      "import './desk.store'",
    ].join('\n')
    expect(lines({ ...known, 'client/staff/a.ts': text })).toEqual([])
  })

  it('counts a tab to the area that it is named for', () => {
    const text = "import '../../mall/mall.store'"
    expect(lines({ ...known, 'client/tabs/mall/index.tsx': text })).toEqual([])
    expect(lines({ ...known, 'client/tabs/home/index.tsx': text })).toHaveLength(1)
  })

  it.each([
    ['client/staff/a.ts', "import '../mall/mall.store'"],
    ['client/staff/a.ts', "import type { M } from '../mall/mall.store'"],
    ['client/staff/a.ts', "const m = import('../mall/mall.store')"],
    ['client/mall/a.test.ts', "import '../staff/desk.store'"],
    ['client/parts/a.ts', "import '../staff/desk.store'"],
    ['client/session/a.ts', "import '../mall/mall.store'"],
    ['client/api.ts', "import './mall/mall.store'"],
  ])('refuses in %s: %s', (path, text) => {
    expect(lines({ ...known, [path]: text })).toEqual([`${path}:1`])
  })
})

describe('ways between pages', () => {
  it.each([
    ['Taro.navigateTo({ url })'],
    ['Taro.navigateBack()'],
    ["const url = '/mall/reward/index'"],
    ["const url = '/mall/reward/index?rewardId=eggs'"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source text of a template.
    ['const url = `/mall/reward/index?rewardId=${id}`'],
  ])('refuses beside the table: %s', (text) => {
    expect(lines({ 'client/mall/a.ts': text })).toEqual(['client/mall/a.ts:1'])
  })

  it('lets the table, the app and tests name pages', () => {
    const text = "Taro.navigateTo({ url: '/mall/reward/index' })"
    const app = "export default { pages: ['tabs/home/index'] }"
    expect(
      lines({
        'client/routes.ts': text,
        'client/app.config.ts': app,
        'client/mall/index.test.tsx': text,
        'dev/walks/a.ts': text,
      }),
    ).toEqual([])
  })
})
