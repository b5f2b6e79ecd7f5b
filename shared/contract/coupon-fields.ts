/**
 * The fields of a coupon's template, flat, each with its bound. The figures of a kind are those
 * that its rule names, so that a new kind needs no line here.
 */
import * as v from 'valibot'
import type { FigureBound } from '../coupons/coupon-kind'
import {
  boundsOf,
  type CouponFigures,
  type CouponKind,
  couponKinds,
  misfitOf,
} from '../coupons/kinds'
import { type TemplateFields, validityMisfitOf } from '../coupons/template'
import {
  CATEGORY_MAX_LENGTH,
  COUPON_TITLE_MAX_LENGTH,
  MAX_BILL_FEN,
  MAX_COUPON_DAYS,
  MAX_COUPON_LIMITS,
} from '../limits'
import { tierIds } from '../tiers/tier'
import { businessDate, documentId } from './fields'
import { text } from './text'
import { unlisted } from './unlisted'

const WEEKDAYS = 7
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const listOf = <S extends v.GenericSchema<string | number>>(item: S, most: number) =>
  v.pipe(
    v.array(item),
    v.maxLength(most),
    v.check((items) => isWithoutTwins(items)),
  )

const clock = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))
/** The end of a day is 24:00, which no clock shows. */
const clockUntil = v.pipe(v.string(), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/))
const hours = v.pipe(
  v.object({ from: clock, until: clockUntil }),
  v.forward(
    v.check(({ from, until }) => from < until),
    ['until'],
  ),
)

const limits = v.object({
  storeIds: v.optional(listOf(documentId, MAX_COUPON_LIMITS), []),
  weekdays: v.optional(listOf(whole(1, WEEKDAYS), WEEKDAYS), []),
  hours: v.optional(v.pipe(v.array(hours), v.maxLength(MAX_COUPON_LIMITS)), []),
  tierFrom: v.optional(v.nullable(v.picklist(tierIds)), null),
  categories: v.optional(listOf(text(CATEGORY_MAX_LENGTH), MAX_COUPON_LIMITS), []),
})

const common = {
  title: text(COUPON_TITLE_MAX_LENGTH),
  thresholdFen: v.optional(whole(0, MAX_BILL_FEN), 0),
  validDays: v.optional(whole(1, MAX_COUPON_DAYS)),
  validFromOn: v.optional(businessDate),
  validUntilOn: v.optional(businessDate),
  limits: v.optional(v.pipe(unlisted, limits), {}),
  stackGroup: v.optional(v.nullable(documentId), null),
  transferable: v.optional(v.boolean(), false),
}
type Common = typeof common

/** A template's fields: those of its kind, those that all have, and some beside them. */
export function templateFields<E extends v.ObjectEntries>(beside: E) {
  const rows = couponKinds.map((kind) =>
    v.object({ ...beside, ...common, ...figuresOf(kind), kind: v.literal(kind) }),
  )
  const fields = v.pipe(
    v.variant('kind', rows),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const input = wholeOf(dataset.value)
      const key = misfitOf(input) ?? validityMisfitOf(input)
      const place = { type: 'object', origin: 'value', input: dataset.value, value: null } as const
      if (key !== null) addIssue({ path: [{ ...place, key }] })
    }),
  )
  // Parse edge: the rows are made of the bounds that each kind states of its own figures.
  return fields as unknown as v.GenericSchema<
    CouponFigures & v.InferInput<v.ObjectSchema<Common & E, undefined>>,
    TemplateFields & v.InferOutput<v.ObjectSchema<E, undefined>>
  >
}

function figuresOf(kind: CouponKind): v.ObjectEntries {
  const bounds = Object.entries(boundsOf(kind))
  return Object.fromEntries(bounds.map(([name, bound]) => [name, schemaOf(bound)]))
}

function schemaOf(bound: FigureBound): v.GenericSchema {
  return bound.type === 'text' ? text(bound.mostLetters) : whole(bound.least, bound.most)
}

function wholeOf(passed: object): TemplateFields {
  // Parse edge: a row has let it pass, and the compiler does not follow rows of data.
  return passed as TemplateFields
}

function isWithoutTwins(items: readonly unknown[]): boolean {
  return new Set(items).size === items.length
}
