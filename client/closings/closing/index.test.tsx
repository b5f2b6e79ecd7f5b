import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { closingStore, signStore } from '../closing.store'
import ClosingPage from './index'

const none = {
  ...{ purchaseCount: 0, billFen: 0, couponFen: 0, pointsFen: 0, paidFen: 0 },
  ...{ refundCount: 0, refundFen: 0 },
}
const sums = { ...none, purchaseCount: 2, billFen: 5_000, paidFen: 5_000 }
const day = {
  ...{ serverNow: 0, todayOn: '2026-03-10', businessOn: '2026-03-10', lastSignedOn: null },
  ...{ storeId: 'east', storeName: '东门店', tillNo: '1', receipts: [], signed: null },
  tills: [{ tillNo: '1', isSigned: false }],
  lists: none,
  ours: { sums, lateSums: none, late: [], openDays: [] },
}
const till = {
  ...{ receiptCount: 2, amountFen: 4_950, refundFen: 0, couponFen: 0, pointsFen: 0 },
  ...{ nonMemberCount: 0, nonMemberFen: 0, footfallCount: 0 },
}
const signed = {
  ...{ ...day.ours, till, receiptDifferences: [], note: '少收五角', signedAt: 0 },
  differences: [{ figure: 'amount', tillFigure: 4_950, ourFigure: 5_000, difference: -50 }],
  staffName: '顾明远',
}

describe("the day's closing", () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    closingStore.setState(closingStore.getInitialState())
    signStore.setState(signStore.getInitialState())
  })

  it('is signed when till and books agree', async () => {
    const sent = await open()
    expect(screen.getByText('50.00')).toBeTruthy()
    await type('总笔数', '2')
    await type('总金额', '50')
    expect(screen.getByText('对账一致，一分不差')).toBeTruthy()
    await tap('签字日结')
    const asked = sent.find(({ action }) => action === 'signClosing')
    expect(asked?.input).toMatchObject({ amountFen: 5_000, seenCount: 2, seenPaidFen: 5_000 })
  })

  it('asks for a word where they differ, and shows who signed what', async () => {
    const sent = await open()
    await type('总笔数', '2')
    await type('总金额', '49.50')
    expect(screen.getByText('会员实收：收银机少 ¥0.50')).toBeTruthy()
    expect(screen.queryByText('带差异签字日结')).toBeNull()
    await tap('请写明为什么不一样')
    expect(sent.some(({ action }) => action === 'signClosing')).toBe(false)
    await type('说明', '少收五角')
    await tap('带差异签字日结')
    expect(screen.getByText('有差异 · 已日结')).toBeTruthy()
    expect(screen.getByText('说明：少收五角')).toBeTruthy()
  })

  it('reads what tills print, and says under a field what it cannot read', async () => {
    const sent = await open()
    await type('总笔数', '２')
    await type('总金额', '￥50。00')
    await tap('还要核对退款、券、积分、小票')
    await type('退款', '-5')
    expect(screen.getByText('不能是负数')).toBeTruthy()
    expect(screen.getByText('有一个数读不出来，请改一下')).toBeTruthy()
    await type('退款', '')
    await type('小票清单', '501 20\n1,280.00')
    expect(screen.getByText(/小票清单第 2 行：请先写小票号/)).toBeTruthy()
    await type('小票清单', '')
    await tap('签字日结')
    const asked = sent.find(({ action }) => action === 'signClosing')
    expect(asked?.input).toMatchObject({ receiptCount: 2, amountFen: 5_000 })
    expect(asked?.input).not.toHaveProperty('refundFen')
  })

  it('tells lists apart from the till, where there were any', async () => {
    await open({ ...none, purchaseCount: 3, paidFen: 12_345, refundCount: 1, refundFen: 500 })
    expect(screen.getByText('3 笔 ¥123.45')).toBeTruthy()
    expect(screen.getByText('1 笔 ¥5.00')).toBeTruthy()
    expect(screen.getByText('50.00')).toBeTruthy()
  })

  it('says nothing of lists on a day without them', async () => {
    await open()
    expect(screen.queryByText('接龙')).toBeNull()
  })

  async function open(lists = none): Promise<CloudEvent[]> {
    const sent: CloudEvent[] = []
    const stores = [{ storeId: 'east', name: '东门店', role: 'manager' }]
    const me = {
      isStaff: true,
      isManager: true,
      isOwner: false,
      communityOwner: false,
      displayName: '',
      stores,
    }
    phone.answer = (feature, event) => {
      sent.push(event)
      const isSigned = sent.some(({ action }) => action === 'signClosing')
      if (feature === 'staff') return { ok: true, value: me }
      if (event.action === 'signClosing') return { ok: true, value: signed }
      return { ok: true, value: { ...day, lists, signed: isSigned ? signed : null } }
    }
    await act(async () => {
      render(<ClosingPage />)
    })
    await act(async () => {})
    return sent
  }

  async function type(label: string, value: string): Promise<void> {
    await act(async () => {
      fireEvent.input(screen.getByLabelText(label), { target: { value } })
    })
  }

  async function tap(text: string): Promise<void> {
    await act(async () => {
      screen.getByText(text).click()
    })
  }
})
