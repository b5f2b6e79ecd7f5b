import type { CouponLimits } from '@shared/coupons/coupon-limits'
import type { CouponKind } from '@shared/coupons/kinds'
import type { TemplateFields } from '@shared/coupons/template'
import { CATEGORY_MAX_LENGTH, MAX_COUPON_DAYS, MAX_COUPON_LIMITS } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import { plainYuan } from '@shared/yuan'
import type { InputAt } from '../api'
import { fenOf } from '../parts/amount'
import { kindTable, kindWordsOf } from './kind-fields'

export type TemplateWish = InputAt<'coupons.saveTemplate'>

export interface HoursTyped {
  readonly from: string
  readonly until: string
}

/** A template as its form holds it: every figure as it was typed. */
export interface TemplateForm {
  readonly kind: CouponKind
  readonly title: string
  /** By the names of the kinds' figures; those of other kinds stay, should she come back. */
  readonly typed: Readonly<Record<string, string>>
  /** Empty: from any bill on. */
  readonly threshold: string
  readonly validBy: 'days' | 'dates'
  readonly validDays: string
  readonly validFromOn: string
  readonly validUntilOn: string
  readonly storeIds: readonly string[]
  readonly weekdays: readonly string[]
  readonly hours: readonly HoursTyped[]
  readonly tierFrom: CouponLimits['tierFrom']
  readonly categories: string
  readonly stackGroup: string | null
  readonly transferable: boolean
}

/** What is wrong, by the field under which it is said. */
export type Problems = Readonly<Record<string, string>>

export interface ReadForm {
  readonly wish: TemplateWish | null
  readonly problems: Problems
}

export function emptyForm(todayOn: string): TemplateForm {
  return {
    ...{ kind: 'amountOff', title: '', typed: {}, threshold: '' },
    ...{ validBy: 'days', validDays: '30', validFromOn: todayOn, validUntilOn: '' },
    ...{ storeIds: [], weekdays: [], hours: [], tierFrom: null, categories: '' },
    ...{ stackGroup: null, transferable: false },
  }
}

export function formOf(fields: TemplateFields, todayOn: string): TemplateForm {
  const { kind, title, thresholdFen, validDays, validFromOn, validUntilOn, limits } = fields
  const figures: Readonly<Record<string, unknown>> = { ...fields }
  const typed = kindWordsOf(kind).fields.map(({ name, write }) => {
    const figure = figures[name]
    const isKnown = typeof figure === 'number' || typeof figure === 'string'
    return [name, isKnown ? write(figure) : '']
  })
  return {
    ...{ kind, title, typed: Object.fromEntries(typed) },
    threshold: thresholdFen > 0 ? plainYuan(thresholdFen) : '',
    validBy: validDays === undefined ? 'dates' : 'days',
    validDays: validDays === undefined ? '30' : String(validDays),
    ...{ validFromOn: validFromOn ?? todayOn, validUntilOn: validUntilOn ?? '' },
    ...{ storeIds: limits.storeIds, weekdays: limits.weekdays.map(String), hours: limits.hours },
    ...{ tierFrom: limits.tierFrom, categories: limits.categories.join('、') },
    ...{ stackGroup: fields.stackGroup, transferable: fields.transferable },
  }
}

/** What the form says, once nothing is wrong with it. */
export function readForm(form: TemplateForm): ReadForm {
  const figures = figuresIn(form)
  const thresholdFen = form.threshold.trim() === '' ? 0 : fenOf(form.threshold)
  const validity = validityIn(form)
  const problems: Problems = {
    ...(form.title.trim() === '' ? { title: '给券起个名字，会员会看到' } : {}),
    ...figures.problems,
    ...thresholdProblem(form, { thresholdFen, figures: figures.read }),
    ...validity.problems,
    ...hoursProblem(form),
    ...categoriesProblem(form),
  }
  if (Object.keys(problems).length > 0) return { wish: null, problems }
  const { kind, title, stackGroup, transferable } = form
  const common = {
    ...{ title: title.trim(), ...validity.read, limits: limitsIn(form) },
    ...{ stackGroup, transferable },
    thresholdFen: kindWordsOf(kind).hasThreshold ? (thresholdFen ?? 0) : 0,
  }
  return { wish: wishOf(kind, { ...figures.read, ...common }), problems }
}

interface FiguresRead {
  readonly read: Readonly<Record<string, number | string>>
  readonly problems: Problems
}

function figuresIn({ kind, typed }: TemplateForm): FiguresRead {
  const read: Record<string, number | string> = {}
  const problems: Record<string, string> = {}
  for (const field of kindWordsOf(kind).fields) {
    const figure = field.read(typed[field.name] ?? '')
    if (figure === null) problems[field.name] = field.problem
    else read[field.name] = figure
  }
  return { read, problems }
}

function thresholdProblem(
  { kind }: TemplateForm,
  { thresholdFen, figures }: { thresholdFen: number | null; figures: FiguresRead['read'] },
): Problems {
  if (!kindWordsOf(kind).hasThreshold) return {}
  if (thresholdFen === null) return { threshold: '请填金额，不填就是无门槛' }
  const face = kind === 'amountOff' ? figures.faceFen : undefined
  const isGift = typeof face === 'number' && thresholdFen > 0 && thresholdFen <= face
  return isGift ? { threshold: '门槛要比减的金额大，或者不填' } : {}
}

function validityIn(form: TemplateForm): {
  read: Pick<TemplateWish, 'validDays' | 'validFromOn' | 'validUntilOn'>
  problems: Problems
} {
  const { validBy, validDays, validFromOn, validUntilOn } = form
  if (validBy === 'dates') {
    const isSound = validUntilOn !== '' && validUntilOn >= validFromOn
    const problems: Problems = isSound ? {} : { validUntilOn: '请选最后一天，不能早于第一天' }
    return { read: { validFromOn, validUntilOn }, problems }
  }
  const days = readWhole(validDays, { least: 1, most: MAX_COUPON_DAYS })
  const problems: Problems = days.ok ? {} : { validDays: `请填 1 到 ${MAX_COUPON_DAYS} 天` }
  return { read: { validDays: days.ok ? days.value : 0 }, problems }
}

/** The end of a day is 24:00, which no wheel of times shows. */
const MIDNIGHT = '00:00'
const DAY_END = '24:00'

function hoursProblem({ hours }: TemplateForm): Problems {
  const isOdd = hours.some(({ from, until }) => from >= endOf(until))
  return isOdd ? { hours: '结束要晚于开始' } : {}
}

function endOf(until: string): string {
  return until === MIDNIGHT ? DAY_END : until
}

function categoriesProblem(form: TemplateForm): Problems {
  const categories = categoriesIn(form)
  const isLong = categories.some((category) => category.length > CATEGORY_MAX_LENGTH)
  if (isLong) return { categories: `一个分类最多 ${CATEGORY_MAX_LENGTH} 个字` }
  const isMany = categories.length > MAX_COUPON_LIMITS
  return isMany ? { categories: `最多 ${MAX_COUPON_LIMITS} 个分类` } : {}
}

function categoriesIn({ categories }: TemplateForm): string[] {
  const named = categories.split(/[、，,\s]+/).filter((category) => category !== '')
  return [...new Set(named)]
}

function limitsIn(form: TemplateForm) {
  return {
    storeIds: [...form.storeIds],
    weekdays: form.weekdays.map(Number).sort((a, b) => a - b),
    hours: form.hours.map(({ from, until }) => ({ from, until: endOf(until) })),
    tierFrom: form.tierFrom,
    categories: categoriesIn(form),
  }
}

type Common = Omit<TemplateWish, 'kind'> & Readonly<Record<string, unknown>>

/** Puts the kind's own figures beside what all have; `figuresIn` has read every one of them. */
function wishOf(kind: CouponKind, read: Common): TemplateWish {
  const number = (name: string) => Number(read[name])
  const words = (name: string) => String(read[name])
  switch (kind) {
    case 'amountOff':
      return { ...read, kind, faceFen: number('faceFen') }
    case 'percent':
      return { ...read, kind, percentOff: number('percentOff'), capFen: number('capFen') }
    case 'gift':
      return { ...read, kind, thing: words('thing') }
    case 'exchange':
      return { ...read, kind, thing: words('thing'), priceFen: number('priceFen') }
    case 'freight':
      return { ...read, kind, capFen: number('capFen') }
  }
}

/** The kinds as chips. */
export const kindChips = kindTable.map(({ kind, label }) => ({ value: kind, label }))
