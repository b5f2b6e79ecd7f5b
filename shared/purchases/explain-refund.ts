/** What a refund does to the member, in sentences: before it is booked, and for ever after. */
import { spokenDate } from '../business-date'
import { formatYuan } from '../yuan'
import type { EffectLine } from './effect-line'
import type { RefundedPoints, ReturnedCoupon } from './refund-record'

export interface RefundStory extends RefundedPoints {
  readonly moneyFen: number
  readonly isFull: boolean
  /** Goods that come back, by their names; empty when the bill was one sum. */
  readonly titles: readonly string[]
  readonly returnedCoupons: readonly Pick<ReturnedCoupon, 'title' | 'expiresOn'>[]
  /** Used ones whose batch is void; a refund that was booked has told her by a message. */
  readonly withdrawnTitles?: readonly string[]
  readonly voidedCount: number
  /** What else is undone with it. */
  readonly undoneWith: readonly EffectLine[]
}

/** One sentence for each thing that the refund touches; none for what it leaves alone. */
export function explainRefund(story: RefundStory): string[] {
  const told = [moneyOf(story), takenOf(story), pendingOf(story), goneOf(story)]
  const given = [returnedOf(story), ...couponsOf(story), giftsOf(story), ...undoneOf(story)]
  return [...told, ...given].filter((sentence) => sentence !== '')
}

function moneyOf({ moneyFen, isFull, titles }: RefundStory): string {
  const what = titles.length > 0 ? `（${titles.join('、')}）` : ''
  return `${isFull ? '整单' : '部分'}退款 ${formatYuan(moneyFen)}${what}`
}

function takenOf({
  clawbackPoints,
  takenLots,
  newDebtPoints,
  expiredPoints,
  pendingPoints,
}: RefundStory): string {
  if (clawbackPoints === 0) return '积分不受影响'
  const points = clawbackPoints - expiredPoints - pendingPoints
  if (points === 0) return ''
  const parts = takenLots.map((lot) => `${spokenDate(lot.expiresOn)}到期的 ${lot.points} 分`)
  const debt = newDebtPoints > 0 ? [`已经用掉的 ${newDebtPoints} 分记为欠积分`] : []
  return `扣回这笔获得的 ${points} 积分：${[...parts, ...debt].join('，')}`
}

function pendingOf({ pendingPoints }: RefundStory): string {
  return pendingPoints > 0 ? `待到账的 ${pendingPoints} 积分取消` : ''
}

function goneOf({ expiredPoints }: RefundStory): string {
  return expiredPoints > 0 ? `其中 ${expiredPoints} 积分早已到期，不再扣` : ''
}

function returnedOf({ returnedPoints, returnedLots, debtRepaidPoints }: RefundStory): string {
  if (returnedPoints === 0) return ''
  const parts = returnedLots.map((lot) => `${lot.points} 分可用到${spokenDate(lot.expiresOn)}`)
  const debt = debtRepaidPoints > 0 ? `，其中 ${debtRepaidPoints} 分先抵欠积分` : ''
  return `退回当时抵扣的 ${returnedPoints} 积分：${parts.join('，')}${debt}`
}

function couponsOf({ returnedCoupons, withdrawnTitles = [] }: RefundStory): string[] {
  return [
    ...returnedCoupons.map(
      ({ title, expiresOn }) => `用掉的“${title}”退回卡包，可用到${spokenDate(expiresOn)}`,
    ),
    ...withdrawnTitles.map((title) => `用掉的“${title}”整批已作废，不退回`),
  ]
}

function giftsOf({ voidedCount }: RefundStory): string {
  return voidedCount > 0 ? `这笔消费赠送、还没有用的 ${voidedCount} 张券作废` : ''
}

function undoneOf({ undoneWith }: RefundStory): string[] {
  return undoneWith.map(({ label, value }) => `${label}：${value}`)
}
