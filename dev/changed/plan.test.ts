import { BUDGET_SECONDS, EVERY_PAGE, planFor } from './plan'

const starts = { rules: 3, functions: 5, pages: 5, dist: 35, walks: 60 }
const steps = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries))

describe('the plan of three minutes', () => {
  it('takes the nearest tests first, as many as fit, and names the others', () => {
    const times = {
      'shared/near.test.ts': 100,
      'shared/far.test.ts': 1,
      'shared/long.test.ts': 200,
    }
    const reached = { 'shared/far.test.ts': 3, 'shared/long.test.ts': 2, 'shared/near.test.ts': 0 }
    const plan = planFor(steps({ ...reached, 'shared/near.ts': 0 }), { times, starts })
    expect(plan.chosen).toEqual(['shared/near.test.ts', 'shared/far.test.ts'])
    expect(plan.left).toEqual(['shared/long.test.ts'])
    expect(plan.seconds).toBe(3 + 50 + 0.5)
  })

  it('counts the builds of a project once, and leaves what they leave no time for', () => {
    const files = Array.from({ length: 40 }, (_unused, n) => `client/page-${n}.test.tsx`)
    const reached = Object.fromEntries(files.map((file) => [file, 1]))
    const times = Object.fromEntries(files.map((file) => [file, 5]))
    const plan = planFor(steps({ ...reached, 'dev/walks/built-weapp.test.ts': 2 }), {
      times,
      starts,
    })
    expect(plan.chosen).toHaveLength(40)
    expect(plan.seconds).toBe(5 + 100)
    expect(plan.left).toEqual(['dev/walks/built-weapp.test.ts'])
  })

  it('looks at the pages that changed and no others', () => {
    const times = { [EVERY_PAGE]: 280 }
    const reached = { [EVERY_PAGE]: 3, 'client/mall/reward/index.tsx': 1 }
    const plan = planFor(steps(reached), { times, starts })
    expect(plan.chosen).toEqual([EVERY_PAGE])
    expect(plan.pages).toEqual(['client/mall/reward/index.tsx'])
    expect(plan.seconds).toBe(60 + 30 + 25)
  })

  it('looks at the nearest of many pages, and names the others', () => {
    const pages = Array.from({ length: 43 }, (_unused, n) => `client/area/p${n}/index.tsx`)
    const reached = Object.fromEntries(pages.map((page, n) => [page, n === 42 ? 0 : 1]))
    const plan = planFor(steps({ ...reached, [EVERY_PAGE]: 2 }), { times: {}, starts })
    expect(plan.pages[0]).toBe('client/area/p42/index.tsx')
    expect(plan.pages.length + plan.leftPages.length).toBe(43)
    expect(plan.seconds).toBeLessThanOrEqual(BUDGET_SECONDS)
    expect(plan.leftPages.length).toBeGreaterThan(30)
  })

  it('looks at a page before other walks, and after the tests beside pages', () => {
    const walks = { 'dev/walks/built-weapp.test.ts': 2, [EVERY_PAGE]: 2 }
    const page = { 'client/mall/reward/index.tsx': 0, 'client/mall/reward/index.test.tsx': 1 }
    const plan = planFor(steps({ ...walks, ...page }), { times: {}, starts })
    expect(plan.chosen).toEqual(['client/mall/reward/index.test.tsx', EVERY_PAGE])
    expect(plan.left).toEqual(['dev/walks/built-weapp.test.ts'])
  })

  it('leaves the walk through every page to the whole run when no page is reached', () => {
    const plan = planFor(steps({ [EVERY_PAGE]: 2 }), { times: {}, starts })
    expect(plan.chosen).toEqual([])
    expect(plan.left).toEqual([EVERY_PAGE])
  })
})
