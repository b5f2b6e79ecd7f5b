/**
 * Three bills on which a coupon's template is tried before it is published: a small one, a usual
 * one line by line with freight, and a large one. What it takes off is worked out by the code that
 * settles; the day, the store and the hour are taken to be right.
 */
import type { CouponTerms, TemplateBody } from '../coupons/coupon'
import { noLimits } from '../coupons/coupon-limits'
import { type Refusal, refusalSentences } from '../refusal'
import type { EarnRule } from '../rules/earning'
import type { BillStep } from './coupon-steps'
import { billFor } from './purchase'
import type { LineWish } from './purchase-lines'

export interface TemplateSample {
  name: 'small' | 'usual' | 'large'
  /** Of the goods. */
  billFen: number
  freightFen: number
  /** Empty where the bill is typed as one sum. */
  lines: { title: string; amountFen: number; category: string }[]
  /** Null where the coupon does not fit the bill. */
  payableFen: number | null
  steps: BillStep[]
  /** Why it does not fit. */
  refusal: { code: string; message: string; missingFen: number | null } | null
}

type Sample = Pick<TemplateSample, 'name' | 'freightFen' | 'lines'> & { readonly billFen: number }

const ON = '2026-01-05'

/** What one coupon of the template makes of each sample. */
export function tryTemplate(body: TemplateBody, rule: EarnRule): TemplateSample[] {
  return samplesFor(body.limits.categories[0]).map((sample) => {
    const { billFen, freightFen, lines } = sample
    const wished: LineWish[] = lines.map((line) => ({ ...line, isExcluded: false }))
    const bill = billFor(
      {
        ...{ billFen, excludedFen: 0, lines: wished.length > 0 ? wished : null, freightFen },
        ...{ todayOn: ON, earned: null, coupons: couponsOf(body) },
      },
      rule,
    )
    if (!bill.ok) return { ...sample, payableFen: null, steps: [], refusal: wordsOf(bill) }
    const { paidFen, steps } = bill.value
    return { ...sample, payableFen: paidFen, steps: [...steps], refusal: null }
  })
}

/** The usual bill has goods of the category that the template is for, and others. */
function samplesFor(category = '水果'): readonly Sample[] {
  return [
    { name: 'small', billFen: 1_850, freightFen: 0, lines: [] },
    {
      ...{ name: 'usual', billFen: 12_800, freightFen: 600 },
      lines: [
        { title: category, amountFen: 8_800, category },
        { title: '其他商品', amountFen: 4_000, category: '其他' },
      ],
    },
    { name: 'large', billFen: 128_800, freightFen: 600, lines: [] },
  ]
}

function couponsOf({ title, validity: _validity, ...right }: TemplateBody) {
  const limits = { ...noLimits, categories: right.limits.categories }
  const days = { validFromOn: ON, expiresOn: ON, state: 'issued', heldBy: null } as const
  const terms: CouponTerms = { ...right, ...days, limits }
  const use = { storeId: '', todayOn: ON, now: 0, tier: null, holder: null }
  return { some: [{ couponId: '', title, terms }], use }
}

function wordsOf({ code, detail }: Refusal): TemplateSample['refusal'] {
  const missingFen = detail?.missingFen
  return {
    ...{ code, message: refusalSentences[code] },
    missingFen: typeof missingFen === 'number' ? missingFen : null,
  }
}
