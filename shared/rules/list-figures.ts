/** The figures of group-buy lists: what the shop allows its owners. */
import type { ListTerms } from '../lists/list-terms'
import type { FigureField } from './figure-field'

const MOST_COMMISSION_PERCENT = 50
const MOST_REFUND_FEN = 100_000
const MOST_PICKUP_DAYS = 30
/** A day of the hours that count. */
const MOST_HOLD_MINUTES = 840

export const listFields: readonly FigureField[] = [
  {
    name: 'ownersListFreely',
    label: '新商品上架',
    unit: 'choice',
    least: 0,
    most: 1,
    choices: ['先由店长审核', '团长直接发布'],
    hint: '审核过的商品，以后任何接龙都可以卖',
  },
  {
    name: 'commissionPercent',
    label: '团长佣金',
    unit: 'percent',
    least: 0,
    most: MOST_COMMISSION_PERCENT,
    hint: '按已自提、没有退款的金额算；已发布的接龙不变',
  },
  {
    name: 'ownerRefundFen',
    label: '团长包赔上限',
    unit: 'fen',
    least: 0,
    most: MOST_REFUND_FEN,
    hint: '坏果包赔每行不超过它，团长自己定；超过的由店长定',
  },
  {
    name: 'pickupDays',
    label: '自提期限',
    unit: 'days',
    least: 1,
    most: MOST_PICKUP_DAYS,
    hint: '到货后这么多天内可以取',
  },
  {
    name: 'holdMinutes',
    label: '候补保留',
    unit: 'minutes',
    least: 10,
    most: MOST_HOLD_MINUTES,
    hint: '有位时为候补的会员留这么久，只算 8 点到 22 点',
  },
]

/** As they stand on the manager's page. */
export function listFiguresOf(terms: ListTerms): Readonly<Record<string, number>> {
  return { ...terms, ownersListFreely: terms.ownersListFreely ? 1 : 0 }
}

/** What these figures allow. */
export function listTermsFrom(figure: (name: string) => number): ListTerms {
  return {
    ownersListFreely: figure('ownersListFreely') === 1,
    commissionPercent: figure('commissionPercent'),
    ownerRefundFen: figure('ownerRefundFen'),
    pickupDays: figure('pickupDays'),
    holdMinutes: figure('holdMinutes'),
  }
}
