import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { COLLECTOR } from './drop-shop'
import type { Scene, Screen } from './scene'
import { openTill } from './staff-scenes'

const CLERK = 'demo-staff-1'
const atDesk = { as: CLERK, path: '/staff/scan/index' } as const
const reckoned = '.till-points:not(.till-points-waiting)'

/** A bill with coupons of every kind at the till, and a gift at the desk. */
export const couponBillScenes: readonly Scene[] = [
  {
    ...atDesk,
    ...{ name: 'till-proposal', title: '选优惠券 · 推荐', see: '.coupon-proposed' },
    act: async (screen, bench) => {
      await typeFor('1286')(screen, bench)
      await screen.tap('.till-coupon-none')
      await screen.see(reckoned)
      await screen.tap('.till-coupon:has-text("券可省")')
    },
  },
  {
    ...atDesk,
    ...{ name: 'till-below', title: '选优惠券 · 还不够', see: '.coupon-choices' },
    act: chooseFor('18'),
  },
  {
    ...atDesk,
    ...{ name: 'till-several', title: '收款 · 用了几张券', see: `.till-steps` },
    act: takeProposal,
  },
  {
    ...atDesk,
    ...{ name: 'till-chosen', title: '选优惠券 · 自己选', see: '.coupon-done' },
    act: async (screen, bench) => {
      await takeProposal(screen, bench)
      await screen.tap('.till-coupon')
      await screen.page.getByText('拿铁换购券').first().click()
    },
  },
  {
    ...atDesk,
    ...{ name: 'till-steps', title: '账单明细', see: '.steps-close' },
    act: async (screen, bench) => {
      await takeProposal(screen, bench)
      await screen.tap('.till-steps')
    },
  },
  {
    ...atDesk,
    ...{ name: 'bill-kinds', title: '逐项录入 · 商品类别', see: '.bill-kind-on' },
    act: async (screen, bench) => {
      await openTill(COLLECTOR)(screen, bench)
      await screen.tap('.amount-more')
      await screen.tap('.bill-add')
      await screen.fill('.bill-line-amount input', '45')
      await screen.tap('.bill-kind')
    },
  },
  {
    ...atDesk,
    ...{ name: 'settled-coupons', title: '已记账 · 用了几张券', see: '.settled' },
    act: async (screen, bench) => {
      await takeProposal(screen, bench)
      await screen.tap('.settle-confirm')
    },
  },
  {
    ...{ name: 'purchase-coupons', title: '消费 · 用了几张券', as: COLLECTOR },
    ...{ path: '/purchases/list/index', see: '.if-returned', act: openFirst },
  },
  {
    ...atDesk,
    ...{ name: 'refund-coupons', title: '退款 · 用过券', see: '.refund-steps' },
    act: async ({ page, see }, bench) => {
      const { purchases } = await callerOf(bench.cloud.origin).value('purchases.mine', {
        as: COLLECTOR,
      })
      await see('.page')
      await page.evaluate((to) => {
        window.location.hash = to
      }, `#/refunds/refund/index?purchaseId=${purchases[0]?.purchaseId}`)
    },
  },
  {
    ...atDesk,
    ...{ name: 'desk-gift', title: '核销赠品', see: '.handover-confirm' },
    act: showGift,
  },
  {
    ...atDesk,
    ...{ name: 'desk-gift-done', title: '核销赠品 · 已核销', see: '.handover-next' },
    act: async (screen, bench) => {
      await showGift(screen, bench)
      await screen.tap('.handover-confirm')
    },
  },
  {
    ...atDesk,
    ...{ name: 'desk-gift-again', title: '核销赠品 · 用过了', see: '.pickup-used' },
    act: showGift,
  },
]

function chooseFor(yuan: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    await typeFor(yuan)(screen, bench)
    await screen.tap('.till-coupon')
  }
}

function typeFor(yuan: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    // A code of its own: one code settles once.
    bench.cloud.clock.advance(60_000)
    await openTill(COLLECTOR)(screen, bench)
    await screen.type(yuan)
    await screen.see(reckoned)
  }
}

/** What saves most is taken by itself. */
async function takeProposal(screen: Screen, bench: Bench): Promise<void> {
  await typeFor('1286')(screen, bench)
  await screen.see('.till-coupon-none')
}

async function openFirst({ tapFirst }: Screen): Promise<void> {
  await tapFirst('.my-purchase')
}

async function showGift({ fill, tap }: Screen, bench: Bench): Promise<void> {
  const { coupons } = await callerOf(bench.cloud.origin).value('coupons.wallet', { as: COLLECTOR })
  const gift = coupons.find(({ kind }) => kind === 'gift')
  await fill('.scan-field input', gift?.couponCode ?? '')
  await tap('.scan-submit')
}
