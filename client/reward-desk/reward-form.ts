import { MAX_REWARD_LIMIT, MAX_REWARD_ORDER, MAX_REWARD_POINTS } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import type { TierId } from '@shared/tiers/tier'
import { plainYuan } from '@shared/yuan'
import type { InputAt } from '../api'
import { fenOf } from '../parts/amount'
import type { ShelfReward } from './rewards.store'

export type RewardWish = InputAt<'mall.saveReward'>

/** A reward as its form holds it: every figure as it was typed, empty for what is not set. */
export interface RewardForm {
  readonly title: string
  readonly description: string
  /** A file, or empty. */
  readonly picture: string
  readonly kind: RewardWish['kind']
  readonly points: string
  readonly cash: string
  readonly worth: string
  readonly limit: string
  readonly dayLimit: string
  readonly tierFrom: TierId | 'any'
  readonly saleFromOn: string
  readonly saleUntilOn: string
  readonly order: string
  readonly isOnShelf: boolean
}

/** What is wrong, by the field under which it is said. */
export type Problems = Readonly<Partial<Record<keyof RewardForm, string>>>

export const emptyForm: RewardForm = {
  ...{ title: '', description: '', picture: '', kind: 'goods', points: '', cash: '', worth: '' },
  ...{ limit: '1', dayLimit: '', tierFrom: 'any', saleFromOn: '', saleUntilOn: '', order: '' },
  isOnShelf: true,
}

export function formOf(reward: ShelfReward): RewardForm {
  const { title, description, picture, kind, isOnShelf, limitPerDay } = reward
  const { saleFromOn, saleUntilOn, tierFrom, pricePoints, cashFen, worthFen } = reward
  return {
    ...{ title, description, picture, kind, isOnShelf, points: String(pricePoints) },
    ...{ cash: moneyOf(cashFen), worth: moneyOf(worthFen), limit: String(reward.limitPerMember) },
    dayLimit: limitPerDay === null ? '' : String(limitPerDay),
    ...{ tierFrom: tierFrom ?? 'any', order: String(reward.sortOrder) },
    ...{ saleFromOn: saleFromOn ?? '', saleUntilOn: saleUntilOn ?? '' },
  }
}

/** What the form says, once nothing is wrong with it. */
export function readForm(form: RewardForm): { wish: RewardWish | null; problems: Problems } {
  const { title, description, picture, kind, tierFrom, saleFromOn, saleUntilOn } = form
  const pricePoints = wholeIn(form.points, MAX_REWARD_POINTS)
  const limitPerMember = wholeIn(form.limit, MAX_REWARD_LIMIT)
  const limitPerDay = wholeIn(form.dayLimit, MAX_REWARD_LIMIT)
  const cashFen = moneyIn(form.cash)
  const worthFen = moneyIn(form.worth)
  const sortOrder = wholeIn(form.order, MAX_REWARD_ORDER)
  const isMoreADay = (limitPerDay ?? 0) > (limitPerMember ?? 0)
  const problems: Problems = {
    ...(title.trim() === '' ? { title: '给礼品起个名字，会员会看到' } : {}),
    ...(pricePoints ? {} : { points: '请填需要多少积分，整数' }),
    ...(cashFen === null ? { cash: '请填金额，不填就是不另付钱' } : {}),
    ...(worthFen === null ? { worth: '请填金额，不填就不显示' } : {}),
    ...(limitPerMember ? {} : { limit: `请填 1 到 ${MAX_REWARD_LIMIT} 份` }),
    ...(limitPerDay === null ? { dayLimit: '请填整数，不填就是不限' } : {}),
    ...(limitPerMember && isMoreADay ? { dayLimit: '不能比每人限兑的份数多' } : {}),
    ...(sortOrder === null ? { order: `请填 1 到 ${MAX_REWARD_ORDER}，不填就排在最后` } : {}),
    ...(isBackwards(form) ? { saleUntilOn: '截止日期不能早于开始日期' } : {}),
  }
  if (Object.keys(problems).length > 0 || !pricePoints || !limitPerMember) {
    return { wish: null, problems }
  }
  const words = description.trim()
  const wish: RewardWish = {
    ...{ title: title.trim(), kind, pricePoints, limitPerMember, isOnShelf: form.isOnShelf },
    ...(words === '' ? {} : { description: words }),
    ...(picture === '' ? {} : { picture }),
    ...(cashFen ? { cashFen } : {}),
    ...(worthFen ? { worthFen } : {}),
    ...(limitPerDay ? { limitPerDay } : {}),
    ...(tierFrom === 'any' ? {} : { tierFrom }),
    ...(saleFromOn === '' ? {} : { saleFromOn }),
    ...(saleUntilOn === '' ? {} : { saleUntilOn }),
    ...(sortOrder ? { sortOrder } : {}),
  }
  return { wish, problems }
}

/** A count as it was typed, from one up to a bound; undefined: nothing was; null: it is none. */
export function wholeIn(typed: string, most: number): number | null | undefined {
  const read = readWhole(typed, { least: 1, most })
  if (read.ok) return read.value
  return read.fault === 'blank' ? undefined : null
}

function moneyIn(typed: string): number | null {
  return typed.trim() === '' ? 0 : fenOf(typed)
}

function moneyOf(fen: number): string {
  return fen === 0 ? '' : plainYuan(fen)
}

function isBackwards({ saleFromOn, saleUntilOn }: RewardForm): boolean {
  return saleFromOn !== '' && saleUntilOn !== '' && saleUntilOn < saleFromOn
}
