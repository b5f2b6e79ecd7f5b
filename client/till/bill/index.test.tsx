import { noLimits } from '@shared/coupons/coupon-limits'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { scannedMember } from '../../../dev/harness/till-answers'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import type { Scanned } from '../../session/desk.store'
import { rolesStore } from '../../session/roles.store'
import { tillStore } from '../../session/till.store'
import BillPage from './index'

describe('the bill line by line', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    phone.reset()
    rolesStore.setState({ data: clerk })
    tillStore.setState(tillStore.getInitialState())
  })
  afterEach(() => jest.useRealTimers())

  it('sums the lines, adds freight, and shows what the server reckons', async () => {
    const sent = open()
    tap('＋ 加一行')
    type('第 1 行金额', '30')
    tap('＋ 加一行')
    type('第 2 行金额', '15')
    fireEvent.click(screen.getByLabelText('第 2 行计积分'))
    type('运费', '8')
    await act(() => jest.advanceTimersByTimeAsync(400))
    const figures = { billFen: 4500, excludedFen: 1500, freightFen: 800 }
    expect(sent.at(-1)?.input).toMatchObject(figures)
    expect(screen.getByText('应收 ¥53.00')).toBeTruthy()
    expect(screen.getByText('得 30 积分')).toBeTruthy()
  })

  it('names the line that waits for its amount, and lets it be dropped', () => {
    open()
    tap('＋ 加一行')
    type('第 1 行商品名', '草莓')
    expect(screen.getByText('第 1 行还没有填金额')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('删除第 1 行'))
    expect(screen.queryByText('第 1 行还没有填金额')).toBeNull()
    expect(tillStore.getState().typed.lines).toEqual([])
  })

  it('calls a line by what her coupons are for, with one tap, or by what is typed', async () => {
    const limits = { ...noLimits, categories: ['水果'] }
    const sent = open([walletCoupon({ limits })])
    tap('＋ 加一行')
    type('第 1 行金额', '30')
    fireEvent.click(screen.getByLabelText('第 1 行是水果'))
    await act(() => jest.advanceTimersByTimeAsync(400))
    expect(sent.at(-1)?.input).toMatchObject({ lines: [{ amountFen: 3000, category: '水果' }] })
    type('第 1 行类别', '熟食')
    await act(() => jest.advanceTimersByTimeAsync(400))
    expect(sent.at(-1)?.input).toMatchObject({ lines: [{ category: '熟食' }] })
  })

  it('asks no kind of goods where no coupon minds', () => {
    open()
    tap('＋ 加一行')
    expect(screen.queryByLabelText('第 1 行类别')).toBeNull()
  })

  it('asks for a scan first', () => {
    render(<BillPage />)
    expect(screen.getByText('先扫会员码')).toBeTruthy()
  })
})

function open(coupons: Scanned['coupons'] = []): CloudEvent[] {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: { billFen: 4500, payableFen: 5300, earnPoints: 30 } }
  }
  const scanned = { ticket: 't', storeId: 'wutong', maskedName: '林**', coupons }
  tillStore.setState({ scanned: { ...base, ...scanned } })
  render(<BillPage />)
  return sent
}

const base = scannedMember()

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

function tap(text: string): void {
  fireEvent.click(screen.getByText(text))
}
