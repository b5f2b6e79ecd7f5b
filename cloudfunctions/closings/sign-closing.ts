import {
  admitSigning,
  type DaySums,
  differencesOf,
  isOurs,
  receiptDifferencesOf,
  type TillTotals,
} from '../../shared/closings/day-closing'
import { readReceiptList } from '../../shared/closings/receipt-list'
import { admitTotals } from '../../shared/closings/till-totals'
import type { closings, SignedClosing } from '../../shared/contract/closings'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import {
  closingIdOf,
  insertClosing,
  lastClosing,
  type StoredClosing,
  signedOf,
} from './closing-books'
import { type DayFigures, dayFigures } from './day-figures'

type Input = ParsedInputOf<typeof closings.signClosing>

interface Wish {
  readonly input: Input
  readonly store: Store
  readonly context: StaffContext
}

/** The first of them are kept; a longer list is a wrong file, not a day. */
const MAX_KEPT_DIFFERENCES = 100

/**
 * Signs a till's day: once, in the order of the days, with a word on what differs. Refuses
 * CLOSING_CHANGED when our figures are no longer those that were seen, what `admitTotals` and
 * `admitSigning` refuse, STORE_REQUIRED and STORE_FOREIGN.
 */
export const signClosing: UseCase<typeof closings.signClosing> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const wish = { input, store: store.value, context }
  const { note = null, receiptList = null } = input
  const meaning = { ...input, storeId: store.value.storeId, note, receiptList }
  return recorded<SignedClosing>(context, { meaning }, async ({ record }) => {
    const first = await signOnce(wish, record)
    // Somebody signed this till meanwhile: what she signed decides.
    return !first.ok && first.code === 'ALREADY_THERE' ? signOnce(wish, record) : first
  })
}

async function signOnce(
  wish: Wish,
  record: Recorder<SignedClosing>,
): Promise<Outcome<SignedClosing>> {
  const { input, store, context } = wish
  const possible = admitTotals(totalsOf(input))
  if (!possible.ok) return possible
  const { storeId } = store
  const { tillNo, businessOn } = input
  const before = await lastClosing(storeId, tillNo)
  const { now, todayOn, shop } = context
  const lastSignedOn = before?.businessOn ?? null
  const early = admitSigning({
    ...{ businessOn, todayOn, lastSignedOn },
    isDifferent: false,
    note: null,
  })
  if (!early.ok) return before && early.code === 'CLOSING_SIGNED' ? signedBy(before) : early
  const asked = { storeId, tillNo, businessOn, before, now, businessDay: shop.businessDay }
  const figures = await dayFigures(asked)
  if (!figures.ok) return figures
  const { sums } = figures.value
  if (!isAsSeen(sums, input)) return refuse('CLOSING_CHANGED')
  const closing = closingOf(wish, figures.value, before?.seq ?? 0)
  const { differences, receiptDifferences, note } = closing
  const isDifferent = differences.length > 0 || receiptDifferences.some(isOurs)
  const admitted = admitSigning({ businessOn, todayOn, lastSignedOn, isDifferent, note })
  if (!admitted.ok) return admitted
  return inTransaction(async (tx) => {
    await insertClosing(tx, closing)
    const answer = signedOf(closing)
    await record(tx, answer)
    return accept(answer)
  })
}

function signedBy({ staffName, signedAt }: StoredClosing): Outcome<SignedClosing> {
  return refuse('CLOSING_SIGNED', { staffName, signedAt })
}

function isAsSeen(sums: DaySums, { seenCount, seenPaidFen, seenRefundFen }: Input): boolean {
  const { purchaseCount, paidFen, refundFen } = sums
  return purchaseCount === seenCount && paidFen === seenPaidFen && refundFen === seenRefundFen
}

/** What was not counted is left out of the input. */
function totalsOf(input: Input): TillTotals {
  const { receiptCount, amountFen, refundFen = null, couponFen = null, pointsFen = null } = input
  const { nonMemberCount = null, nonMemberFen = null, footfallCount = null } = input
  return {
    ...{ receiptCount, amountFen, refundFen, couponFen, pointsFen },
    ...{ nonMemberCount, nonMemberFen, footfallCount },
  }
}

function closingOf(
  { input, store, context }: Wish,
  figures: DayFigures,
  seqBefore: number,
): StoredClosing {
  const till = totalsOf(input)
  const { receipts, ...ours } = figures
  const list = input.receiptList === undefined ? null : readReceiptList(input.receiptList)
  const seq = seqBefore + 1
  return {
    _id: closingIdOf(store.storeId, input.tillNo, seq),
    storeId: store.storeId,
    storeName: store.name,
    tillNo: input.tillNo,
    seq,
    businessOn: input.businessOn,
    ...ours,
    till,
    differences: [...differencesOf(ours.sums, till)],
    receiptDifferences: list?.ok
      ? receiptDifferencesOf(receipts, list.value).slice(0, MAX_KEPT_DIFFERENCES)
      : [],
    note: input.note ?? null,
    signedAt: context.now,
    staffId: context.staff._id,
    staffName: context.staff.displayName,
  }
}
