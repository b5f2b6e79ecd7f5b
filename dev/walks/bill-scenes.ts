import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'
import { codeOf, openTill } from './staff-scenes'

const CLERK = 'demo-staff-1'
/** As long as names may be. */
const LONG = 'demo-long-name'
const LONG_NAME = '住在梧桐里三号楼的爱吃草莓的王奶奶一家'
const LONG_TITLE = '高山云雾有机红颜草莓礼盒装（双层加厚冷链运输）两盒'
const desk = '/staff/scan/index'

/** A bill typed line by line, with freight, and what it comes back as. */
export const billScenes: readonly Scene[] = [
  {
    name: 'bill',
    title: '逐项录入与运费',
    as: CLERK,
    path: desk,
    see: '.bill-done',
    act: async (screen, bench) => {
      await openTill('demo-shopper-1')(screen, bench)
      await screen.tap('.amount-more')
    },
  },
  {
    name: 'bill-typed',
    title: '逐项录入与运费 · 填好了',
    as: CLERK,
    path: desk,
    see: '.bill-points:not(.bill-points-waiting)',
    act: typeBill('demo-shopper-1'),
  },
  {
    name: 'till-lines',
    title: '收款 · 逐项录入',
    as: CLERK,
    path: desk,
    see: '.till-points:not(.till-points-waiting)',
    act: async (screen, bench) => {
      await typeBill('demo-shopper-1')(screen, bench)
      await screen.tap('.bill-done')
    },
  },
  {
    name: 'settled-lines',
    title: '已记账 · 逐项录入与运费',
    as: CLERK,
    path: desk,
    see: '.settled',
    act: async (screen, bench) => {
      await typeBill('demo-wu')(screen, bench)
      await screen.tap('.bill-done')
      await screen.tap('.settle-confirm')
    },
  },
  {
    name: 'desk-pending',
    title: '工作台 · 待确认',
    as: CLERK,
    path: desk,
    see: '.pending-card',
    act: async (screen, bench) => {
      await typeBill('demo-zhou')(screen, bench)
      await screen.tap('.bill-done')
      await screen.goOffline()
      await screen.tap('.settle-confirm')
      await screen.tap('.settle-next')
    },
  },
  {
    name: 'refund-lines',
    title: '退款 · 按行退，名字很长',
    as: CLERK,
    path: desk,
    see: '.refund-confirm',
    act: async (screen, bench) => {
      const purchaseId = await buyByLines(bench)
      await screen.page.evaluate((to) => {
        window.location.hash = to
      }, `#/refunds/refund/index?purchaseId=${purchaseId}`)
      await screen.tap('.segment-part')
      await screen.tapFirst('.refund-part-choose')
      await screen.tap('.refund-freight')
    },
  },
]

function typeBill(who: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    const { tap, fill } = screen
    await openTill(who)(screen, bench)
    await screen.type('29')
    await tap('.amount-more')
    await tap('.bill-add')
    await fill('[aria-label="第 1 行商品名"] input', LONG_TITLE)
    await tap('.bill-add')
    // As a person does it: the new line waits for its amount.
    await screen.see('[aria-label="第 2 行金额"] input:focus')
    await screen.page.keyboard.type('18.80')
    await tap('.bill-add')
    await fill('[aria-label="第 3 行金额"] input', '1')
    await fill('[aria-label="第 3 行商品名"] input', '购物袋')
    await tap('[aria-label="第 3 行计积分"]')
    await fill('.bill-freight input', '8')
  }
}

async function buyByLines(bench: Bench): Promise<string> {
  const caller = callerOf(bench.cloud.origin)
  await caller.value('members.join', { as: LONG })
  await caller.value('members.updateProfile', { as: LONG, input: { nickname: LONG_NAME } })
  const input = {
    memberCode: await codeOf(LONG, bench),
    billFen: 14_980,
    lines: [
      { title: LONG_TITLE, amountFen: 9_980 },
      { title: 'ExtraordinarilyLongImportedProductNameNN', amountFen: 4_900 },
      { title: '购物袋', amountFen: 100, isExcluded: true },
    ],
    freightFen: 800,
    receiptNo: '20261121-0000000000000000000000000099',
  }
  const { purchaseId } = await caller.value('purchases.settle', { as: CLERK, input })
  return purchaseId
}
