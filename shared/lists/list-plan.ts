/** What an owner writes down, and what of it cannot be: a plan that is sound, or the field. */
import { accept, type Outcome, refuse } from '../refusal'
import type {
  ListItem,
  ListPayment,
  ListPlan,
  ListThreshold,
  ListUnit,
  PickupPoint,
  ShortageMethod,
} from './list'
import { countOf, quantityOf } from './quantity'

export interface WishedItem {
  name: string
  spec?: string | undefined
  priceFen: number
  memberPriceFen?: number | undefined
  /** Pieces, or jin in halves. */
  stockCount?: number | undefined
  limitPerMember?: number | undefined
  unit: ListUnit
  category?: string | undefined
}

export interface WishedPoint {
  name: string
  storeId?: string | undefined
  hours?: string | undefined
}

/** A plan as it travels. */
export interface WishedPlan {
  title: string
  words: string
  pictures: string[]
  repeatWeekly: boolean
  items: WishedItem[]
  opensAt?: number | undefined
  cutOffAt: number
  pickupPoints: WishedPoint[]
  payment: ListPayment
  threshold?: ListThreshold | undefined
  shortage: ShortageMethod
}

const DAY_MS = 86_400_000
/** Nobody waits for longer. */
const LONGEST_DAYS = 366

/**
 * Refuses LIST_ITEM_COUNT, LIST_ITEM_PRICE and LIST_ITEM_TWICE with the field. Its times are asked
 * about by `admitTimes`, again whenever it is published.
 */
export function soundPlan(wish: WishedPlan): Outcome<ListPlan> {
  const items: ListItem[] = []
  for (const [place, wished] of wish.items.entries()) {
    const item = itemOf(wished, place)
    if (!item.ok) return item
    const isThere = items.some((each) => goodsNameOf(each) === goodsNameOf(item.value))
    if (isThere) return refuse('LIST_ITEM_TWICE', { field: `items.${place}.name` })
    items.push(item.value)
  }
  const { title, words, pictures, opensAt = null, cutOffAt, payment, threshold = null } = wish
  const promised = { payment, threshold, shortage: wish.shortage, repeatsWeekly: wish.repeatWeekly }
  const pickupPoints = wish.pickupPoints.map(pointOf)
  return accept({ title, words, pictures, items, pickupPoints, opensAt, cutOffAt, ...promised })
}

/** Refuses LIST_CUT_OFF for one that is over, ends before it begins, or lasts for years. */
export function admitTimes(
  { opensAt, cutOffAt }: Pick<ListPlan, 'opensAt' | 'cutOffAt'>,
  now: number,
): Outcome<null> {
  const isOver = cutOffAt <= now || cutOffAt <= (opensAt ?? 0)
  const isEndless = cutOffAt > now + LONGEST_DAYS * DAY_MS
  return isOver || isEndless ? refuse('LIST_CUT_OFF', { field: 'cutOffAt' }) : accept(null)
}

/** By it a manager has approved goods, and no list has them twice. */
export function goodsNameOf({ name, spec }: Pick<ListItem, 'name' | 'spec'>): string {
  return spec === null ? name : `${name}\n${spec}`
}

/** The plan as it travels, to go on with it. */
export function wishOf(plan: ListPlan): WishedPlan {
  const { title, words, opensAt, cutOffAt, payment, threshold, shortage } = plan
  return {
    ...{ title, words, pictures: [...plan.pictures], repeatWeekly: plan.repeatsWeekly },
    items: plan.items.map(wishedItemOf),
    ...(opensAt === null ? {} : { opensAt }),
    cutOffAt,
    pickupPoints: plan.pickupPoints.map(({ name, storeId, hours }) => ({
      name,
      ...(storeId === null ? {} : { storeId }),
      ...(hours === '' ? {} : { hours }),
    })),
    payment,
    ...(threshold === null ? {} : { threshold }),
    shortage,
  }
}

function itemOf(wished: WishedItem, place: number): Outcome<ListItem> {
  const { name, spec = null, priceFen, memberPriceFen = null, unit, category = null } = wished
  const at = (field: string) => ({ field: `items.${place}.${field}` })
  if (memberPriceFen !== null && memberPriceFen > priceFen) {
    return refuse('LIST_ITEM_PRICE', at('memberPriceFen'))
  }
  const stockCount = countOrNone(wished.stockCount, unit)
  if (stockCount === undefined) return refuse('LIST_ITEM_COUNT', at('stockCount'))
  const limitCount = countOrNone(wished.limitPerMember, unit)
  if (limitCount === undefined) return refuse('LIST_ITEM_COUNT', at('limitPerMember'))
  const itemId = `i${place + 1}`
  const prices = { priceFen, memberPriceFen }
  return accept({ itemId, name, spec, ...prices, stockCount, limitCount, unit, category })
}

/** Null where nothing was said, undefined where it is no count. */
function countOrNone(quantity: number | undefined, unit: ListUnit): number | null | undefined {
  if (quantity === undefined) return null
  return quantity === 0 ? 0 : (countOf(quantity, unit) ?? undefined)
}

function pointOf({ name, storeId, hours }: WishedPoint, place: number): PickupPoint {
  return { pickupPointId: `p${place + 1}`, name, storeId: storeId ?? null, hours: hours ?? '' }
}

function wishedItemOf(item: ListItem): WishedItem {
  const { name, spec, priceFen, memberPriceFen, stockCount, limitCount, unit, category } = item
  return {
    name,
    ...(spec === null ? {} : { spec }),
    priceFen,
    ...(memberPriceFen === null ? {} : { memberPriceFen }),
    ...(stockCount === null ? {} : { stockCount: quantityOf(stockCount, unit) }),
    ...(limitCount === null ? {} : { limitPerMember: quantityOf(limitCount, unit) }),
    unit,
    ...(category === null ? {} : { category }),
  }
}
