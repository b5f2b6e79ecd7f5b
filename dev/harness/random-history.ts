/** Random stories of one member's points, through the rules alone, entry by entry. */
import fc from 'fast-check'
import { addDays, expiryOf } from '../../shared/business-date'
import { type MovedPoints, merge, unmerge } from '../../shared/merging/merging'
import { adjust } from '../../shared/points/adjustment'
import { fallDue } from '../../shared/points/due'
import type { EntryStory } from '../../shared/points/explain'
import { freeze, unfreeze } from '../../shared/points/freezing'
import { burn, earn, returnBurnt } from '../../shared/points/ledger'
import type { Lot } from '../../shared/points/lots'
import { clawBackEarn, earnOrHold } from '../../shared/points/pending'
import {
  emptyAccount,
  type LedgerStep,
  type PointsAccount,
} from '../../shared/points/points-account'
import type { Outcome } from '../../shared/refusal'

type Buying = 'buy' | 'buyLater' | 'buyAtCap' | 'pack' | 'refund' | 'refundPart'
type Spending = 'redeem' | 'cancel' | 'leaveUncollected'
type Kind =
  | Buying
  | Spending
  | 'mergeIn'
  | 'undoMerge'
  | 'give'
  | 'take'
  | 'freezeOrThaw'
  | 'days'
  | 'manyDays'

const weights: Readonly<Record<Kind, number>> = {
  ...{ buy: 8, buyLater: 4, buyAtCap: 1, pack: 1, redeem: 5, cancel: 3, leaveUncollected: 1 },
  ...{ refund: 3, refundPart: 4, give: 2, take: 2, freezeOrThaw: 1, days: 8, manyDays: 1 },
  ...{ mergeIn: 2, undoMerge: 1 },
}

/** What may happen: the number says how many points, how many days, or which purchase. */
export interface Deed {
  readonly kind: Kind
  readonly n: number
}

/** Each kind as often as its weight says. */
export const randomDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kindsByWeight()),
  n: fc.nat(90),
})

export interface History {
  todayOn: string
  account: PointsAccount
  readonly stories: EntryStory[]
  /** The balance at the end of each date on which anything happened, in order. */
  readonly evenings: Map<string, number>
  readonly purchases: { entryKey: string; points: number; expiresOn: string }[]
  readonly redemptions: { lots: readonly Lot[] }[]
  readonly merges: MovedPoints[]
}

const VALIDITY_MONTHS = 12
const PENDING_DAYS = 7

/** What the words around the points say; a part of a story that no rule asks for. */
const words = {
  storeName: '梧桐里店',
  paidFen: 5_860,
  receiptNo: '0815',
  rewardTitle: '散养鸡蛋 10 枚',
  note: '补记 3 月 5 日漏登的消费',
  releasesOn: null,
  cap: null,
}

/** Lives through deeds from a date on; every entry that they book is in the history's stories. */
export function liveThrough(startOn: string, deeds: readonly Deed[]): History {
  const history: History = {
    todayOn: startOn,
    account: emptyAccount,
    stories: [],
    evenings: new Map(),
    purchases: [],
    redemptions: [],
    merges: [],
  }
  for (const { kind, n } of deeds) {
    live[kind](history, n)
    history.evenings.set(history.todayOn, history.account.balancePoints)
  }
  return history
}

type Words = Pick<EntryStory, 'reason'> & Partial<EntryStory>

function book(history: History, step: LedgerStep, told: Words): void {
  const { posting, points, debtChangePoints } = step.movement
  const isPromised = posting.to === 'program:pending'
  const isBroken = posting.from === 'program:pending' && posting.to === 'program:reversed'
  const pendingChangePoints = isPromised ? posting.points : isBroken ? -posting.points : 0
  const on = history.todayOn
  history.account = step.account
  const moved = { points, debtChangePoints, pendingChangePoints, on }
  history.stories.push({ ...words, ...told, ...moved })
}

function bookIf(history: History, outcome: Outcome<LedgerStep>, told: Words): void {
  if (outcome.ok) book(history, outcome.value, told)
}

function buy(history: History, points: number, pendingDays: number): void {
  const { todayOn, account, stories, purchases } = history
  const releasesOn = pendingDays > 0 ? addDays(todayOn, pendingDays) : null
  const expiresOn = expiryOf(releasesOn ?? todayOn, VALIDITY_MONTHS)
  const entryKey = `purchase:${stories.length}`
  const wish = { entryKey, points, releasesOn, expiresOn, storeId: null, receiptNo: null }
  const excludedFen = points % 3 === 0 ? 1_200 : null
  book(history, earnOrHold(account, wish), { reason: 'purchase', releasesOn, excludedFen })
  purchases.push({ entryKey, points, expiresOn })
}

function refund(history: History, which: number, share: number): void {
  const { purchases, account, todayOn } = history
  const purchase = purchases[which % Math.max(purchases.length, 1)]
  if (!purchase) return
  const points = Math.ceil(purchase.points / share)
  purchase.points -= points
  for (const step of clawBackEarn(account, { ...purchase, points, todayOn })) {
    book(history, step, { reason: 'purchaseRefunded' })
  }
}

function giveBack(history: History, which: number, reason: EntryStory['reason']): void {
  const { redemptions, account, todayOn } = history
  const [redemption] = redemptions.splice(which % Math.max(redemptions.length, 1), 1)
  if (!redemption) return
  book(history, returnBurnt(account, redemption.lots, { todayOn, graceDays: 7 }), { reason })
}

/** Another membership of hers comes in: one with points, or one that owes. */
function mergeIn(history: History, points: number): void {
  const { account, todayOn, merges } = history
  const lots = points % 2 === 0 ? [{ expiresOn: expiryOf(todayOn, VALIDITY_MONTHS), points }] : []
  const worth = lots.length > 0 ? { balancePoints: points, lots } : { debtPoints: points }
  const merged = merge({ from: { ...emptyAccount, ...(points > 0 ? worth : {}) }, into: account })
  if (!merged.ok) return
  book(history, merged.value.into, { reason: 'mergedIn' })
  merges.push(merged.value.moved)
}

function undoMerge(history: History): void {
  const moved = history.merges.pop()
  if (!moved) return
  const both = { from: emptyAccount, into: history.account }
  const undone = unmerge(both, moved, history.todayOn)
  if (undone.ok) book(history, undone.value.into, { reason: 'mergeUndone' })
}

function wait(history: History, days: number): void {
  history.evenings.set(history.todayOn, history.account.balancePoints)
  history.todayOn = addDays(history.todayOn, days)
  for (const { kind, step } of fallDue(history.account, history.todayOn)) {
    book(history, step, { reason: kind === 'expiry' ? 'expiry' : 'released' })
  }
}

const live: Record<Kind, (history: History, n: number) => void> = {
  buy: (history, n) => buy(history, n, 0),
  buyLater: (history, n) => buy(history, n, PENDING_DAYS),
  buyAtCap: (history) => {
    const step = earn(history.account, 0, expiryOf(history.todayOn, VALIDITY_MONTHS))
    book(history, step, { reason: 'purchase', cap: 'day' })
  },
  pack: (history) => {
    const expiresOn = expiryOf(history.todayOn, VALIDITY_MONTHS)
    book(history, earn(history.account, 100, expiresOn), { reason: 'gift' })
  },
  redeem: (history, n) => {
    const step = burn(history.account, n + 1)
    if (!step.ok) return
    const lots = step.value.movement.lotChanges.map((lot) => ({ ...lot, points: -lot.points }))
    book(history, step.value, { reason: 'redemption' })
    history.redemptions.push({ lots })
  },
  cancel: (history, n) => giveBack(history, n, 'redemptionCancelled'),
  leaveUncollected: (history, n) => giveBack(history, n, 'pickupExpired'),
  refund: (history, n) => refund(history, n, 1),
  refundPart: (history, n) => refund(history, n, 3),
  give: (history, n) => {
    const expiresOn = expiryOf(history.todayOn, VALIDITY_MONTHS)
    bookIf(history, adjust(history.account, n + 1, expiresOn), { reason: 'adjusted' })
  },
  take: (history, n) =>
    bookIf(history, adjust(history.account, -n - 1, history.todayOn), { reason: 'adjusted' }),
  freezeOrThaw: (history) => {
    const { account, todayOn } = history
    if (account.frozen) bookIf(history, unfreeze(account, todayOn), { reason: 'unfrozen' })
    else bookIf(history, freeze(account, { todayOn, reason: '核对' }), { reason: 'frozen' })
  },
  mergeIn: (history, n) => mergeIn(history, n),
  undoMerge,
  days: (history, n) => wait(history, n % 31),
  manyDays: (history, n) => wait(history, 100 + n * 4),
}

function kindsByWeight(): Kind[] {
  const isKind = (name: string): name is Kind => name in weights
  return Object.entries(weights).flatMap(([name, weight]) =>
    isKind(name) ? Array<Kind>(weight).fill(name) : [],
  )
}
