import type { Guard, GuardMutant } from './guard'
import { tills } from './till-guards'

const claim = 'cloudfunctions/drops/claim-drop.ts'
const dropRule = 'shared/drops/drop.ts'
const units = 'cloudfunctions/runtime/units.ts'
const faults = 'cloudfunctions/runtime/database-faults.ts'

/** R13. Guards without which points or stock would go wrong. */
const books: readonly Guard[] = [
  {
    rule: 'a unit is taken only while one is left',
    file: units,
    find: 'leftCount: command.gte(count), [mark]: command.exists(false)',
    replace: '[mark]: command.exists(false)',
    noticedBy: ['last-unit'],
  },
  {
    rule: 'a taken unit names its holder',
    file: units,
    find: '{ leftCount: command.inc(-count), ...marked }',
    replace: '{ leftCount: command.inc(-count) }',
    noticedBy: ['killed'],
    only: 'mall.redeem',
  },
  {
    rule: 'a unit goes back once',
    file: units,
    find: 'const unmarked = { _id, [mark]: command.exists(false) }',
    replace: 'const unmarked = { _id }',
    noticedBy: ['killed'],
    only: 'mall.cancelRedemption',
  },
  {
    rule: 'the sweeper asks whether the unit was booked',
    file: 'cloudfunctions/runtime/unit-sweeper.ts',
    find: 'if (booked) await keepUnits(units, { key, holder })',
    replace: 'if (false) await keepUnits(units, { key, holder })',
    noticedBy: ['killed'],
    only: 'mall.redeem',
  },
  {
    rule: 'stock is changed by one update, not read and then written',
    file: units,
    find: 'return changeIf(collection, free, { leftCount: command.inc(-count), ...marked })',
    // The pause is where a second buyer reads, also on a busy machine.
    replace: `return import('./database').then(async ({ getById, pause }) => {
      const left = Number(Object(await getById(collection, _id)).leftCount)
      await pause(4)
      const change = { leftCount: left - count, ...marked }
      return left >= count && Boolean(free) && changeIf(collection, { _id }, change)
    })`,
    noticedBy: ['last-unit'],
  },
  {
    rule: 'a conflict is tried again',
    file: faults,
    find: "return textOf(fault).includes('TransactionConflict')",
    replace: 'return false',
    noticedBy: ['last-points', 'auditor'],
  },
  {
    rule: 'a key that exists is no fault',
    file: faults,
    find: "return text.includes('E11000') || text.includes('DATABASE_DUPLICATE_WRITE')",
    replace: 'return false',
    noticedBy: ['one-effect'],
  },
  {
    rule: 'the same request id means the same',
    file: 'cloudfunctions/runtime/once.ts',
    find: 'return booked.hash === hash ?',
    replace: 'return booked.hash !== undefined ?',
    noticedBy: ['one-effect'],
  },
  {
    rule: 'who calls is known from the platform alone',
    file: 'cloudfunctions/runtime/serve.ts',
    find: 'const memberId = callerMemberId()',
    replace: 'const memberId = String(Object(request.input).memberId ?? callerMemberId())',
    noticedBy: ['forged'],
  },
  {
    rule: 'a business date is a day in Shanghai',
    file: 'shared/business-date.ts',
    find: 'const SHANGHAI_OFFSET_MS = 8 * 3_600_000',
    replace: 'const SHANGHAI_OFFSET_MS = 0',
    noticedBy: ['expiry-edge'],
  },
  {
    rule: 'points live through their last day',
    file: 'shared/points/ledger.ts',
    find: 'lot.expiresOn < todayOn)',
    replace: 'lot.expiresOn <= todayOn)',
    noticedBy: ['expiry-edge'],
  },
  {
    rule: 'an input with odd keys is refused',
    file: 'cloudfunctions/runtime/parse.ts',
    find: 'if (odd !== null)',
    replace: 'if (odd === undefined)',
    noticedBy: ['malformed'],
  },
]

const couponRule = 'shared/coupons/coupon.ts'

/** Guards of a coupon: without them two have it, or it comes off two bills. */
const coupons: readonly Guard[] = [
  {
    rule: 'a held coupon is kept from other tills',
    file: couponRule,
    find: 'return heldBy.id !== holder?.id && heldBy.staffId !== holder?.staffId',
    replace: 'return false',
    noticedBy: ['last-coupon'],
  },
  {
    rule: 'a used coupon is used',
    file: couponRule,
    find: "if (coupon.state === 'used') return refuse('COUPON_USED')",
    replace: '',
    noticedBy: ['last-coupon'],
  },
]

/** Guards of a drop: without them somebody has two, or a community gives more than its quota. */
const drops: readonly Guard[] = [
  {
    rule: 'of a drop a member has one',
    file: claim,
    find: 'memberId, at, todayOn, claimKey, requestKey }',
    replace: 'memberId, at, todayOn, requestKey }',
    noticedBy: ['rush'],
  },
  {
    rule: 'a slot of a drop is taken once',
    file: claim,
    find: 'couponId: slotKeyOf(place, slot), memberId',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a template.
    replace: 'couponId: `${slotKeyOf(place, slot)}:${requestKey}`, memberId',
    noticedBy: ['rush'],
  },
  {
    rule: 'a drop gives from its opening to its end',
    file: dropRule,
    find: 'const inTime = admitTime(openingEarlier(drop, leadMinutes), now)',
    replace: 'const inTime = accept(null)',
    noticedBy: ['rush'],
  },
  {
    rule: 'a drop is for the communities that it invites',
    file: dropRule,
    find: "if (!own) return refuse('GROUP_NOT_INVITED')",
    replace: 'if (!own) return accept({ communityId: community._id, quota: 9 })',
    noticedBy: ['rush'],
  },
  {
    rule: 'only the database says that a drop is sold out',
    file: 'cloudfunctions/drops/slots.ts',
    find: 'slots.isSoldOut = slots.taken.size >= slots.quota',
    replace: 'slots.isSoldOut = true',
    noticedBy: ['rush'],
  },
]

const permits = 'cloudfunctions/messages/permit-document.ts'
const sending = 'cloudfunctions/messages/send-due.ts'

/** R8 of messages. Guards without which one goes out twice, or without a yes. */
const messages: readonly Guard[] = [
  {
    rule: 'a permit is spent only while one is left, and by one at a time',
    file: permits,
    find: 'const free = { leftCount: command.gt(0), busyUntilAt: command.lte(now) }',
    replace: 'const free = { leftCount: command.gt(-99) }',
    noticedBy: ['sends'],
  },
  {
    rule: 'nothing follows a refusal',
    file: sending,
    find: "refused: { delivery: 'refused', rest: 'gone' }",
    replace: "refused: { delivery: 'refused', rest: 'asItIs' }",
    noticedBy: ['sends'],
  },
  {
    rule: 'a message is marked before it is sent, by one run',
    file: sending,
    find: "if (!(await moveDelivery(_id, 'waiting', 'sending'))) return 'left'",
    replace: '',
    noticedBy: ['sends'],
  },
]

/** Guards without which money, or what it pays for, would go wrong. */
const payments: readonly Guard[] = [
  {
    rule: 'a notice that differs from its order is flagged',
    file: 'cloudfunctions/payments/take-notice.ts',
    find: 'if (notice.totalFee !== order.amountFen || payerOf(notice) !== order.memberId) {',
    replace: 'if (payerOf(notice) !== order.memberId) {',
    noticedBy: ['payments'],
  },
  {
    rule: 'an order is closed at WeChat before it is closed here',
    file: 'cloudfunctions/payments/tend-orders.ts',
    find: 'const isClosed = isOver && (await till.port.close(order._id))',
    replace: 'const isClosed = isOver',
    noticedBy: ['payments'],
  },
  {
    rule: 'what is given up gives back what was paid',
    file: 'cloudfunctions/payments/order-in-transaction.ts',
    find: 'if (refundFen === 0) return accept({ refundFen })',
    replace: 'return accept({ refundFen })',
    noticedBy: ['payments'],
  },
  {
    rule: 'an entry that ended gives back what was paid',
    file: 'cloudfunctions/lists/entry-payment.ts',
    find: 'if (isOver(toBe.state)) {',
    replace: "if (toBe.state === 'released') {",
    noticedBy: ['payments'],
  },
]

export const guardMutants: readonly GuardMutant[] = [
  ...books.map((guard) => ({ ...guard, family: 'books' as const })),
  ...coupons.map((guard) => ({ ...guard, family: 'coupons' as const })),
  ...drops.map((guard) => ({ ...guard, family: 'drops' as const })),
  ...messages.map((guard) => ({ ...guard, family: 'messages' as const })),
  ...payments.map((guard) => ({ ...guard, family: 'payments' as const })),
  ...tills.map((guard) => ({ ...guard, family: 'tills' as const })),
]
