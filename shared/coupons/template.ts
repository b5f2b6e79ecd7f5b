/** A template as a manager writes it, field by field, and as the shop keeps it. */
import type { CouponRight, TemplateBody, Validity } from './coupon'
import type { CouponLimits } from './coupon-limits'
import { type CouponFigures, figuresOf } from './kinds'

interface Common {
  readonly title: string
  readonly thresholdFen: number
  /** So many days from the issue, or else the two dates. */
  readonly validDays?: number | undefined
  readonly validFromOn?: string | undefined
  readonly validUntilOn?: string | undefined
  readonly limits: CouponLimits
  readonly stackGroup: string | null
  readonly transferable: boolean
}

/** The fields of a template, its kind's figures among them. */
export type TemplateFields = CouponFigures & Common

/** Puts the fields in their places. */
export function templateBodyOf(fields: TemplateFields): TemplateBody {
  const { title, thresholdFen, limits, stackGroup, transferable } = fields
  const right: CouponRight = {
    ...figuresOf(fields),
    ...{ thresholdFen, limits, stackGroup, transferable },
  }
  return { ...right, title, validity: validityOf(fields) }
}

/** The fields again, for whoever is about to change them. */
export function templateFieldsOf(body: TemplateBody): TemplateFields {
  const { title, thresholdFen, limits, stackGroup, transferable, validity } = body
  return {
    ...figuresOf(body),
    ...{ title, thresholdFen, ...validity, limits, stackGroup, transferable },
  }
}

/** The field in the way of one validity, either so many days or two dates; null: none is. */
export function validityMisfitOf(
  fields: Pick<Common, 'validDays' | 'validFromOn' | 'validUntilOn'>,
): string | null {
  const { validDays, validFromOn, validUntilOn } = fields
  const isDated = validFromOn !== undefined || validUntilOn !== undefined
  if (validDays !== undefined) return isDated ? 'validDays' : null
  if (!isDated) return 'validDays'
  if (validFromOn === undefined) return 'validFromOn'
  return validUntilOn === undefined || validUntilOn < validFromOn ? 'validUntilOn' : null
}

/** The place of the first store that is none of the shop's; -1: there is none. */
export function unknownStoreAt(
  { limits }: Pick<TemplateBody, 'limits'>,
  stores: readonly { readonly storeId: string }[],
): number {
  return limits.storeIds.findIndex((id) => stores.every(({ storeId }) => storeId !== id))
}

function validityOf({ validDays, validFromOn = '', validUntilOn = '' }: Common): Validity {
  return validDays === undefined ? { validFromOn, validUntilOn } : { validDays }
}
