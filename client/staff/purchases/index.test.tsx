import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../tabs/me/roles.store'
import { deskStore } from '../desk.store'
import { purchasesStore, refundStore } from '../purchases.store'
import PurchasesPage from './index'

describe('the purchases of a store', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    purchasesStore.setState(purchasesStore.getInitialState())
    refundStore.setState(refundStore.getInitialState())
    deskStore.setState({ chosenStoreId: null })
  })

  it('says what a refund undoes before it is booked, and what it undid after', async () => {
    const sent = await open([wutong])
    await tap('林**')
    expect(screen.getByText('扣回这笔的 45 积分；已经用掉的部分记为欠积分')).toBeTruthy()
    expect(sent.some(({ action }) => action === 'refund')).toBe(false)
    await tap('确认退款')
    expect(screen.getByText('其中 5 分已用掉，记为欠积分，以后获得的积分先补上')).toBeTruthy()
    expect(sent.filter(({ action }) => action === 'refund')).toHaveLength(1)
  })

  it('asks nothing about a purchase that is refunded already', async () => {
    await open([wutong], { ...purchase, state: 'refunded' })
    await tap('林**')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks who has several stores for one of them first', async () => {
    const sent = await open([wutong, { ...wutong, storeId: 'hebin', name: '河滨店' }])
    expect(screen.getByText('先选门店')).toBeTruthy()
    await tap('河滨店')
    expect(sent[sent.length - 1]?.input).toEqual({ storeId: 'hebin' })
    expect(screen.getByText('林**')).toBeTruthy()
  })
})

const wutong = { storeId: 'wutong', name: '梧桐里店', role: 'staff' }
const purchase = {
  purchaseId: 'p1',
  maskedName: '林**',
  storeId: 'wutong',
  storeName: '梧桐里店',
  billFen: 4500,
  paidFen: 4500,
  couponOffFen: 0,
  earnedPoints: 45,
  receiptNo: null,
  settledAt: 0,
  state: 'settled',
  refundedAt: null,
}
const refunded = {
  purchaseId: 'p1',
  refundedFen: 4500,
  clawedBackPoints: 45,
  newDebtPoints: 5,
  couponReturned: false,
}

async function open(stores: object[], row: object = purchase): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const values: Record<string, object> = {
    me: { isStaff: true, isManager: false, displayName: '沈佳怡', stores },
    recent: { serverNow: 0, purchases: [row], nextCursor: null },
    refund: refunded,
  }
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: values[event.action] }
  }
  await act(async () => {
    render(<PurchasesPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
