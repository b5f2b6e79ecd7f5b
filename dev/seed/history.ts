import type { LineWish } from '../../shared/purchases/purchase-lines'
import { type CommunityAct, communityDeeds } from './communities'
import { type ListAct, listDeeds } from './lists'
import { demoShoppers, demoStaff, quietShopper, shopper } from './people'
import { HEBIN, WUTONG } from './shop'

/** What somebody did, and when: days before the day on which the demo begins, Shanghai time. */
export interface Deed {
  readonly daysAgo: number
  readonly time: string
  readonly who: string
  readonly act: Act
}

/** `name` ties what follows (a refund, a pick-up) to what it is about. */
export type Act =
  | { readonly kind: 'join'; readonly claimsPack: boolean }
  | {
      readonly kind: 'buy'
      readonly storeId: string
      readonly billFen: number
      /** What was bought, where the till told it. */
      readonly lines?: readonly LineWish[]
      readonly freightFen?: number
      readonly usesCoupon: boolean
      /** Which one, where she has several. */
      readonly couponTitle?: string
      readonly name: string
    }
  | { readonly kind: 'refund'; readonly name: string }
  | { readonly kind: 'redeem'; readonly rewardId: string; readonly name: string }
  | { readonly kind: 'cancel'; readonly name: string }
  | { readonly kind: 'collect'; readonly storeId: string; readonly name: string }
  /** The manager gives points by hand. */
  | { readonly kind: 'adjust'; readonly points: number; readonly reason: string }
  /** Pressed at home on that day. */
  | { readonly kind: 'checkIn' }
  | CommunityAct
  | ListAct
  /** The day has changed: what nobody fetched in time is given back. */
  | { readonly kind: 'dayChange' }

type Visit = readonly [daysAgo: number, time: string, storeId: string, billFen: number]

/** Everything that happened in the shop before today, in the order in which it happened. */
export function demoHistory(): Deed[] {
  return [
    ...joins(),
    ...visits(),
    ...afterwards(),
    ...checkIns(),
    ...communityDeeds(),
    ...listDeeds(),
  ].sort((a, b) => b.daysAgo - a.daysAgo || a.time.localeCompare(b.time))
}

const joinedDaysAgo: Readonly<Record<string, number>> = {
  'demo-manager-1': 363,
  'demo-staff-1': 363,
  'demo-staff-2': 363,
  'demo-owner-1': 120,
  // A year less a day: what she earned in her first days expires at the end of this month.
  [shopper]: 363,
  [quietShopper]: 66,
  'demo-chen': 120,
  'demo-li': 120,
  'demo-zhou': 95,
  'demo-wang': 120,
  'demo-zhao': 52,
  'demo-sun': 95,
  'demo-wu': 120,
  'demo-qian': 3,
  'demo-he': 340,
}

function joins(): Deed[] {
  return [...demoStaff, ...demoShoppers].map(({ openid }) => ({
    daysAgo: joinedDaysAgo[openid] ?? 120,
    time: openid.startsWith('demo-s') ? '09:12' : '08:40',
    who: openid,
    act: { kind: 'join', claimsPack: openid !== 'demo-qian' },
  }))
}

/** Six days in a row up to yesterday: today's is the seventh, unless a missed day is made up. */
function checkIns(): Deed[] {
  const daysAgo = [24, 23, 22, 21, 20, 18, 17, 16, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2, 1]
  return daysAgo.map((days) => ({
    daysAgo: days,
    time: '07:31',
    who: quietShopper,
    act: { kind: 'checkIn' },
  }))
}

const visitsOf: Readonly<Record<string, readonly Visit[]>> = {
  [shopper]: [
    [363, '17:40', WUTONG, 26_800],
    [362, '18:05', WUTONG, 41_250],
    [282, '12:30', HEBIN, 3_600],
    [236, '18:11', WUTONG, 12_450],
    [188, '15:20', HEBIN, 4_200],
    [142, '18:22', WUTONG, 9_860],
    [103, '17:48', WUTONG, 5_410],
    [83, '18:30', WUTONG, 13_880],
    [52, '17:55', WUTONG, 8_300],
    [34, '15:40', HEBIN, 5_180],
    [17, '17:20', WUTONG, 7_750],
    [9, '15:10', HEBIN, 4_600],
    [5, '17:58', WUTONG, 11_230],
    [2, '18:02', WUTONG, 16_980],
    [1, '18:20', WUTONG, 5_860],
  ],
  [quietShopper]: [
    [52, '07:15', WUTONG, 1_880],
    [34, '07:05', WUTONG, 2_640],
    [9, '19:20', HEBIN, 3_199],
  ],
  'demo-chen': [
    [103, '06:50', WUTONG, 45_600],
    [52, '06:55', WUTONG, 63_450],
    [5, '07:10', WUTONG, 9_980],
  ],
  'demo-li': [
    [103, '06:40', WUTONG, 1_260],
    [34, '06:38', WUTONG, 1_540],
    [1, '06:44', WUTONG, 1_890],
  ],
  'demo-zhou': [
    [83, '14:20', HEBIN, 2_800],
    [5, '20:10', HEBIN, 2_400],
  ],
  'demo-wang': [
    [103, '18:40', HEBIN, 62_800],
    [52, '19:05', HEBIN, 46_750],
  ],
  'demo-zhao': [[52, '19:30', WUTONG, 28_800]],
  // Tomorrow it is half a year.
  'demo-he': [
    [338, '17:20', HEBIN, 6_400],
    [179, '18:05', HEBIN, 3_850],
  ],
  'demo-sun': [
    [83, '16:10', WUTONG, 7_430],
    [34, '16:25', WUTONG, 11_860],
    // Eighty yuan before the next level.
    [20, '16:40', WUTONG, 68_000],
  ],
  'demo-wu': [
    [103, '20:15', HEBIN, 68_800],
    [83, '20:40', HEBIN, 57_300],
  ],
  'demo-owner-1': [[83, '10:30', WUTONG, 32_650]],
  'demo-staff-1': [[34, '20:30', HEBIN, 4_260]],
  'demo-staff-2': [[17, '13:10', WUTONG, 3_380]],
}

/** Paid for with the coupon of the welcome pack. */
const couponVisits = ['demo-shopper-1/362', 'demo-chen/103', 'demo-wu/103']

/** Bills that were typed line by line: a part of them can be given back by its name. */
const linesOf: Readonly<Record<string, readonly LineWish[]>> = {
  'demo-shopper-1/1': [
    bought('红颜草莓 2 盒', 2_980),
    bought('鲜牛奶 1.5 升', 1_880),
    bought('本地小青菜', 400),
    bought('老豆腐 2 块', 500),
    { ...bought('购物袋', 100), isExcluded: true },
  ],
  'demo-chen/5': [bought('五常大米 10 斤', 5_990), bought('山茶油 500 毫升', 3_990)],
}

/** Brought home by the shop. */
const freightOf: Readonly<Record<string, number>> = { 'demo-chen/5': 600 }

function bought(title: string, amountFen: number): LineWish {
  return { title, amountFen, isExcluded: false }
}

function visits(): Deed[] {
  return Object.entries(visitsOf).flatMap(([who, rows]) =>
    rows.map(([daysAgo, time, storeId, billFen]): Deed => {
      const name = `${who}/${daysAgo}`
      const usesCoupon = couponVisits.includes(name)
      const lines = linesOf[name]
      const freightFen = freightOf[name]
      const told = { ...(lines ? { lines } : {}), ...(freightFen ? { freightFen } : {}) }
      const act = { kind: 'buy', storeId, billFen, ...told, usesCoupon, name } as const
      return { daysAgo, time, who, act }
    }),
  )
}

function afterwards(): Deed[] {
  const deed = (daysAgo: number, time: string, [who, act]: readonly [string, Act]): Deed => ({
    daysAgo,
    time,
    who,
    act,
  })
  const redeem = (who: string, rewardId: string) =>
    [who, { kind: 'redeem', rewardId, name: `${who}/${rewardId}` }] as const
  const collect = (who: string, rewardId: string, storeId: string) =>
    [who, { kind: 'collect', storeId, name: `${who}/${rewardId}` }] as const
  const refund = (name: string) => [name.split('/')[0] ?? '', { kind: 'refund', name }] as const
  return [
    deed(82, '16:00', redeem(shopper, 'coffee')),
    deed(81, '15:32', collect(shopper, 'coffee', HEBIN)),
    deed(46, '18:20', redeem(shopper, 'eggs')),
    deed(15, '00:10', [shopper, { kind: 'dayChange' }]),
    deed(4, '10:25', [shopper, { kind: 'adjust', points: 36, reason: '补记上周漏登的小票' }]),
    deed(29, '12:05', redeem(shopper, 'tote')),
    deed(26, '09:40', [shopper, { kind: 'cancel', name: `${shopper}/tote` }]),
    deed(16, '10:05', refund('demo-shopper-1/17')),
    deed(3, '20:45', redeem(shopper, 'fruit')),
    deed(29, '07:20', redeem(quietShopper, 'eggs')),
    deed(26, '07:08', collect(quietShopper, 'eggs', WUTONG)),
    deed(29, '10:00', redeem('demo-chen', 'mug')),
    deed(26, '06:58', collect('demo-chen', 'mug', WUTONG)),
    deed(29, '21:10', redeem('demo-wang', 'mug')),
    deed(26, '18:55', collect('demo-wang', 'mug', HEBIN)),
    deed(82, '21:00', redeem('demo-wu', 'mug')),
    deed(81, '20:20', collect('demo-wu', 'mug', HEBIN)),
    deed(51, '19:00', redeem('demo-zhao', 'coffee')),
    deed(50, '19:06', collect('demo-zhao', 'coffee', WUTONG)),
    deed(49, '18:20', refund('demo-zhao/52')),
    deed(29, '11:15', redeem('demo-owner-1', 'fruit')),
    deed(26, '10:12', collect('demo-owner-1', 'fruit', WUTONG)),
    deed(1, '08:00', redeem('demo-li', 'eggs')),
  ]
}
