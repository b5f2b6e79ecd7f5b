import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { myPreviewStore, purchaseStore } from '../purchases.store'
import MyPurchasePage from './index'

const line = { amountFen: 4000, isExcluded: false, paidFen: 4000, leftFen: 4000 }
const purchase = {
  ...{ purchaseId: 'p1', maskedName: '林**', storeName: '梧桐里店', receiptNo: '0815' },
  ...{ settledAt: 0, state: 'partlyRefunded', billFen: 8000, couponOffFen: 500, pointsPaid: 0 },
  ...{ freightFen: 0, freightLeftFen: 0, paidFen: 7500, refundedFen: 1000, earnedPoints: 75 },
  steps: [
    { kind: 'goods', title: '商品', couponId: null, changeFen: 8000 },
    { kind: 'coupon', title: '满30减5元券', couponId: 'c1', changeFen: -500 },
  ],
  lines: [
    { ...line, lineNo: 1, title: '苹果', leftFen: 3000 },
    { ...line, lineNo: 2, title: '香烟', isExcluded: true },
  ],
}
const sentences = ['部分退款 ¥10.00（苹果）', '扣回这笔获得的 10 积分：2027年3月31日到期的 10 分']
const shown = {
  ...{ lines: [], freightFen: 0, moneyFen: 6500, isFull: true, isShopFault: false },
  ...{ clawbackPoints: 65, expiredPoints: 0, pendingPoints: 0, newDebtPoints: 5 },
  takenLots: [{ expiresOn: '2027-03-31', points: 60 }],
  ...{ returnedPoints: 0, returnedLots: [], debtRepaidPoints: 0 },
  ...{ balancePoints: 0, debtPoints: 5, coupons: [], withdrawnCoupons: [], voidedGifts: [] },
  undoneWith: [],
}

let sent: CloudEvent[] = []
beforeEach(() => {
  phone.reset()
  purchaseStore.setState(purchaseStore.getInitialState())
  myPreviewStore.setState(myPreviewStore.getInitialState())
  sent = []
  phone.params = { purchaseId: 'p1' }
  const refunds = [{ at: 5, moneyFen: 1000, sentences }]
  const values: Record<string, object> = {
    showMine: { serverNow: 0, purchase, refunds },
    previewMyRefund: { serverNow: 0, purchase, shown, previewHash: '' },
  }
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: values[event.action] }
  }
})

describe("the page of a member's own purchase", () => {
  it('shows its lines, what came back of them, and each refund in sentences', async () => {
    await open()
    for (const words of ['¥75.00', '苹果', '已退 ¥10.00', '满30减5元券', '−¥5.00', ...sentences]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
  })

  it('names the one thing that was bought, and not a bill that was typed as one sum', async () => {
    const [apples] = purchase.lines
    const shows = async (title: string) => {
      const one = { ...purchase, lines: [{ ...apples, title }], steps: [] }
      phone.answer = () => ({ ok: true, value: { serverNow: 0, purchase: one, refunds: [] } })
      purchaseStore.setState(purchaseStore.getInitialState())
      await open()
      const isShown = screen.queryByText(title) !== null
      cleanup()
      return isShown
    }
    expect(await shows('基围虾 一斤装')).toBe(true)
    expect(await shows('商品')).toBe(false)
  })

  it('tells what giving the rest back would do, without booking it', async () => {
    await open()
    await tap('如果退货会怎样？')
    expect(screen.getByText('整单退款 ¥65.00')).toBeTruthy()
    expect(screen.getByText(/^扣回这笔获得的 65 积分/)).toBeTruthy()
    expect(screen.getByText('之后可用 0 积分，还欠 5 分')).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['showMine', 'previewMyRefund'])
  })
})

async function open(): Promise<void> {
  await act(async () => {
    render(<MyPurchasePage />)
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
