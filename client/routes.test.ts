import { phone } from '../dev/harness/taro'
import { open, replaceWith, routes } from './routes'

interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly preloadRule: Readonly<Record<string, { readonly packages: readonly string[] }>>
}

describe('the table of routes', () => {
  it('names every page of the app once, and no other', () => {
    const { pages, subPackages } = appConfig()
    const inPackages = subPackages.flatMap(({ root, pages }) => pages.map((page) => [root, page]))
    const all = [...pages, ...inPackages.map((parts) => parts.join('/'))].map((page) => `/${page}`)
    expect([...Object.values(routes)].sort()).toEqual(all.sort())
  })

  it('is what pages are named by that fetch packages ahead of the tap', () => {
    const { subPackages, preloadRule } = appConfig()
    const roots = subPackages.map(({ root }) => root)
    for (const [page, { packages }] of Object.entries(preloadRule)) {
      expect(Object.values(routes)).toContain(`/${page}`)
      expect(roots).toEqual(expect.arrayContaining([...packages]))
    }
  })
})

describe('what a page is opened with', () => {
  const address = () => Object(phone.done.at(-1)?.[1]).url
  beforeEach(() => phone.reset())

  it('arrives as it stands where it is an id of any kind: nobody undoes an escape', () => {
    const ids = ['1410963a579c5ed1', 'list:b2d31a4c74402db4', 'welcome:m1:2026-03', 'a-b_c.d']
    for (const purchaseId of ids) {
      open(routes.purchase, { purchaseId })
      expect(address()).toBe(`${routes.purchase}?purchaseId=${purchaseId}`)
      replaceWith(routes.refund, { purchaseId })
      expect(address()).toBe(`${routes.refund}?purchaseId=${purchaseId}`)
    }
  })

  it('breaks no address', () => {
    open(routes.purchase, { purchaseId: 'a&b=c#d' })
    expect(address()).toBe(`${routes.purchase}?purchaseId=a%26b%3Dc%23d`)
  })
})

/** Taro's own macro hands the configuration over as it stands. */
function appConfig(): AppConfig {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  return require('./app.config').default
}
