import { useEffect } from 'react'
import { nextStepOf } from '../session/next-step'
import { type Till, tillStore } from '../session/till.store'
import { bestIdsOf, proposedOf } from './coupon-choice'

/**
 * While the till is open what saves most is taken by itself, until staff choose: by our own
 * reckoning as soon as it is typed, and by the server's where that knows better.
 */
export function useOwnCoupons(): void {
  useEffect(() => {
    const till = tillStore.getState()
    if (till.quote === null && !till.quoting) till.look()
    takeBest(till)
    return tillStore.subscribe(followBill)
  }, [])
}

function followBill(after: Till, before: Till): void {
  if (after.ownCoupons) return
  const isAnother = after.typed !== before.typed || after.scanned !== before.scanned
  if (isAnother || before.ownCoupons) takeBest(after)
  else if (after.quote !== before.quote) takeProposed(after)
  else if (after.quoteTrouble !== before.quoteTrouble) leaveOut(after)
}

/** Not under a member who has just said yes to points for this very bill. */
function takeBest(till: Till): void {
  if (till.ownCoupons || till.proposal) return
  const best = bestIdsOf(till)
  const isTaken = best.length === till.couponIds.length && best.every(isAmong(till.couponIds))
  if (!isTaken) till.change({ couponIds: best })
}

function takeProposed(till: Till): void {
  const proposed = till.proposal ? null : proposedOf(till)
  if (proposed) till.change({ couponIds: proposed.couponIds })
}

/** What was taken by itself and is refused, e.g. used meanwhile, is laid back unasked. */
function leaveOut({ quoteTrouble, couponIds, change }: Till): void {
  const isCoupon = quoteTrouble !== null && nextStepOf(quoteTrouble.code) === 'dropCoupon'
  if (isCoupon && couponIds.length > 0) change({ couponIds: [], ownCoupons: true })
}

function isAmong(ids: readonly string[]): (id: string) => boolean {
  return (id) => ids.includes(id)
}
