import { callerOf } from '../harness/cloud-caller'
import { reminderScenes } from './reminder-scenes'
import type { Scene } from './scene'

const VISITOR = 'demo-new'
const SHOPPER = 'demo-shopper-1'
const LONG_NAME = 'demo-shopper-2'
/** Joined a moment ago, and eight days ago, and took nothing yet. */
export const FRESH = 'walk-fresh'
export const LATE = 'walk-late'

const home = '/tabs/home/index'
const mall = '/tabs/mall/index'
const inbox = '/messages/inbox/index'
const rewardOf = (rewardId: string) => `/mall/reward/index?rewardId=${rewardId}`

const visitorScenes: readonly Scene[] = [
  { name: 'home-visitor', title: '首页 · 新邻居', as: VISITOR, path: home, see: '.home-join' },
  { name: 'join', title: '入会', as: VISITOR, path: '/join/enrol/index', see: '.join-confirm' },
  {
    name: 'join-privacy',
    title: '隐私说明',
    as: VISITOR,
    path: '/join/enrol/index',
    see: '.sheet',
    act: ({ tap }) => tap('.consent-link'),
  },
  { name: 'mall-visitor', title: '商城 · 新邻居', as: VISITOR, path: mall, see: '.reward-tile' },
  {
    name: 'reward-visitor',
    title: '礼品 · 新邻居',
    as: VISITOR,
    path: rewardOf('eggs'),
    see: '.redeem-open',
  },
  {
    name: 'code-visitor',
    title: '会员码 · 还没入会',
    as: VISITOR,
    path: '/members/code/index',
    see: '.trouble-join',
  },
  {
    name: 'me-visitor',
    title: '我的 · 新邻居',
    as: VISITOR,
    path: '/tabs/me/index',
    see: '.me-join',
  },
  {
    name: 'pack-visitor',
    title: '礼包 · 还没入会',
    as: VISITOR,
    path: '/gifts/pack/index',
    see: '.pack-join',
  },
]

const emptyScenes: readonly Scene[] = [
  { name: 'home-fresh', title: '首页 · 刚入会', as: FRESH, path: home, see: '.open-pack' },
  {
    name: 'points-empty',
    title: '积分明细 · 空',
    as: FRESH,
    path: '/points/history/index',
    see: '.history-page',
  },
  {
    name: 'wallet-empty',
    title: '卡包 · 空',
    as: FRESH,
    path: '/coupons/wallet/index',
    see: '.wallet-page',
  },
  {
    name: 'redemptions-empty',
    title: '我的兑换 · 空',
    as: FRESH,
    path: '/mall/redemptions/index',
    see: '.redemptions-page',
  },
  {
    name: 'inbox-empty',
    title: '消息 · 空',
    as: FRESH,
    path: inbox,
    see: '.notice',
  },
  { name: 'pack', title: '新人礼包', as: FRESH, path: '/gifts/pack/index', see: '.pack-claim' },
  {
    name: 'pack-opened',
    title: '礼包到账',
    as: FRESH,
    path: '/gifts/pack/index',
    see: '.opened-pack',
    act: ({ tap }) => tap('.pack-claim'),
  },
  {
    name: 'pack-again',
    title: '礼包 · 已领过',
    as: SHOPPER,
    path: '/gifts/pack/index',
    see: '.page',
  },
  { name: 'pack-late', title: '礼包 · 过期', as: LATE, path: '/gifts/pack/index', see: '.page' },
]

const memberScenes: readonly Scene[] = [
  { name: 'home', title: '首页 · 会员', as: SHOPPER, path: home, see: '.open-code' },
  { name: 'home-long-name', title: '首页 · 长名字', as: LONG_NAME, path: home, see: '.open-code' },
  { name: 'code', title: '会员码', as: SHOPPER, path: '/members/code/index', see: '.member-code' },
  {
    name: 'code-long-name',
    title: '会员码 · 长名字',
    as: LONG_NAME,
    path: '/members/code/index',
    see: '.member-code',
  },
  {
    name: 'stamp-card',
    title: '集章卡',
    as: SHOPPER,
    path: '/stamps/card/index',
    see: '.stamp-card',
  },
  {
    name: 'invite',
    title: '邀请邻居',
    as: SHOPPER,
    path: '/referrals/invite/index',
    see: '.invite-none',
  },
  {
    name: 'wallet',
    title: '卡包',
    as: SHOPPER,
    path: '/coupons/wallet/index',
    see: '.wallet-ticket',
  },
  {
    name: 'wallet-used',
    title: '卡包 · 已用',
    as: SHOPPER,
    path: '/coupons/wallet/index',
    see: '.wallet-page',
    act: ({ page }) => page.getByText('已用').first().click(),
  },
  {
    name: 'wallet-expired',
    title: '卡包 · 已过期',
    as: LONG_NAME,
    path: '/coupons/wallet/index',
    see: '.wallet-page',
    act: ({ page }) => page.getByText('已过期').first().click(),
  },
  {
    name: 'profile',
    title: '资料',
    as: SHOPPER,
    path: '/members/profile/index',
    see: '.profile-save',
  },
  { name: 'inbox', title: '消息', as: SHOPPER, path: inbox, see: '.message-unread' },
  ...reminderScenes,
  {
    name: 'inbox-loading',
    title: '消息 · 正在加载',
    as: SHOPPER,
    path: inbox,
    see: '.bone',
    network: 'loading',
  },
  {
    name: 'inbox-offline',
    title: '消息 · 没有网络',
    as: SHOPPER,
    path: inbox,
    see: '.trouble-again',
    network: 'cut',
  },
  {
    name: 'inbox-troubled',
    title: '消息 · 断网后全部已读',
    as: SHOPPER,
    path: inbox,
    see: '.inbox-refused',
    act: async ({ see, goOffline, tap }) => {
      await see('.inbox-read-all')
      await goOffline()
      await tap('.inbox-read-all')
    },
  },
  {
    name: 'inbox-large',
    title: '消息 · 大字版',
    as: SHOPPER,
    path: '/tabs/me/index',
    see: '.text-large .message-unread',
    act: async ({ tap }) => {
      await tap('.large-text')
      await tap('.me-row-inbox')
    },
  },
  {
    name: 'inbox-leads',
    title: '消息 · 点开',
    as: SHOPPER,
    path: inbox,
    see: '.redemption-page',
    act: ({ page }) => page.getByText('兑换已过期').click(),
  },
  {
    name: 'inbox-read',
    title: '消息 · 都看过了',
    as: SHOPPER,
    path: inbox,
    see: '.message-read:first-child',
    act: ({ tap }) => tap('.inbox-read-all'),
  },
  { name: 'me', title: '我的', as: SHOPPER, path: '/tabs/me/index', see: '.me-rows' },
  {
    name: 'me-manager',
    title: '我的 · 店长',
    as: 'demo-manager-1',
    path: '/tabs/me/index',
    see: '.me-rows',
  },
  {
    name: 'home-wish',
    title: '首页 · 心愿和新到的积分',
    as: LONG_NAME,
    path: home,
    see: '.balance-gained',
    act: async ({ page, see }, { cloud }) => {
      await see('.goal')
      const caller = callerOf(cloud.origin)
      await caller.value('mall.pinWish', { as: LONG_NAME, input: { rewardId: 'umbrella' } })
      await caller.value('checkin.checkIn', { as: LONG_NAME })
      await page.reload()
      await see('.goal-wish')
    },
  },
]

export const shopperScenes: readonly Scene[] = [...visitorScenes, ...emptyScenes, ...memberScenes]
