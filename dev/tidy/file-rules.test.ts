import { houseOf, type Rule } from './house'
import { names } from './names'
import { refusals } from './refusals'
import { sizes } from './sizes'
import { testsBeside } from './tests-beside'

const sentences = (rule: Rule, texts: Record<string, string>) =>
  rule(houseOf(texts)).map(({ sentence }) => sentence)

describe('sizes', () => {
  const lines = (count: number, line = 'a()') => `${line}\n`.repeat(count)

  it('refuses line 251 of a file, and column 101 of a line', () => {
    expect(sentences(sizes, { 'shared/a.ts': lines(250) })).toEqual([])
    expect(sentences(sizes, { 'shared/a.ts': lines(251) })).toEqual([
      'has 251 lines, more than 250',
    ])
    expect(sentences(sizes, { 'shared/a.ts': `// ${'x'.repeat(97)}` })).toEqual([])
    expect(sentences(sizes, { 'shared/a.ts': `// ${'x'.repeat(98)}` })).toHaveLength(1)
  })

  it('refuses a function of 61 lines, but not a long list of tests', () => {
    expect(sentences(sizes, { 'shared/a.ts': `function f() {\n${lines(58)}}` })).toEqual([])
    expect(sentences(sizes, { 'shared/a.ts': `function f() {\n${lines(59)}}` })).toHaveLength(1)
    const tests = `describe('x', () => {\n${lines(80)}})`
    expect(sentences(sizes, { 'shared/a.test.ts': tests })).toEqual([])
  })

  it('refuses a fourth parameter', () => {
    expect(sentences(sizes, { 'shared/a.ts': 'const f = (a, b, c) => a' })).toEqual([])
    expect(sentences(sizes, { 'shared/a.ts': 'const f = (a, b, c, d) => a' })).toHaveLength(1)
  })
})

describe('names', () => {
  it.each([
    'shared/utils.ts',
    'client/helpers/a.ts',
    'cloudfunctions/mall/service.ts',
    'client/memberCard.tsx',
    'client/Parts/card.tsx',
    'client/manager/manager.ts',
    'cloudfunctions/manager/index.ts',
  ])('refuses %s', (path) => {
    expect(sentences(names, { [path]: '' })).toHaveLength(1)
  })

  it.each([
    'client/home.store.ts',
    'shared/lots.test.ts',
    'client/tabs/me/index.config.ts',
    'client/manager/desk/index.tsx',
  ])('allows %s', (path) => {
    expect(sentences(names, { [path]: '' })).toEqual([])
  })

  it('refuses a barrel', () => {
    expect(sentences(names, { 'shared/all.ts': "export { a } from './a'" })).toHaveLength(1)
    expect(sentences(names, { 'shared/all.ts': "export * from './a'\nf()" })).toHaveLength(1)
    expect(sentences(names, { 'shared/all.ts': 'export const a = 1' })).toEqual([])
  })
})

describe('a test beside', () => {
  it('is asked of a rule and of a use case, not of figures or a repository', () => {
    const texts = {
      'shared/lots.ts': 'export function spend() {}',
      'shared/limits.ts': 'export const MAX = 1',
      'cloudfunctions/mall/index.ts': "import { redeem } from './redeem-reward'",
      'cloudfunctions/mall/redeem-reward.ts': "import './repository'",
      'cloudfunctions/mall/repository.ts': '',
    }
    expect(sentences(testsBeside, texts)).toEqual([
      'shared/lots.test.ts is missing',
      'cloudfunctions/mall/redeem-reward.test.ts is missing',
    ])
    expect(sentences(testsBeside, { ...texts, 'shared/lots.test.ts': '' })).toHaveLength(1)
  })

  it('asks for one beside what a chapter of the table of contents lists', () => {
    const texts = {
      'cloudfunctions/lists/index.ts': "import { entryCases } from './entry-cases'",
      'cloudfunctions/lists/entry-cases.ts': "import { joinList } from './join-list'",
      'cloudfunctions/lists/join-list.ts': '',
    }
    expect(sentences(testsBeside, texts)).toEqual([
      'cloudfunctions/lists/join-list.test.ts is missing',
    ])
  })
})

describe('refusals', () => {
  const list = (entries: string) => `export const refusalSentences = { ${entries} } as const`
  const use = { 'cloudfunctions/mall/a.ts': "refuse('SOLD_OUT')" }

  it('asks for a Chinese sentence for every code', () => {
    expect(
      sentences(refusals, { 'shared/refusal.ts': list("SOLD_OUT: '兑完了'"), ...use }),
    ).toEqual([])
    expect(
      sentences(refusals, { 'shared/refusal.ts': list("SOLD_OUT: 'sold out'"), ...use }),
    ).toEqual(['SOLD_OUT has no Chinese sentence'])
  })

  it('refuses a code outside the list, and one that is never answered', () => {
    expect(sentences(refusals, { 'shared/refusal.ts': list("BUSY: '请稍等'"), ...use })).toEqual([
      'SOLD_OUT has no sentence in shared/refusal.ts',
      'BUSY is never answered',
    ])
  })
})
