import { countText, yuanText } from '../format'

/** What a reward costs in one line: `500 积分`, or `500 积分 + ¥9.90`. */
export function priceText({ pricePoints, cashFen }: { pricePoints: number; cashFen: number }) {
  const points = `${countText(pricePoints)} 积分`
  return cashFen > 0 ? `${points} + ¥${yuanText(cashFen)}` : points
}
