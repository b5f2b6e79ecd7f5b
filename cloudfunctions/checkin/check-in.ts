import { businessDateOf, expiryOf } from '../../shared/business-date'
import { nearnessOf, type Place } from '../../shared/checkin/nearness'
import { type CheckInStep, checkInOn } from '../../shared/checkin/streak'
import type { CheckInAnswer, checkin } from '../../shared/contract/checkin'
import { MAX_WRONG_STORE_CODES } from '../../shared/limits'
import { earn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import { type Book, enter, openBook, post } from '../points/ledger'
import { entryIn, readEntry } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { countWrongCode, keepVisit, readVisits, type StoreVisit, type Visits } from './repository'
import { storeByCode } from './store-codes'

/** Nature's key of a check-in, and of the entry that books it: one for each member and day. */
export function checkInKeyOf(memberId: string, on: string): string {
  return `checkin:${memberId}:${on}`
}

interface Press {
  readonly context: MemberContext
  readonly key: string
  /** The calendar day in UTC+8, whatever hour the shop's own day begins at. */
  readonly on: string
  readonly hash: string
  /** Set when she came by a store's code. */
  readonly atStore: AtStore | null
}

interface AtStore {
  readonly store: Store
  readonly nearness: StoreVisit['nearness']
  readonly known: Visits | null
}

/**
 * Today's check-in, once a calendar day: whoever asks again, by any request, is answered the same.
 * Refuses CHECKIN_OFF; CHECKIN_DONE when a membership that was merged into hers had today's;
 * STORE_CODE_INVALID and STORE_CODE_ATTEMPTS for a code of no store; STORE_FAR when she is known
 * to be elsewhere.
 */
export const checkIn: UseCase<typeof checkin.checkIn> = async (input, context) => {
  const { member, now, shop } = context
  const on = businessDateOf(now)
  const key = checkInKeyOf(member._id, on)
  if (input.storeCode !== undefined) {
    const store = storeByCode(shop, input.storeCode, on)
    return store
      ? checkInAtStore({ store, place: input.place }, { context, key, on })
      : refuseCode(member._id, on)
  }
  const asked = { meaning: { key }, find: () => readEntry<CheckInAnswer>(key) }
  return recorded<CheckInAnswer>(context, asked, ({ hash }) =>
    inTransaction((tx) => checkInIn(tx, { context, key, on, hash, atStore: null })),
  )
}

/** The same by a store's code: a visit of hers is kept, also when she has checked in already. */
async function checkInAtStore(
  { store, place }: { readonly store: Store; readonly place: Place | undefined },
  press: Pick<Press, 'context' | 'key' | 'on'>,
): Promise<Outcome<CheckInAnswer>> {
  const { context, key, on } = press
  let known: Visits | null = null
  const find = async () => {
    known = await readVisits({ memberId: context.member._id, on })
    return known?.visits.find(({ storeId }) => storeId === store.storeId) ?? null
  }
  return recorded<CheckInAnswer>(context, { meaning: { key }, find }, async ({ hash }) => {
    if ((known?.wrongCount ?? 0) >= MAX_WRONG_STORE_CODES) {
      return refuse('STORE_CODE_ATTEMPTS', { field: 'storeCode' })
    }
    const nearness = nearnessOf(store.place, place)
    if (nearness === 'far') return refuse('STORE_FAR', { field: 'place' })
    return inTransaction((tx) =>
      checkInIn(tx, { ...press, hash, atStore: { store, nearness, known } }),
    )
  })
}

async function refuseCode(memberId: string, on: string): Promise<Outcome<CheckInAnswer>> {
  const mayTryAgain = await countWrongCode({ memberId, on })
  const code = mayTryAgain ? 'STORE_CODE_INVALID' : 'STORE_CODE_ATTEMPTS'
  return refuse(code, { field: 'storeCode' })
}

async function checkInIn(tx: Transaction, press: Press): Promise<Outcome<CheckInAnswer>> {
  const { context, on, hash, atStore } = press
  const { member, shop, now } = context
  const book = await openBook(tx, member._id, context)
  // She was merged since the door looked: the day belongs to the other membership.
  if (book.account._id !== member._id) return refuse('MEMBERSHIP_MERGED')
  const step = checkInOn(book.account.checkIns, shop.checkIn, on)
  const isVisitOnly = atStore !== null && !step.ok && step.code === 'CHECKIN_DONE'
  if (!step.ok && !isVisitOnly) return step
  const answer = step.ok ? await bookStep(tx, book, { press, step: step.value }) : null
  const told = answer ?? (await toldBefore(tx, book, press))
  if (atStore) {
    const { store, nearness } = atStore
    const day = { memberId: member._id, on }
    // Only where nothing else keeps two stores apart is the day's document read once more.
    const known = step.ok ? atStore.known : await readVisits(day, tx)
    const visit = { storeId: store.storeId, at: now, nearness, request: { hash, answer: told } }
    await keepVisit(tx, day, { known, visit })
  }
  return accept(told)
}

async function bookStep(
  tx: Transaction,
  book: Book,
  { press, step }: { readonly press: Press; readonly step: CheckInStep },
): Promise<CheckInAnswer> {
  const { context, key, hash, atStore } = press
  const { shop, todayOn } = context
  const { points, bonusPoints, streakDays, checkIns } = step
  const expiresOn = expiryOf(todayOn, shop.earnRule.validityMonths)
  const earned = earn(book.account, points + bonusPoints, expiresOn)
  const { balancePoints } = earned.account
  const answer = { points, bonusPoints, streakDays, balancePoints }
  const entered = enter(book, earned, {
    key,
    reason: 'checkedIn',
    storeId: atStore?.store.storeId ?? null,
    rule: shop.checkIn,
    facts: { checkIn: { streakDays, bonusPoints } },
    request: { hash, answer },
  })
  await post(tx, entered, { checkIns })
  return answer
}

/** What today's check-in answered; a merged membership's is not hers to be told of. */
async function toldBefore(
  tx: Transaction,
  { account }: Book,
  { key }: Press,
): Promise<CheckInAnswer> {
  const entry = await entryIn<CheckInAnswer>(tx, key)
  const { balancePoints } = account
  return entry?.request?.answer ?? { points: 0, bonusPoints: 0, streakDays: 0, balancePoints }
}
