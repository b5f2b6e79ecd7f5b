import { businessDateOf, startOfDateAt } from '../../shared/business-date'
import { type CouponTemplate, plainRight, validDatesOf } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'
import { shopper } from './people'
import { documentOf, known, type Played } from './played'
import { HEBIN } from './shop'

const DAY_MS = 86_400_000

/** Coupons that the shop gave by hand: nothing in the shop's history gave them. */
const neighbourCoupons: readonly { daysAgo: number; template: CouponTemplate }[] = [
  {
    daysAgo: 12,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'hebin-opening',
      title: '河滨店满 50 减 8 元券',
      kind: 'amountOff',
      faceFen: 800,
      thresholdFen: 5000,
      validity: { validDays: 14 },
      limits: { ...noLimits, storeIds: [HEBIN] },
    },
  },
  {
    daysAgo: 6,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'old-neighbour',
      title: '老邻居满 40 减 6 元券',
      kind: 'amountOff',
      faceFen: 600,
      thresholdFen: 4000,
      validity: { validDays: 30 },
    },
  },
  {
    daysAgo: 46,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'autumn-fruit',
      title: '秋果满 60 减 10 元券',
      kind: 'amountOff',
      faceFen: 1000,
      thresholdFen: 6000,
      validity: { validDays: 21 },
    },
  },
]

/** Gives them to the shopper, as of the days on which the shop did. */
export async function issueNeighbourCoupons({
  cloud,
  memberIds,
  todayOn: seededOn,
}: Played): Promise<void> {
  const memberId = known(memberIds, shopper)
  const coupons = neighbourCoupons.map(({ daysAgo, template }, place) => {
    const issuedAt = startOfDateAt(seededOn) - daysAgo * DAY_MS
    const couponId = `seed:${template.templateId}:${memberId}`
    const todayOn = businessDateOf(issuedAt)
    const source = { kind: 'batch', id: 'seed' } as const
    const { validity: _validity, version: templateVersion, ...terms } = template
    return documentOf({
      ...{ _id: couponId, memberId, ...terms, templateVersion, ...validDatesOf(todayOn, template) },
      ...{ couponCode: `00000000000${place}`, claimKey: couponId, requestKey: couponId },
      ...{ state: 'issued', heldBy: null },
      ...{ issuedAt, usedAt: null, usedBy: null, returnedAt: null, source },
      ...{ batchId: null, communityId: null, mergeId: null },
    })
  })
  await cloud.engine.insert('coupons', coupons)
}
