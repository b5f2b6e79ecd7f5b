import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { previewStore, refundStore } from '../refund.store'
import RefundPage from './index'

const shown = {
  lines: [],
  freightFen: 0,
  moneyFen: 4500,
  isFull: true,
  isShopFault: false,
  clawbackPoints: 45,
  expiredPoints: 0,
  pendingPoints: 0,
  takenLots: [{ expiresOn: '2027-03-31', points: 40 }],
  newDebtPoints: 5,
  returnedPoints: 0,
  returnedLots: [],
  debtRepaidPoints: 0,
  balancePoints: 0,
  debtPoints: 5,
  coupons: [{ couponId: 'c', title: '满30减5', expiresOn: '2026-04-09' }],
  withdrawnCoupons: [],
  voidedGifts: [],
  undoneWith: [],
}
const line = { title: '苹果', amountFen: 4000, isExcluded: false, paidFen: 4000, leftFen: 4000 }
const preview = {
  serverNow: 0,
  previewHash: 'a'.repeat(32),
  purchase: {
    ...{ purchaseId: 'p1', maskedName: '林**', storeName: '梧桐里店', receiptNo: '0815' },
    ...{ settledAt: 0, state: 'settled', billFen: 4500, couponOffFen: 0, pointsPaid: 0 },
    ...{ freightFen: 0, freightLeftFen: 0, paidFen: 4500, refundedFen: 0, earnedPoints: 45 },
    lines: [
      { ...line, lineNo: 1 },
      { ...line, lineNo: 2, title: '牛奶', leftFen: 0 },
    ],
  },
  shown,
}

let sent: CloudEvent[] = []
let refusal: object | null = null
let onlineFen = 0

beforeEach(() => {
  phone.reset()
  rolesStore.setState({ data: clerk })
  previewStore.setState(previewStore.getInitialState())
  refundStore.setState(refundStore.getInitialState())
  sent = []
  refusal = null
  onlineFen = 0
  phone.params = { purchaseId: 'p1' }
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'previewRefund') return { ok: true, value: preview }
    return refusal ?? { ok: true, value: { purchaseId: 'p1', shown, onlineFen } }
  }
})

describe('the refund of a purchase', () => {
  it('shows money, points by lot, debt and coupon before anything is booked', async () => {
    await open()
    for (const words of ['¥45.00', '扣回 2027年3月31日到期的', '−40', '已用掉，记为欠积分']) {
      expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    }
    expect(screen.getByText('退回“满30减5”')).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['previewRefund'])
    await tap('确认退款 ¥45.00')
    expect(sent[1]).toMatchObject({ action: 'refund', input: { previewHash: 'a'.repeat(32) } })
    expect(screen.getByText('已退款')).toBeTruthy()
  })

  it('says what WeChat gives back by itself, and what is left for the till', async () => {
    onlineFen = 4000
    await open()
    await tap('确认退款 ¥45.00')
    const said = document.querySelector('.refund-online')?.textContent
    expect(said).toBe('¥40.00 由微信支付原路退回，另有 ¥5.00 请当面退')
  })

  it('asks for the lines that come back, and for no more than is left of them', async () => {
    await open()
    await tap('退一部分')
    expect(screen.getByText('选要退的商品，金额不超过剩下的')).toBeTruthy()
    expect(screen.getByText('已退完')).toBeTruthy()
    await tap('苹果')
    const lines = [{ lineNo: 1, amountFen: 4000 }]
    expect(sent[sent.length - 1]?.input).toMatchObject({ purchaseId: 'p1', lines })
    await act(async () => {
      fireEvent.input(screen.getByLabelText('苹果退多少元'), { target: { value: '40.01' } })
    })
    expect(screen.getByText('最多 ¥40.00')).toBeTruthy()
    expect(screen.queryByText(/^确认退款/)).toBeNull()
  })

  it('looks again and says so when something has changed', async () => {
    await open()
    const message = '有变化，请重新查看'
    refusal = { ok: false, code: 'PREVIEW_STALE', message, requestId: 'x' }
    await tap('确认退款 ¥45.00')
    expect(screen.getByText(message)).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['previewRefund', 'refund', 'previewRefund'])
  })
})

async function open(): Promise<void> {
  await act(async () => {
    render(<RefundPage />)
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
