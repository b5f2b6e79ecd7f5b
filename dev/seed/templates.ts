import { type CouponTemplate, plainRight } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'
import { freeCoffee } from './shop'

/** What a drop of last week gave: it counts as redeemed once she was in the shop. */
export const communityTen: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'community-10',
  title: '社群专享满 50 减 10 元券',
  kind: 'amountOff',
  faceFen: 1_000,
  thresholdFen: 5_000,
  validity: { validDays: 14 },
  transferable: true,
}

export const fruitDays: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'fruit-85',
  title: '周末水果 8.5 折券',
  kind: 'percent',
  percentOff: 15,
  capFen: 2_000,
  limits: { ...noLimits, categories: ['水果'] },
  validity: { validDays: 7 },
}

export const freshMilk: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'milk-exchange',
  title: '9.9 元换购鲜牛奶',
  kind: 'exchange',
  thing: '鲜牛奶 1.5 升',
  priceFen: 990,
  validity: { validDays: 7 },
}

const eggGift: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'eggs-gift',
  title: '散养鸡蛋 6 枚领取券',
  kind: 'gift',
  thing: '散养鸡蛋 6 枚',
  validity: { validDays: 3 },
}

const freeDelivery: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'free-delivery',
  title: '满 39 元免运费券',
  kind: 'freight',
  capFen: 600,
  thresholdFen: 3_900,
  validity: { validDays: 30 },
}

/** Published, one of each kind at least. */
export const demoTemplates: readonly CouponTemplate[] = [
  ...[freeCoffee, communityTen, fruitDays, freshMilk, eggGift, freeDelivery],
]
