import { startOfDateAt } from '@shared/business-date'
import { MAX_LIST_COUNT } from '@shared/limits'
import type { BelowThreshold, ListPayment, ListUnit, ShortageMethod } from '@shared/lists/list'
import { readQuantity } from '@shared/reading/quantity'
import { readWhole } from '@shared/reading/whole'
import type { InputAt, OutputAt } from '../api'
import { dayOf, momentText } from '../format'
import { fenOf, typedOf } from '../parts/amount'
import { newRequestId } from '../request-id'

export type Plan = InputAt<'lists.create'>
export type DraftPlan = OutputAt<'lists.draft'>['plan']

/** A row of goods as it is typed. */
export interface ItemForm {
  /** Stays while the form is open, whatever is typed. */
  readonly key: string
  readonly name: string
  readonly spec: string
  readonly price: string
  readonly memberPrice: string
  readonly stock: string
  readonly limit: string
  readonly unit: ListUnit
  readonly category: string
}

export interface PointForm {
  readonly key: string
  readonly name: string
  readonly storeId: string | null
  readonly hours: string
}

export interface PlanForm {
  readonly title: string
  readonly words: string
  readonly pictures: readonly string[]
  /** Null: of none; undefined while nothing was said: of the only one that she looks after. */
  readonly communityId: string | null | undefined
  readonly items: readonly ItemForm[]
  readonly points: readonly PointForm[]
  /** `''`: as soon as it is published. */
  readonly opensOn: string
  readonly opensTime: string
  readonly cutOffOn: string
  readonly cutOffTime: string
  readonly payment: ListPayment
  /** `''`: without a threshold. */
  readonly threshold: string
  readonly below: BelowThreshold
  readonly shortage: ShortageMethod
  readonly repeatWeekly: boolean
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export function newItem(): ItemForm {
  const empty = { name: '', spec: '', price: '', memberPrice: '', stock: '', limit: '' }
  return { key: newRequestId(), ...empty, unit: 'piece', category: '' }
}

export function newPoint(part: Partial<PointForm> = {}): PointForm {
  return { key: newRequestId(), name: '', storeId: null, hours: '', ...part }
}

/** The first list of an owner: one row of goods, until tomorrow evening, at the first store. */
export function emptyPlan(
  stores: readonly { storeId: string; name: string }[],
  now: number,
): PlanForm {
  const [store] = stores
  return {
    ...{ title: '', words: '', pictures: [], communityId: undefined, items: [newItem()] },
    points: [newPoint(store ? { name: store.name, storeId: store.storeId } : {})],
    ...{ opensOn: '', opensTime: '09:00', cutOffOn: dayOf(now + DAY_MS), cutOffTime: '18:00' },
    ...{ payment: 'atPickup', threshold: '', below: 'extend', shortage: 'byNumber' },
    repeatWeekly: false,
  }
}

/** A draft as it was saved, to go on with. */
export function formOf(plan: DraftPlan): PlanForm {
  const { opensAt, cutOffAt, threshold } = plan
  return {
    title: plan.title,
    words: plan.words ?? '',
    pictures: plan.pictures ?? [],
    communityId: plan.communityId,
    items: plan.items.map((item) => ({
      ...newItem(),
      name: item.name,
      spec: item.spec ?? '',
      price: typedOf(item.priceFen),
      memberPrice: item.memberPriceFen === undefined ? '' : typedOf(item.memberPriceFen),
      stock: item.stockCount === undefined ? '' : String(item.stockCount),
      limit: item.limitPerMember === undefined ? '' : String(item.limitPerMember),
      unit: item.unit ?? 'piece',
      category: item.category ?? '',
    })),
    points: plan.pickupPoints.map(({ name, storeId, hours }) =>
      newPoint({ name, storeId: storeId ?? null, hours: hours ?? '' }),
    ),
    opensOn: opensAt === undefined ? '' : dayOf(opensAt),
    opensTime: opensAt === undefined ? '09:00' : momentText(opensAt).slice(11),
    cutOffOn: dayOf(cutOffAt),
    cutOffTime: momentText(cutOffAt).slice(11),
    payment: plan.payment,
    threshold: threshold ? String(threshold.count) : '',
    below: threshold?.below ?? 'extend',
    shortage: plan.shortage,
    repeatWeekly: plan.repeatWeekly ?? false,
  }
}

/** What is still to be filled in before it can be published; null: nothing. */
export function missingIn(form: PlanForm, now: number): string | null {
  if (form.title.trim() === '') return '起个名字'
  const goods = form.items.filter(isTyped)
  if (goods.length === 0) return '至少写一样东西'
  const broken = goods.map(problemOf).find((problem) => problem !== null)
  if (broken) return broken
  if (form.points.every(({ name }) => name.trim() === '')) return '写一个自提点'
  const opensAt = opensAtOf(form)
  if (cutOffAtOf(form) <= Math.max(now, opensAt ?? 0)) return '截单时间要晚一些'
  return thresholdOf(form) === 'wrong' ? '成团份数要写整数' : null
}

function problemOf({ name, price, memberPrice, stock, limit, unit }: ItemForm): string | null {
  const what = name.trim()
  if (what === '') return '每样东西都要有名字'
  if (!isPrice(price)) return `${what}的价格要写清楚`
  if (memberPrice.trim() !== '' && !isPrice(memberPrice)) return `${what}的会员价不对`
  if (!isQuantity(stock, unit)) return `${what}的数量不对`
  return isQuantity(limit, unit) ? null : `${what}的限购不对`
}

function isPrice(typed: string): boolean {
  const fen = fenOf(typed)
  return fen !== null && fen > 0
}

/** Nothing, whole pieces, or jin in halves. */
function isQuantity(typed: string, unit: ListUnit): boolean {
  const read = readQuantity(typed, unit)
  return read.ok ? read.value > 0 : read.fault === 'blank'
}

/** Undefined where nothing is typed. */
function quantityIn(typed: string, unit: ListUnit): number | undefined {
  const read = readQuantity(typed, unit)
  return read.ok ? read.value : undefined
}

/** A row in which something stands; an empty one is no row. */
export function isTyped({ name, price, spec }: ItemForm): boolean {
  return [name, price, spec].some((typed) => typed.trim() !== '')
}

export function cutOffAtOf({ cutOffOn, cutOffTime }: PlanForm): number {
  return instantOf(cutOffOn, cutOffTime)
}

export function opensAtOf({ opensOn, opensTime }: PlanForm): number | null {
  return opensOn === '' ? null : instantOf(opensOn, opensTime)
}

function thresholdOf({ threshold, below }: PlanForm): Plan['threshold'] | 'wrong' {
  const read = readWhole(threshold, { least: 1, most: MAX_LIST_COUNT - 1 })
  if (read.ok) return { count: read.value, below }
  return read.fault === 'blank' ? undefined : 'wrong'
}

/** The plan as the server takes it; null while something is missing. */
export function planOf(form: PlanForm, now: number): Plan | null {
  const threshold = thresholdOf(form)
  if (missingIn(form, now) !== null || threshold === 'wrong') return null
  const opensAt = opensAtOf(form)
  return {
    title: form.title.trim(),
    words: form.words.trim(),
    ...(form.communityId === undefined ? {} : { communityId: form.communityId }),
    pictures: [...form.pictures],
    repeatWeekly: form.repeatWeekly,
    items: form.items.filter(isTyped).map(itemOf),
    ...(opensAt === null ? {} : { opensAt }),
    cutOffAt: cutOffAtOf(form),
    pickupPoints: form.points
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, storeId, hours }) => ({
        name: name.trim(),
        ...(storeId === null ? {} : { storeId }),
        ...(hours.trim() === '' ? {} : { hours: hours.trim() }),
      })),
    ...{ payment: form.payment, shortage: form.shortage },
    ...(threshold === undefined ? {} : { threshold }),
  }
}

function itemOf(item: ItemForm): Plan['items'][number] {
  const text = (name: 'spec' | 'category') => item[name].trim()
  const memberPriceFen = fenOf(item.memberPrice)
  const stockCount = quantityIn(item.stock, item.unit)
  const limitPerMember = quantityIn(item.limit, item.unit)
  return {
    name: item.name.trim(),
    ...(text('spec') ? { spec: text('spec') } : {}),
    priceFen: fenOf(item.price) ?? 0,
    ...(memberPriceFen ? { memberPriceFen } : {}),
    ...(stockCount === undefined ? {} : { stockCount }),
    ...(limitPerMember === undefined ? {} : { limitPerMember }),
    unit: item.unit,
    ...(text('category') ? { category: text('category') } : {}),
  }
}

function instantOf(on: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDateAt(on) + (hours * 60 + minutes) * MINUTE_MS
}
