import type { Scene } from './scene'

const SHOPPER = 'demo-shopper-1'
const LONG_NAME = 'demo-shopper-2'

const home = '/tabs/home/index'
const mall = '/tabs/mall/index'
const rewardOf = (rewardId: string) => `/mall/reward/index?rewardId=${rewardId}`

export const mallScenes: readonly Scene[] = [
  { name: 'mall', title: '积分商城', as: SHOPPER, path: mall, see: '.reward-tile' },
  {
    name: 'mall-affordable',
    title: '商城 · 可兑换',
    as: LONG_NAME,
    path: mall,
    see: '.mall-page',
    act: ({ tap }) => tap('.mall-filter'),
  },
  { name: 'reward', title: '礼品', as: SHOPPER, path: rewardOf('coffee'), see: '.redeem-open' },
  {
    name: 'reward-sold-out',
    title: '礼品 · 兑完',
    as: SHOPPER,
    path: rewardOf('mug'),
    see: '.redeem-open',
  },
  {
    name: 'reward-upcoming',
    title: '礼品 · 未开始',
    as: SHOPPER,
    path: rewardOf('oil'),
    see: '.redeem-open',
  },
  {
    name: 'reward-too-dear',
    title: '礼品 · 积分不足',
    as: LONG_NAME,
    path: rewardOf('umbrella'),
    see: '.redeem-open',
  },
  {
    name: 'reward-wish',
    title: '礼品 · 设为心愿',
    as: LONG_NAME,
    path: rewardOf('rice'),
    see: '.pin-on',
    act: ({ tap }) => tap('.pin'),
  },
  {
    name: 'reward-gone',
    title: '礼品 · 下架',
    as: SHOPPER,
    path: rewardOf('nothing'),
    see: '.page',
  },
  {
    name: 'redeem',
    title: '确认兑换',
    as: SHOPPER,
    path: rewardOf('flower'),
    see: '.redeem-confirm',
    act: ({ tap }) => tap('.redeem-open'),
  },
  {
    name: 'redeemed',
    title: '兑换成功',
    as: SHOPPER,
    path: rewardOf('eggs'),
    see: '.redeem-done',
    act: async ({ tap }) => {
      await tap('.redeem-open')
      await tap('.redeem-confirm')
    },
  },
  {
    name: 'redemptions',
    title: '我的兑换',
    as: SHOPPER,
    path: '/mall/redemptions/index',
    see: '.redemption-row',
  },
  {
    name: 'redemption',
    title: '自提码',
    as: SHOPPER,
    path: '/mall/redemptions/index',
    see: '.pickup-ticket',
    act: ({ tapFirst }) => tapFirst('.redemption-row'),
  },
  {
    name: 'redemption-cancel',
    title: '取消兑换',
    as: SHOPPER,
    path: '/mall/redemptions/index',
    see: '.cancel-confirm',
    act: async ({ tap, tapFirst, see }) => {
      await tapFirst('.redemption-row')
      await see('.pickup-ticket')
      await tap('.redemption-cancel')
    },
  },
  {
    name: 'redemption-collected',
    title: '兑换 · 已自提',
    as: 'demo-chen',
    path: '/mall/redemptions/index',
    see: '.redemption-closed',
    act: ({ tapFirst }) => tapFirst('.redemption-row'),
  },
]

export const networkScenes: readonly Scene[] = [
  {
    name: 'home-loading',
    title: '首页 · 读取中',
    as: SHOPPER,
    path: home,
    see: '.page',
    network: 'loading',
  },
  {
    name: 'mall-loading',
    title: '商城 · 读取中',
    as: SHOPPER,
    path: mall,
    see: '.page',
    network: 'loading',
  },
  {
    name: 'home-offline',
    title: '首页 · 断网',
    as: SHOPPER,
    path: home,
    see: '.trouble-banner',
    seeBefore: '.open-code',
    network: 'offline',
  },
  {
    name: 'code-offline',
    title: '会员码 · 断网',
    as: SHOPPER,
    path: '/members/code/index',
    see: '.member-code',
    act: async ({ page, see, goOffline }) => {
      await see('.member-code')
      await goOffline()
      await page.waitForTimeout(8_000)
    },
  },
  {
    name: 'points-offline',
    title: '明细 · 断网',
    as: SHOPPER,
    path: '/points/history/index',
    see: '.trouble-again',
    network: 'cut',
  },
]
