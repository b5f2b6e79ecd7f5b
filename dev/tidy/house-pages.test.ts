import { houseOf } from './house'
import { floorsOf, measure, twinLines } from './measure'
import { arrowsOf, countArrows, fewestArrows, PICTURE_PAGE, picture, withPicture } from './picture'
import { forbiddenIn, WORDS_PAGE, words } from './words'

const blank = [
  'before',
  '<!-- house: drawn by `npm run house`, never by hand -->',
  '<!-- house: end -->',
  'after',
].join('\n')

const texts = {
  'shared/refusal.ts': '',
  'shared/points/lots.ts': "import { refuse } from '../refusal'",
  'shared/mall/stock.ts': "import { lot } from '../points/lots'\nimport '../refusal'",
  'shared/mall/stock.test.ts': "import { x } from '../coupons/coupon'",
  'shared/coupons/coupon.ts': '',
}

describe('the picture of the rooms', () => {
  it('draws each room, and an arrow for what it imports; tests draw none', () => {
    const drawn = withPicture(blank, houseOf(texts))
    expect(drawn).toContain('  mall --> points\n')
    expect(drawn).toContain('  points --> ground\n')
    expect(drawn).not.toContain('mall --> coupons')
    expect(drawn).toContain('| mall | ground, points |')
    expect(drawn).toMatch(/^before\n[\s\S]*\nafter$/)
  })

  it('leaves out an arrow that a longer way says, and counts it all the same', () => {
    const arrows = arrowsOf('shared', houseOf(texts))
    expect(fewestArrows(arrows).get('mall')).toEqual(['points'])
    expect(countArrows(arrows)).toBe(3)
  })

  it('draws no arrow for a screen that a function mounts under its name', () => {
    const mounted = {
      'cloudfunctions/mall/index.ts': "import '../screens/home'\nimport './redeem'",
      'cloudfunctions/mall/redeem.ts': '',
      'cloudfunctions/screens/home.ts': "import '../mall/redeem'",
    }
    const arrows = arrowsOf('cloudfunctions', houseOf(mounted))
    expect(Object.fromEntries(arrows)).toEqual({ mall: [], screens: ['mall'] })
  })

  it('is stale once an import comes that it does not show', () => {
    const page = withPicture(blank, houseOf(texts))
    const pages = { [PICTURE_PAGE]: page }
    expect(picture(houseOf(texts, Object.keys(texts), pages))).toEqual([])
    const more = { ...texts, 'shared/coupons/coupon.ts': "import '../points/lots'" }
    expect(picture(houseOf(more, Object.keys(more), pages))).toHaveLength(1)
  })

  it('needs its place in the page', () => {
    expect(() => withPicture('no place', houseOf(texts))).toThrow('no place between')
  })
})

describe('the figures of a house', () => {
  it('counts what ships, and its tests apart', () => {
    const figures = new Map(measure(houseOf(texts)))
    expect(figures.get('product files')).toBe('4')
    expect(figures.get('test lines')).toBe('1')
    expect(figures.get('rooms of shared/')).toBe('4')
    expect(figures.get('arrows of shared/')).toBe('3')
    expect(figures.get('floors of shared/')).toBe('3')
  })

  it('counts each room of a circle once', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['a', 'c']],
      ['c', []],
    ])
    expect(floorsOf(circle)).toBe(3)
  })

  it('finds six lines that stand in two files, and passes over five', () => {
    const lines = ['one', 'two', 'three', 'four', 'five', 'six']
    const file = (said: readonly string[]) => ({ text: said.join('\n') })
    expect(twinLines([file([...lines, 'a']), file(['b', '', ...lines])])).toBe(12)
    expect(twinLines([file(lines), file([...lines.slice(1), 'b'])])).toBe(0)
  })
})

const glossary = [
  '| term | 中文 | meaning | not said |',
  '|---|---|---|---|',
  '| staff | 店员 | who scans | `clerk`, person |',
  '| expiry | 到期日 | the last day | `validTo`, `截止日` |',
].join('\n')

const said = (path: string, text: string, pages: Record<string, string> = {}) =>
  words(houseOf({ [path]: text }, [path], { [WORDS_PAGE]: glossary, ...pages })).map(
    ({ line, sentence }) => `${line} ${sentence}`,
  )

describe('words', () => {
  it('reads what is not said from the last column, and what is said from the first', () => {
    const found = forbiddenIn(glossary).map(({ word, instead }) => [word, instead])
    expect(found).toEqual([
      ['clerk', 'staff'],
      ['validTo', 'expiry'],
      ['截止日', 'expiry'],
    ])
  })

  it.each([
    '// a clerk',
    'const clerkName = 1',
    'CLERK_NAME',
    'theClerks()',
    'x.validTo',
    '截止日',
  ])('refuses: %s', (text) => {
    expect(said('shared/a.ts', `\n${text}`)).toHaveLength(1)
    expect(said('shared/a.ts', `\n${text}`)[0]).toMatch(/^2 /)
  })

  it.each(['// a person', 'clerkly', 'valid to the end'])('lets pass: %s', (text) => {
    expect(said('shared/a.ts', text)).toEqual([])
  })

  it('passes over a name that is listed to be changed, and over no longer one', () => {
    const listed = { [WORDS_PAGE]: [glossary, '- `clerkCap`: a figure of a rule'].join('\n') }
    expect(said('shared/a.ts', 'rule.clerkCap', listed)).toEqual([])
    expect(said('shared/a.ts', 'rule.clerkCaps', listed)).toHaveLength(1)
  })

  it('reads the pages for readers, and no test and no tool', () => {
    expect(said('shared/a.test.ts', '// a clerk')).toEqual([])
    expect(said('dev/a.ts', '// a clerk')).toEqual([])
    expect(said('shared/a.ts', '', { 'README.md': 'a clerk' })).toHaveLength(1)
  })
})
