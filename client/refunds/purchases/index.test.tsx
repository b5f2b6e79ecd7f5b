import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { servingStore } from '../../session/serving.store'
import { foundPurchasesStore, purchasesStore } from '../purchases.store'
import PurchasesPage from './index'

describe('the purchases of a store', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    purchasesStore.setState(purchasesStore.getInitialState())
    foundPurchasesStore.setState(foundPurchasesStore.getInitialState())
    servingStore.setState({ chosenStoreId: null })
  })

  it('opens a purchase, and shows what came back already', async () => {
    await open([wutong], { ...purchase, state: 'partlyRefunded', refundedFen: 1250 })
    expect(screen.getByText('已退 ¥12.50')).toBeTruthy()
    await tap('林**')
    expect(phone.done).toContainEqual([
      'navigateTo',
      { url: '/refunds/purchase/index?purchaseId=p1' },
    ])
  })

  it('opens one that is refunded already, too, under its day', async () => {
    await open([wutong], { ...purchase, state: 'refunded' })
    await tap('林**')
    expect(phone.done.filter(([name]) => name === 'navigateTo')).toHaveLength(1)
    expect(screen.getByText('今天 1月1日')).toBeTruthy()
  })

  it('looks for one of them, and shows all again once the field is empty', async () => {
    const sent = await open([wutong], purchase, { purchases: [], nextCursor: null })
    await search(' ￥42。50 ')
    expect(sent.at(-1)).toMatchObject({
      action: 'find',
      input: { storeId: 'wutong', text: '￥42。50' },
    })
    expect(screen.getByText('没有找到')).toBeTruthy()
    await search('')
    expect(screen.getByText('林**')).toBeTruthy()
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
  refundedFen: 0,
  refundedAt: null,
}
async function open(
  stores: object[],
  row: object = purchase,
  found: object = {},
): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const values: Record<string, object> = {
    me: { isStaff: true, isManager: false, displayName: '沈佳怡', stores },
    recent: { serverNow: 0, purchases: [row], nextCursor: null },
    find: { serverNow: 0, ...found },
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

async function search(text: string): Promise<void> {
  await act(async () => {
    const field = screen.getByPlaceholderText('小票号、金额、昵称首字')
    fireEvent.input(field, { target: { value: text } })
  })
  if (text !== '') await tap('查找')
}
