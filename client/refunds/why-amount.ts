import { yuanText } from '../format'
import type { RefundShown } from './refund-rows'
import type { Opened } from './refund-wish'

type Told = Pick<Opened, 'lines' | 'couponOffFen' | 'pointsOffFen'>

/**
 * Why less money than the price goes back: a sentence for each line on which a coupon or points had
 * a share. Empty where everything goes back at its price.
 */
export function whyOf(
  { lines, couponOffFen, pointsOffFen }: Told,
  { lines: back }: Pick<RefundShown, 'lines'>,
): string[] {
  const what = [couponOffFen > 0 ? '优惠' : '', pointsOffFen > 0 ? '积分' : '']
  const took = what.filter((word) => word !== '').join('和') || '优惠'
  return back
    .filter(({ amountFen, paidFen }) => paidFen < amountFen)
    .map(({ lineNo, amountFen, paidFen }) => {
      const title = lines.find((line) => line.lineNo === lineNo)?.title ?? ''
      const price = `${lines.length > 1 ? `“${title}”` : ''}原价 ¥${yuanText(amountFen)}`
      const share = `付款时${took}摊到 ¥${yuanText(amountFen - paidFen)}`
      return `${price}，${share}，实付 ¥${yuanText(paidFen)}，按实付退`
    })
}
