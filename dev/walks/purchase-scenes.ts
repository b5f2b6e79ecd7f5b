import { PAID_BUYER } from './list-shop'
import type { Scene, Screen } from './scene'
import { FRESH } from './shopper-scenes'

const CLERK = 'demo-staff-1'
const mine = '/purchases/list/index'
/** Bought in November and gave it back after she had spent the points. */
const RETURNED = 'demo-zhao'

/** What members bought, as they see it. */
const ownScenes: readonly Scene[] = [
  {
    name: 'my-purchases',
    title: '我的消费',
    as: 'demo-shopper-1',
    path: mine,
    see: '.my-purchase',
  },
  {
    name: 'my-purchases-empty',
    title: '我的消费 · 还没有',
    as: FRESH,
    path: mine,
    see: '.notice',
  },
  {
    name: 'my-purchases-cut',
    title: '我的消费 · 没有网络',
    as: 'demo-shopper-1',
    path: mine,
    see: '.trouble-again',
    network: 'cut',
  },
  {
    name: 'my-purchase-list',
    title: '消费详情 · 接龙买的',
    as: PAID_BUYER,
    path: mine,
    see: '.bill-paid',
    act: ({ tapFirst }) => tapFirst('.my-purchase'),
  },
  {
    name: 'my-purchase',
    title: '消费详情',
    as: 'demo-shopper-1',
    path: mine,
    see: '.if-returned',
    act: ({ tapFirst }) => tapFirst('.my-purchase'),
  },
  {
    name: 'my-purchase-if',
    title: '如果退货会怎样',
    as: 'demo-shopper-1',
    path: mine,
    see: '.if-words',
    act: async ({ tap, tapFirst }) => {
      await tapFirst('.my-purchase')
      await tap('.if-returned')
    },
  },
  {
    name: 'my-purchase-refunded',
    title: '消费详情 · 退过款',
    as: RETURNED,
    path: mine,
    see: '.refund-told',
    act: ({ page }) => page.locator('.my-purchase:visible', { hasText: '¥288.00' }).click(),
  },
]

/** What staff give back, and what that does. */
const refundScenes: readonly Scene[] = [
  {
    name: 'purchases-found',
    title: '消费记录 · 找一笔',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.purchase',
    act: async ({ fill, tap }) => {
      await fill('.purchase-search-text input', '林')
      await tap('.purchase-search-submit')
    },
  },
  {
    name: 'purchases-not-found',
    title: '消费记录 · 没有找到',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.notice',
    act: async ({ fill, tap }) => {
      await fill('.purchase-search-text input', '98765.43')
      await tap('.purchase-search-submit')
    },
  },
  {
    name: 'store-purchase',
    title: '消费详情 · 店员',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.purchase-refund',
    act: ({ tapFirst }) => tapFirst('.purchase'),
  },
  {
    name: 'refund',
    title: '退款 · 会怎样',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.refund-effect',
    act: toRefund,
  },
  {
    name: 'refund-part',
    title: '退款 · 退一部分',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.refund-effect',
    act: async (screen) => {
      const { tap, tapFirst, see, fill } = screen
      await toRefund(screen)
      await tap('.segment-part')
      await tapFirst('.refund-part-choose')
      await fill('.refund-amount input', '5')
      await see('.refund-confirm')
    },
  },
  {
    name: 'refund-over',
    title: '退款 · 超过剩下的',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.refund-over',
    act: async (screen) => {
      const { tap, tapFirst, fill } = screen
      await toRefund(screen)
      await tap('.segment-part')
      await tapFirst('.refund-part-choose')
      await fill('.refund-amount input', '99999')
    },
  },
  {
    name: 'refunded',
    title: '已退款',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.refund-done',
    act: async (screen) => {
      const { tap, tapFirst } = screen
      await toRefund(screen)
      await tap('.segment-part')
      await tapFirst('.refund-part-choose')
      await tap('.refund-confirm')
    },
  },
]

export const purchaseScenes: readonly Scene[] = [...ownScenes, ...refundScenes]

/** The purchase first, its refund as a second step. */
async function toRefund({ tap, tapFirst }: Screen): Promise<void> {
  await tapFirst('.purchase')
  await tap('.purchase-refund')
}
