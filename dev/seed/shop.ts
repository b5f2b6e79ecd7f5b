import { type CouponTemplate, plainRight } from '../../shared/coupons/coupon'
import { newShop, type Shop } from '../../shared/rules/shop'

export const WUTONG = 'wutong'
export const HEBIN = 'hebin'

/** The demo shop: fresh food and coffee, two stores in one neighbourhood. Invented, all of it. */
export const demoShop: Shop = {
  ...newShop,
  name: '小满鲜食',
  slogan: '清早的菜，午后的咖啡',
  notice: '本周起河滨店营业到晚上十点半；积分礼品两家店都能取。',
  stores: [
    {
      storeId: WUTONG,
      name: '梧桐里店',
      address: '梧桐里小区东门往南 50 米',
      hours: '06:30–21:00',
      phone: '021-55550101',
      place: { latitude: 31.2153, longitude: 121.4376 },
    },
    {
      storeId: HEBIN,
      name: '河滨店',
      address: '河滨路 218 号一楼，公交站对面',
      hours: '07:00–22:30',
      phone: '021-55550102',
      place: { latitude: 31.2188, longitude: 121.4421 },
    },
  ],
  payWithPoints: {
    ruleId: 'pay-with-points',
    version: 1,
    pointsPerYuan: 100,
    minSharePercent: 0,
    maxSharePercent: 50,
    minPoints: 100,
  },
  rounding: { ruleId: 'rounding', version: 1, downTo: 'yuan', mostFen: 99 },
  earnRule: { ...newShop.earnRule, tierPercents: { silver: 100, gold: 120, diamond: 150 } },
  tierRule: { ...newShop.tierRule, contactFrom: 'gold' },
  // As they would be called in the console; here they are known from the first sheet that asks.
  messageTemplates: {
    gift: 'demo-template-gift',
    pickup: 'demo-template-pickup',
    expiry: 'demo-template-expiry',
    tier: 'demo-template-tier',
    list: 'demo-template-list',
    drop: 'demo-template-drop',
  },
  lists: { ...newShop.lists, ownersListFreely: true, commissionPercent: 5 },
  stampCard: {
    ruleId: 'stamp-card',
    version: 1,
    title: '咖啡集章卡',
    stampsPerCard: 10,
    leastPaidFen: 1_500,
    templateId: 'free-coffee',
  },
}

/** What a full stamp card gives: the price of a coffee. */
export const freeCoffee: CouponTemplate = {
  ...plainRight,
  version: 1,
  templateId: 'free-coffee',
  title: '第十杯咖啡免单券',
  kind: 'amountOff',
  faceFen: 1_800,
  validity: { validDays: 60 },
}
