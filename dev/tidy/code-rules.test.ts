import { honestTypes } from './honest-types'
import { houseOf, type Rule } from './house'
import { purity } from './purity'
import { wholeNumbers } from './whole-numbers'

const countIn = (rule: Rule, path: string, text: string) => rule(houseOf({ [path]: text })).length

describe('purity', () => {
  it.each([
    ['shared/a.ts', 'const t = Date.now()'],
    ['shared/a.ts', 'const t = new Date()'],
    ['shared/a.ts', 'const t = Math.random()'],
    ['shared/a.ts', "import { createHash } from 'node:crypto'"],
    ['shared/a.ts', 'const e = process.env'],
    ['shared/a.ts', 'const f = new Intl.NumberFormat()'],
    ['client/a.ts', 'const t = Date.now()'],
    ['client/a.ts', 'const s = n.toLocaleString()'],
    ['cloudfunctions/mall/a.ts', 'const id = randomUUID()'],
    ['cloudfunctions/mall/a.ts', 'const t = performance.now()'],
  ])('refuses in %s: %s', (path, text) => {
    expect(countIn(purity, path, text)).toBe(1)
  })

  it.each([
    ['shared/a.ts', 'const t = new Date(now)'],
    ['client/clock.ts', 'const t = Date.now()'],
    ['client/request-id.ts', 'const t = Math.random()'],
    ['cloudfunctions/runtime/context.ts', 'const t = Date.now()'],
    ['shared/a.test.ts', 'const t = Date.now()'],
    ['dev/build.ts', 'const t = Date.now()'],
  ])('allows in %s: %s', (path, text) => {
    expect(countIn(purity, path, text)).toBe(0)
  })
})

describe('whole numbers', () => {
  it.each([
    'const a = paidFen / 100',
    'const a = Math.floor(x) + (bill.paidFen + 1) / 100',
    'billFen /= 2',
    'const a = pricePoints * 1.5',
    'const a = Math.round(paidFen / 100)',
    'const a = Math.ceil(points)',
    'const a = parseFloat(text)',
    'const a = Number.parseFloat(text)',
    'const a = paidFen.toFixed(2)',
  ])('refuses: %s', (text) => {
    expect(countIn(wholeNumbers, 'shared/a.ts', text)).toBeGreaterThan(0)
  })

  it.each([
    'const a = Math.floor(paidFen / fenPerPoint)',
    'const a = Math.trunc((paidFen - 1) / 100)',
    'const a = paidFen * 2 + points',
    'const a = lots.length / 2',
  ])('allows: %s', (text) => {
    expect(countIn(wholeNumbers, 'shared/a.ts', text)).toBe(0)
  })

  it('lets the client format', () => {
    expect(countIn(wholeNumbers, 'client/yuan.ts', '(paidFen / 100).toFixed(2)')).toBe(0)
    expect(countIn(wholeNumbers, 'client/a.ts', '(paidFen / 100).toFixed(2)')).toBe(2)
  })
})

describe('honest types', () => {
  it.each(['let a: any', 'const a = b as Thing', 'const a = b as unknown as Thing'])(
    'refuses: %s',
    (text) => {
      expect(countIn(honestTypes, 'shared/a.ts', text)).toBeGreaterThan(0)
    },
  )

  it('allows constants, the database layer, and an explained parse edge', () => {
    const explained = '// Parse edge: we signed it ourselves.\nconst a = JSON.parse(b) as Ticket'
    expect(countIn(honestTypes, 'shared/a.ts', 'const a = [1] as const')).toBe(0)
    expect(countIn(honestTypes, 'cloudfunctions/runtime/database.ts', 'a as B')).toBe(0)
    expect(countIn(honestTypes, 'cloudfunctions/mall/repository.ts', 'a as B')).toBe(0)
    expect(countIn(honestTypes, 'cloudfunctions/mall/a.ts', explained)).toBe(0)
  })

  it('does not take another comment for an explanation', () => {
    expect(countIn(honestTypes, 'shared/a.ts', '// Trust me.\nconst a = b as Thing')).toBe(1)
  })
})
