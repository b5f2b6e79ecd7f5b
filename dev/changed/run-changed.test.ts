import { explain } from './run-changed'

const steps = new Map([
  ['shared/yuan.ts', 0],
  ['shared/yuan.test.ts', 0],
  ['client/mall/reward/index.tsx', 1],
  ['client/mall/list/index.tsx', 1],
  ['dev/walks/every-page.test.ts', 3],
  ['dev/walks/shop-day.test.ts', 3],
])
const plan = {
  chosen: ['shared/yuan.test.ts', 'dev/walks/every-page.test.ts'],
  pages: ['client/mall/reward/index.tsx'],
  left: ['dev/walks/shop-day.test.ts'],
  leftPages: ['client/mall/list/index.tsx'],
  seconds: 61.4,
}
const tests = [
  ...['shared/yuan.test.ts', 'dev/walks/every-page.test.ts', 'dev/walks/shop-day.test.ts'],
  ...['shared/lots.test.ts', 'client/a.test.ts', 'client/b.test.ts', 'dev/seed/c.test.ts'],
]

describe('what is said before a change is tested', () => {
  const change = { against: 'abc', paths: ['docs/points.md', 'shared/yuan.ts'] }
  const lines = explain({ change, steps, plan, tests })

  it('names what runs', () => {
    expect(lines.filter((line) => !line.startsWith('left'))).toEqual([
      'changed against abc: 2 files',
      'runs: types, lint and tidy',
      'runs: shared/yuan.test.ts, 0 steps away',
      'runs: dev/walks/every-page.test.ts, 3 steps away',
      '  with 1 of the 2 pages that it can touch',
      'about 61 s, the checks beside it',
      'reaches no test: docs/points.md',
    ])
  })

  it('leaves nothing to the whole run without a word', () => {
    expect(lines.filter((line) => line.startsWith('left'))).toEqual([
      'left for npm test, no time: dev/walks/shop-day.test.ts',
      'left for npm test, no time: the look of client/mall/list/index.tsx',
      'left for npm test, not reached: 1 of rules, 1 of functions, 2 of pages',
    ])
  })
})
