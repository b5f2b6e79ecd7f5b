import { countText, yuanText } from '../format'
import type { MyPurchaseRow } from './purchases.store'

/** What became of a purchase, in a word or two, and the colour to say it in. */
export function stateWords(row: Pick<MyPurchaseRow, 'state' | 'refundedFen' | 'earnedPoints'>): {
  readonly text: string
  readonly tone: 'leaf' | 'plum'
} {
  const { state, refundedFen, earnedPoints } = row
  if (state === 'refunded') return { text: '已退款', tone: 'plum' }
  if (state === 'partlyRefunded') return { text: `已退 ¥${yuanText(refundedFen)}`, tone: 'plum' }
  return { text: `+${countText(earnedPoints)} 积分`, tone: 'leaf' }
}
