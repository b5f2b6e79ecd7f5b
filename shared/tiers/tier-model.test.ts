import fc from 'fast-check'
import { type Bought, TierModel } from '../../dev/harness/tier-model'
import { addDays, startOfDateAt } from '../business-date'
import { settleTier } from './settling'
import { standingOn } from './standing'
import { noTally, type TierTally, withPurchase, withRefund } from './tally'
import { newTierRule, type TierRule, tierMethods, tierWindows } from './tier-rule'

const HISTORIES = 1_000
const STARTS_ON = '2025-11-20'
const MINUTE_MS = 60_000
const OPENS_MS = 9 * 3_600_000
/** Below it purchases are told apart by months; an older refund gives money back alone. */
const REFUNDABLE_DAYS = 1_000

type Kind = 'buy' | 'buySplit' | 'refund' | 'refundPart' | 'days' | 'months' | 'year'
const weights: Readonly<Record<Kind, number>> = {
  ...{ buy: 9, buySplit: 3, refund: 3, refundPart: 2, days: 6, months: 2, year: 2 },
}
const happening = fc.record({
  kind: fc.constantFrom(
    ...(Object.keys(weights) as Kind[]).flatMap((kind) => Array<Kind>(weights[kind]).fill(kind)),
  ),
  n: fc.nat(9_999),
})
type Happening = { readonly kind: Kind; readonly n: number }

const anyRule: fc.Arbitrary<TierRule> = fc
  .record({
    method: fc.constantFrom(...tierMethods.filter((method) => method !== 'off')),
    window: fc.constantFrom(...tierWindows),
    cycleMonth: fc.constantFrom(1, 4),
  })
  .map((part) => ({ ...newTierRule, ...part }))

interface Life {
  todayOn: string
  minute: number
  tally: TierTally
  readonly rule: TierRule
  readonly model: TierModel
}

const seen = { up: 0, fell: 0, kept: 0, refundFell: 0, refundKept: 0, grace: 0 }

function change(life: Life, make: (tally: TierTally) => TierTally) {
  const { rule, todayOn } = life
  const settled = settleTier(life.tally, { rule, todayOn }, make)
  life.tally = settled.tally
  return settled
}

function buy(life: Life, n: number) {
  const { todayOn, model } = life
  const at = startOfDateAt(todayOn) + OPENS_MS + life.minute * MINUTE_MS
  const paid: Bought = { on: todayOn, at, storeId: n % 3 === 0 ? 'b' : 'a', leftFen: 1 + n * 20 }
  model.review(todayOn)
  const { before, after } = change(life, (tally) =>
    withPurchase(tally, { ...paid, paidFen: paid.leftFen }, todayOn),
  )
  if (before.tier !== after.tier) seen.up += 1
  model.bought.push(paid)
}

function refund(life: Life, n: number, isPart: boolean) {
  const { todayOn, model } = life
  const open = model.bought.filter(
    ({ leftFen, on }) => leftFen > 0 && addDays(on, REFUNDABLE_DAYS) >= todayOn,
  )
  const bought = open[n % Math.max(open.length, 1)]
  if (!bought) return
  const backFen = isPart ? Math.ceil(bought.leftFen / 2) : bought.leftFen
  model.review(todayOn)
  bought.leftFen -= backFen
  const { before, after } = change(life, (tally) =>
    withRefund(tally, { ...bought, paidFen: backFen }, { leftFen: bought.leftFen }),
  )
  if (before.tier !== after.tier) seen.refundFell += 1
  else if (after.tier !== 'plain') seen.refundKept += 1
}

function wait(life: Life, days: number) {
  life.todayOn = addDays(life.todayOn, days)
  life.minute = 0
}

function happen(life: Life, { kind, n }: Happening) {
  life.minute += kind === 'buySplit' ? 1 + (n % 12) : 11
  if (kind === 'buy' || kind === 'buySplit') buy(life, n)
  if (kind === 'refund' || kind === 'refundPart') refund(life, n, kind === 'refundPart')
  if (kind === 'days') wait(life, 1 + (n % 40))
  if (kind === 'months') wait(life, 60 + (n % 120))
  if (kind === 'year') wait(life, 360 + (n % 70))
}

/** Both ways of asking: of the counts, and of all purchases. */
function compare(life: Life) {
  const { tally, rule, todayOn, model } = life
  const standing = standingOn(tally, rule, todayOn)
  const { tier, untilOn } = model.standing(todayOn)
  expect([standing.tier, standing.keepUntilOn]).toEqual([tier, untilOn])
  if (standing.graceUntilOn) seen.grace += 1
  for (const { from, to } of standing.reviews) seen[from === to ? 'kept' : 'fell'] += 1
}

it('equals what is worked out from all purchases anew, whatever happened', () => {
  const history = fc.tuple(anyRule, fc.array(happening, { minLength: 5, maxLength: 24 }))
  const story = fc.property(history, ([rule, happenings]) => {
    const life: Life = {
      ...{ todayOn: STARTS_ON, minute: 0, tally: noTally, rule, model: new TierModel(rule) },
    }
    for (const each of happenings) {
      happen(life, each)
      compare(life)
    }
  })
  fc.assert(story, { numRuns: HISTORIES })
  // A history that shows none of these would prove nothing.
  for (const [what, count] of Object.entries(seen)) {
    expect(`${what}: ${count > 20}`).toBe(`${what}: true`)
  }
})

it('does not depend on when somebody looked', () => {
  const history = fc.tuple(anyRule, fc.array(happening, { minLength: 5, maxLength: 30 }))
  const story = fc.property(history, ([rule, happenings]) => {
    const lazy: Life = {
      ...{ todayOn: STARTS_ON, minute: 0, tally: noTally, rule, model: new TierModel(rule) },
    }
    const eager: Life = { ...lazy, model: new TierModel(rule) }
    for (const each of happenings) {
      happen(lazy, each)
      const untilOn = lazy.todayOn
      while (eager.todayOn < untilOn) {
        wait(eager, 1)
        if (eager.tally.nextOn !== null && eager.tally.nextOn <= eager.todayOn) {
          change(eager, (tally) => tally)
        }
      }
      eager.todayOn = untilOn
      if (each.kind.startsWith('buy') || each.kind.startsWith('refund')) happen(eager, each)
      else eager.minute = lazy.minute
      const { rule: by, todayOn } = lazy
      const [one, other] = [lazy, eager].map(({ tally }) => standingOn(tally, by, todayOn))
      expect(one?.tier).toBe(other?.tier)
      expect(one?.keepUntilOn).toBe(other?.keepUntilOn)
    }
  })
  fc.assert(story, { numRuns: 40 })
})
