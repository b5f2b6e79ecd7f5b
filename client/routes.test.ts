import { routes } from './routes'

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

/** Taro's own macro hands the configuration over as it stands. */
function appConfig(): AppConfig {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  return require('./app.config').default
}
