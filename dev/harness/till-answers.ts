/** What the server answers a till, whole, so that a field more is written once for all pages. */
import type { Output } from '../../shared/contract/contract'

/** Later than any test: its ticket grows old where a test says so. */
const FAR_AT = Date.parse('2100-01-01')

/** A member whose code was scanned; nobody knows her points or coupons until they are named. */
export function scannedMember(part: Partial<Output<'staff', 'scan'>> = {}) {
  const scanned: Output<'staff', 'scan'> = {
    ...{ ticket: 'ticket-of-the-scan', serverNow: 0, todayOn: '2026-03-10', ticketUntilAt: FAR_AT },
    ...{ storeId: 'wutong', storeName: '梧桐里店', maskedName: '林**', avatar: 'preset:peach' },
    tier: { tierId: 'plain', title: '普通会员' },
    ...{ balancePoints: 0, debtPoints: 0, coupons: [], waitingPickups: [], waitingLines: [] },
    ...{ receiptWithinDays: 7, prompt: '', capFen: 500_000, codeUsed: false },
  }
  return { ...scanned, ...part }
}

/** Forty-five yuan, before they are settled. */
export function quotedBill(part: Partial<Output<'purchases', 'quote'>> = {}) {
  const quote: Output<'purchases', 'quote'> = {
    ...{ serverNow: 0, maskedName: '林**', storeId: 'wutong', billFen: 4500, excludedFen: 0 },
    ...{
      couponOffFen: 0,
      freightFen: 0,
      pointsOffFen: 0,
      roundOffFen: 0,
      roundOffChoices: [],
      payableFen: 4500,
      pointsRoom: null,
      earnPoints: 45,
    },
    ...{ releasesOn: null, cap: null, debtRepaidPoints: 0, balancePoints: 45, usableCoupons: [] },
    ...{ proposed: { couponIds: [], offFen: 0 }, leftOut: [], steps: [], bookedWith: [] },
  }
  return { ...quote, ...part }
}

/** The same, settled. */
export function settledBill(part: Partial<Output<'purchases', 'settle'>> = {}) {
  const answer: Output<'purchases', 'settle'> = {
    ...{ purchaseId: 'p1', maskedName: '林**', storeId: 'wutong', storeName: '梧桐里店' },
    ...{ billFen: 4500, excludedFen: 0, couponOffFen: 0, freightFen: 0, roundOffFen: 0 },
    ...{ paidPoints: 0, pointsOffFen: 0, paidFen: 4500, steps: [], earnedPoints: 45, cap: null },
    ...{ releasesOn: null, debtRepaidPoints: 0, balancePoints: 45, bookedWith: [], settledAt: 0 },
  }
  return { ...answer, ...part }
}
