import { addDays } from '../../shared/business-date'
import type { RewardKind } from '../../shared/mall/redemption'

export interface DemoReward {
  readonly _id: string
  readonly title: string
  readonly kind: RewardKind
  readonly pricePoints: number
  readonly cashFen?: number
  readonly worthFen: number
  /** A photo's name in `photos/`. */
  readonly picture: string
  readonly description: string
  readonly leftCount: number
  readonly totalCount: number
  readonly limitPerMember: number
  readonly saleFromOn: string | null
  readonly saleUntilOn: string | null
  readonly sortOrder: number
  /** Units that were taken and are not booked yet, and units on their way back. */
  readonly pending: Readonly<Record<string, number>>
  readonly returning: Readonly<Record<string, number>>
}

interface Offer {
  readonly name: string
  /** Of another reward; else its own. */
  readonly picture?: string
  readonly title: string
  readonly kind: RewardKind
  readonly pricePoints: number
  readonly cashFen?: number
  readonly worthFen: number
  readonly description: string
  readonly count: number
  readonly limit: number
}

/** Three mugs: the history below takes them all, so the page has something that is sold out. */
const offers: readonly Offer[] = [
  {
    name: 'eggs',
    title: '农家鲜鸡蛋 2 枚',
    kind: 'goods',
    pricePoints: 60,
    worthFen: 260,
    description: '郊县农户散养，每天清早到店现拣。到店任选大小，不挑双黄看运气。',
    count: 200,
    limit: 10,
  },
  {
    name: 'fruit',
    title: '当季水果一份',
    kind: 'goods',
    pricePoints: 260,
    worthFen: 880,
    description: '店员按当天到货切配，约 300 克。过敏或忌口请自提时告诉店员。',
    count: 60,
    limit: 4,
  },
  {
    name: 'coffee',
    title: '手冲美式一杯',
    kind: 'service',
    pricePoints: 360,
    worthFen: 1200,
    description: '热饮冰饮都可以，可换燕麦奶。到店出示自提码，现点现做。',
    count: 80,
    limit: 5,
  },
  {
    name: 'flower',
    title: '窗台小盆栽',
    kind: 'goods',
    pricePoints: 480,
    worthFen: 1680,
    description: '耐阴好养，一周浇一次水。附手写养护卡，花色以到店为准。',
    count: 24,
    limit: 2,
  },
  {
    name: 'coffee-beans',
    picture: 'coffee',
    title: '小满咖啡豆 227 克',
    kind: 'goods',
    pricePoints: 500,
    cashFen: 990,
    worthFen: 3_200,
    description: '店里同款拼配，每周四烘焙。500 积分再加 9.90 元，付款后到店领取，可请店员现磨。',
    count: 30,
    limit: 2,
  },
  {
    name: 'towel',
    title: '竹纤维毛巾',
    kind: 'goods',
    pricePoints: 580,
    worthFen: 1990,
    description: '34×75 厘米，柔软不掉毛。三种颜色，自提时自选。',
    count: 40,
    limit: 3,
  },
  {
    name: 'cake',
    title: '草莓奶油小蛋糕',
    kind: 'goods',
    pricePoints: 760,
    worthFen: 2600,
    description: '四寸，当天现做，动物奶油。请在自提前一天和店里说一声。',
    count: 12,
    limit: 1,
  },
  {
    name: 'tote',
    title: '小满帆布袋',
    kind: 'goods',
    pricePoints: 820,
    worthFen: 2900,
    description: '厚帆布，能装下三天的菜。带袋来买菜，不用再买塑料袋。',
    count: 30,
    limit: 2,
  },
  {
    name: 'mug',
    title: '暖手马克杯',
    kind: 'goods',
    pricePoints: 1080,
    worthFen: 3900,
    description: '350 毫升，店里喝咖啡同款。第一批只做了三只。',
    count: 3,
    limit: 1,
  },
  {
    name: 'haircut',
    title: '阿芳理发一次',
    kind: 'service',
    pricePoints: 1160,
    worthFen: 4000,
    description: '隔壁阿芳理发店，洗剪吹一次。先到梧桐里店核销，凭小票过去。',
    count: 10,
    limit: 1,
  },
  {
    name: 'umbrella',
    title: '晴雨两用伞',
    kind: 'goods',
    pricePoints: 1680,
    worthFen: 5900,
    description: '八骨加固，黑胶防晒。收好带走，下雨天也来逛逛。',
    count: 18,
    limit: 1,
  },
  {
    name: 'rice',
    title: '五常大米 5 公斤',
    kind: 'goods',
    pricePoints: 2280,
    worthFen: 7990,
    description: '今年新米，真空装。年纪大的邻居可以请店员送到楼下。',
    count: 15,
    limit: 2,
  },
  {
    name: 'oil',
    title: '压榨花生油 5 升',
    kind: 'goods',
    pricePoints: 3000,
    worthFen: 10900,
    description: '物理压榨一级。每家限一桶，开兑当天早上六点半起。',
    count: 20,
    limit: 1,
  },
]

/**
 * Thirteen rewards as of a date, one of them for points and money: the cake ends in two days, the
 * oil begins in six.
 */
export function demoRewards(todayOn: string): DemoReward[] {
  return offers.map((offer, position) => ({
    _id: offer.name,
    title: offer.title,
    kind: offer.kind,
    pricePoints: offer.pricePoints,
    ...(offer.cashFen === undefined ? {} : { cashFen: offer.cashFen }),
    worthFen: offer.worthFen,
    picture: offer.picture ?? offer.name,
    description: offer.description,
    leftCount: offer.count,
    totalCount: offer.count,
    limitPerMember: offer.limit,
    saleFromOn: offer.name === 'oil' ? addDays(todayOn, 6) : null,
    saleUntilOn: offer.name === 'cake' ? addDays(todayOn, 2) : null,
    sortOrder: position + 1,
    pending: {},
    returning: {},
  }))
}
