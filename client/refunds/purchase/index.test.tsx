import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { storePurchaseStore } from '../purchases.store'
import StorePurchasePage from './index'

const line = { amountFen: 4_000, isExcluded: false, paidFen: 4_000, leftFen: 4_000 }
const sold = {
  serverNow: 0,
  purchase: {
    ...{ purchaseId: 'p1', maskedName: '林**', storeName: '梧桐里店', receiptNo: '0815' },
    ...{ settledAt: 0, state: 'settled', billFen: 6_000, couponOffFen: 0, pointsPaid: 0 },
    ...{ freightFen: 0, freightLeftFen: 0, paidFen: 6_000, refundedFen: 0, earnedPoints: 60 },
    pointsOffFen: 0,
    lines: [
      { ...line, lineNo: 1, title: '草莓' },
      { ...line, lineNo: 2, title: '牛奶', leftFen: 1_000 },
    ],
    steps: [],
  },
  refunds: [{ at: 0, moneyFen: 3_000, sentences: ['部分退款 ¥30.00（牛奶）'] }],
  ...{ businessOn: '2026-03-10', tillNo: '2', isForgotten: false, bookedAt: 0, excludedFen: 0 },
  bookedWith: [{ label: '咖啡集章卡', value: '盖 1 章' }],
  ...{ bookedBy: null, refundRefused: null },
}

describe("one of the store's purchases", () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { purchaseId: 'p1' }
    rolesStore.setState({ data: clerk })
    storePurchaseStore.setState(storePurchaseStore.getInitialState())
  })

  it('shows figures, lines and refunds, and leads to the refund as a step of its own', async () => {
    const asked = await open(sold)
    expect(asked).toEqual(['show'])
    for (const words of ['¥60.00', '0815', '盖 1 章', '牛奶（已退 ¥30.00）', '退款 ¥30.00']) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    fireEvent.click(screen.getByText('退款…'))
    const url = '/refunds/refund/index?purchaseId=p1'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('names the one thing that was bought, and nothing of a bill typed as one sum', async () => {
    const sale = (title: string) => ({
      ...sold,
      purchase: { ...sold.purchase, lines: [{ ...line, lineNo: 1, title }] },
    })
    await open(sale('基围虾 一斤装'))
    expect(screen.getByText('基围虾 一斤装')).toBeTruthy()
    cleanup()
    await open(sale('商品'))
    expect(screen.queryByText('商品')).toBeNull()
  })

  it('says of goods from a list where they came from, and no till', async () => {
    await open({ ...sold, tillNo: '+lists' })
    expect(screen.getByText('接龙自提')).toBeTruthy()
    expect(screen.queryByText('收银台号')).toBeNull()
  })

  it('says why nothing can be given back, and offers nothing then', async () => {
    const message = '这笔消费已经退款'
    await open({ ...sold, refundRefused: { code: 'PURCHASE_REFUNDED', message } })
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.queryByText('退款…')).toBeNull()
  })
})

async function open(value: object): Promise<string[]> {
  const asked: string[] = []
  phone.answer = (_feature, { action }) => {
    asked.push(action)
    return { ok: true, value }
  }
  await act(async () => {
    render(<StorePurchasePage />)
  })
  return asked
}
