import type { Scene, Screen } from './scene'

const PAYER = 'demo-shopper-1'
const reward = '/mall/reward/index?rewardId=coffee-beans'

/** Redeems and opens the sheet that stands for WeChat's. */
async function openSheet({ tap, see }: Screen): Promise<void> {
  await tap('.redeem-open')
  await tap('.redeem-confirm')
  await see('.pay-sheet')
}

const scenesOfSheet: readonly Scene[] = [
  { name: 'reward-cash', title: '礼品 · 积分加现金', path: reward, see: '.reward-cost-cash' },
  {
    name: 'redeem-cash',
    title: '确认兑换 · 积分加现金',
    path: reward,
    see: '.redeem-confirm',
    act: ({ tap }: Screen) => tap('.redeem-open'),
  },
  { name: 'pay-sheet', title: '微信支付', path: reward, see: '.pay-sheet', act: openSheet },
].map((scene) => ({ ...scene, as: PAYER }))

const scenesAfter: readonly Scene[] = [
  {
    name: 'pay-cancelled',
    title: '付款 · 关掉了',
    path: reward,
    see: '.pay-again',
    act: async (screen: Screen) => {
      await openSheet(screen)
      await screen.tap('.pay-cancel')
    },
  },
  {
    name: 'redemption-unpaid',
    title: '兑换 · 待付款',
    path: '/mall/redemptions/index',
    see: '.redemption-pay',
    act: ({ tapFirst }: Screen) => tapFirst('.redemption-row'),
  },
  {
    name: 'pay-done',
    title: '付款成功',
    path: '/mall/redemptions/index',
    see: '.pay-show',
    act: async ({ tapFirst, tap, see }: Screen) => {
      await tapFirst('.redemption-row')
      await tap('.redemption-pay')
      await see('.pay-sheet')
      await tap('.pay-now')
    },
  },
].map((scene) => ({ ...scene, as: PAYER }))

const MANAGER = 'demo-manager-1'
const flags = '/payments/flags/index'

/** What a manager sees of payments that are not as they should be. */
const flagScenes: readonly Scene[] = [
  {
    name: 'payment-flags-none',
    title: '待查的付款 · 没有',
    as: MANAGER,
    path: flags,
    see: '.notice',
  },
  {
    name: 'payment-flags',
    title: '待查的付款',
    as: MANAGER,
    path: flags,
    see: '.flag-card',
    act: async ({ page, see }, bench) => {
      await see('.notice')
      // A notice for an order of nobody: WeChat would not send it, somebody else might.
      const codes = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' }
      await bench.cloud.call('payments', { ...codes, outTradeNo: 'not-ours', totalFee: 1 }, {})
      await page.reload()
    },
  },
]

/** Points and cash: one reward of the demo shop, from its price to its code. */
export const payScenes: readonly Scene[] = [...scenesOfSheet, ...scenesAfter, ...flagScenes]
