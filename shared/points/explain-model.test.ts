import fc from 'fast-check'
import { type History, liveThrough, randomDeed } from '../../dev/harness/random-history'
import { addDays, daysBetween } from '../business-date'
import { explainChange } from './balance-change'
import { explainEntry } from './explain'
import { explainComing, explainDebt, explainLot } from './explain-account'

const HISTORIES = 1_000
const COMPARISONS = 3
const seen = { entries: 0, causes: new Map<string, number>(), fewer: 0, more: 0 }

/**
 * Read as a shopper reads: nothing is known here but Chinese. A number of points that no verb
 * claims is a sentence that nobody could check.
 */
const verbs: readonly (readonly [pattern: RegExp, sign: 1 | 0 | -1])[] = [
  [/获得 (\d+) 积分，\d{4}-\d{2}-\d{2} 到账/, 0],
  [/待到账的 (\d+) 积分取消/, 0],
  [/(?:获得|退回|增加|到账|转入|记入) (\d+) 积分/, 1],
  [/的 (\d+) 积分到账/, 1],
  [/不足的 (\d+) 分记为欠积分/, 1],
  [/不够扣的 (\d+) 积分没有扣/, 1],
  [/扣回当时获得的 (\d+) 积分/, -1],
  [/(?:使用|扣减|失效|转出|扣去) (\d+) 积分/, -1],
  [/(\d+) 积分到期，已失效/, -1],
  [/(\d+) 分抵还欠积分/, -1],
  [/抵还以前欠的 (\d+) 积分/, -1],
]

function pointsIn(sentence: string): number {
  let left = sentence.replace(/（[^）]*）/g, '').replace(/“[^”]*”/g, '')
  let points = 0
  for (const [pattern, sign] of verbs) {
    const found = pattern.exec(left)
    if (!found) continue
    points += sign * Number(found[1])
    left = left.replace(pattern, '')
  }
  if (/\d+ 积?分/.test(left)) throw new Error(`whose number is it? ${sentence}`)
  return points
}

/** The one number of points in a sentence. */
function numberIn(sentence: string): number {
  const found = sentence.replace(/（[^）]*）/g, '').match(/\d+(?= 积分)/g) ?? []
  if (found.length !== 1) throw new Error(`which number? ${sentence}`)
  return Number(found[0])
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** The first sentence of a comparison: from, to, and how many fewer or more. */
function wholeIn(sentence: string): { before: number; after: number; difference: number } {
  const way = /可用积分从 (\d+) 变为 (\d+)，/.exec(sentence)
  const fewer = /少了 (\d+) 积分$/.exec(sentence)
  const more = /多了 (\d+) 积分$/.exec(sentence)
  if (!fewer && !more && !/没有多也没有少$/.test(sentence)) throw new Error(sentence)
  const difference = fewer ? -Number(fewer[1]) : more ? Number(more[1]) : 0
  return { before: Number(way?.[1]), after: Number(way?.[2]), difference }
}

function expectEntriesTellBalance({ stories, account }: History): void {
  const told = stories.map((story) => pointsIn(explainEntry(story)))
  expect(sumOf(told)).toBe(account.balancePoints)
  seen.entries += told.length
}

function expectAccountTold({ account, stories }: History): void {
  const { lots, pending, debtPoints } = account
  expect(sumOf(lots.map((lot) => numberIn(explainLot(lot))))).toBe(account.balancePoints)
  const coming = pending.map((each) => explainComing({ ...each, storeName: '梧桐里店' }))
  expect(sumOf(coming.map(numberIn))).toBe(account.pendingPoints)
  const makers = stories.filter(({ debtChangePoints }) => debtChangePoints > 0).reverse()
  const owed = explainDebt(debtPoints, makers).map(({ sentence }) => sentence)
  expect(sumOf(owed.map((sentence) => numberIn(sentence)))).toBe(debtPoints)
  expect(owed.every((sentence) => /退款|合并/.test(sentence))).toBe(true)
}

/** The balance as somebody would have noted it down in the evening of a date. */
function notedOn({ evenings }: History, on: string): number {
  let noted = 0
  for (const [evening, points] of evenings) if (evening <= on) noted = points
  return noted
}

function expectDifferenceTold(history: History, fromOn: string, toOn: string): void {
  const beforePoints = notedOn(history, fromOn)
  const afterPoints = notedOn(history, toOn)
  const between = history.stories.filter(({ on }) => on > fromOn && on <= toOn)
  const story = explainChange({ fromOn, toOn, beforePoints, afterPoints }, between)
  const whole = wholeIn(story.sentence)
  expect(whole).toEqual({
    before: beforePoints,
    after: afterPoints,
    difference: afterPoints - beforePoints,
  })
  const numbers = story.lines.map(({ sentence }) => pointsIn(sentence))
  expect(sumOf(numbers)).toBe(afterPoints - beforePoints)
  expect(numbers).toEqual(story.lines.map(({ points }) => points))
  for (const { cause } of story.lines) seen.causes.set(cause, (seen.causes.get(cause) ?? 0) + 1)
  if (whole.difference < 0) seen.fewer += 1
  if (whole.difference > 0) seen.more += 1
}

describe('the sentences of a random history', () => {
  it(`have numbers that sum to the balance and to every difference, ${HISTORIES} times`, () => {
    const startOn = fc.nat(1_500).map((days) => addDays('2024-01-01', days))
    const deeds = fc.array(randomDeed, { minLength: 10, maxLength: 45 })
    const dates = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), {
      minLength: COMPARISONS,
      maxLength: COMPARISONS,
    })
    fc.assert(
      fc.property(startOn, deeds, dates, (firstOn, lived, percents) => {
        const history = liveThrough(firstOn, lived)
        expectEntriesTellBalance(history)
        expectAccountTold(history)
        const days = daysBetween(firstOn, history.todayOn)
        for (const [one, other] of percents) {
          const [from, to] = [Math.min(one, other), Math.max(one, other)]
          const on = (percent: number) => addDays(firstOn, Math.floor((days * percent) / 99))
          expectDifferenceTold(history, on(from), on(to))
        }
        expectDifferenceTold(history, addDays(firstOn, -1), history.todayOn)
      }),
      { numRuns: HISTORIES },
    )
  })

  it('went through every cause that changes a balance', () => {
    expect(seen.entries).toBeGreaterThan(10 * HISTORIES)
    expect(Math.min(seen.fewer, seen.more)).toBeGreaterThan(100)
    const causes = ['purchase:gain', 'released:gain', 'gift:gain', 'redemption:loss']
    const returns = ['redemptionCancelled:gain', 'pickupExpired:gain', 'purchaseRefunded:loss']
    const others = ['expiry:loss', 'adjusted:gain', 'adjusted:loss', 'debtMade', 'debtRepaid']
    const merges = ['mergedIn:gain', 'mergedIn:loss', 'mergeUndone:gain', 'mergeUndone:loss']
    for (const cause of [...causes, ...returns, ...others, ...merges]) {
      expect([cause, (seen.causes.get(cause) ?? 0) > 10]).toEqual([cause, true])
    }
  })
})
