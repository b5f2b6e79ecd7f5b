import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { quotedBill, scannedMember, settledBill } from '../../../dev/harness/till-answers'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import { noteServerNow } from '../../clock'
import type { Scanned } from '../../session/desk.store'
import { pendingStore } from '../../session/pending.store'
import { rolesStore } from '../../session/roles.store'
import { tillStore } from '../../session/till.store'
import TillPage from './index'

describe('the till page', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    phone.reset()
    rolesStore.setState({ data: clerk })
    pendingStore.setState({ purchases: [] })
    tillStore.getState().open(scanned)
    render(<TillPage />)
  })
  afterEach(() => jest.useRealTimers())

  it('books a purchase with one confirmation, and shows the points', async () => {
    const sent = answering()
    press('4', '5')
    await wait(400)
    expect(document.querySelector('.till-payable')?.textContent).toBe('¥45.00')
    expect(screen.getByText('得 45 积分')).toBeTruthy()
    expect(screen.getByText('咖啡集章卡：盖 1 章，还差 9 章')).toBeTruthy()
    await confirm()
    expect(screen.getByText('已记账')).toBeTruthy()
    expect(screen.getByText('+45')).toBeTruthy()
    expect(screen.getByText('盖 1 章，还差 9 章')).toBeTruthy()
    expect(sent.filter(({ action }) => action === 'settle')).toHaveLength(1)
  })

  it('confirms neither nothing nor more excluded than the bill', async () => {
    const sent = answering()
    await confirm()
    press('9')
    fireEvent.click(screen.getByText('不计积分'))
    press('1', '0')
    await confirm()
    expect(screen.getByText('不计积分的金额不能超过消费金额')).toBeTruthy()
    expect(sent.filter(({ action }) => action === 'settle')).toEqual([])
  })

  it('asks whether it is a repeat, and books it when the clerk says no', async () => {
    const sent = answering({ settle: [repeated, settled] })
    press('4', '5')
    await confirm()
    expect(screen.getByText('08:00 刚记过一笔 ¥45.00，这是同一笔吗？')).toBeTruthy()
    await act(async () => {
      fireEvent.click(screen.getByText('不是重复，继续记账'))
    })
    const [first, second] = sent.filter(({ action }) => action === 'settle')
    expect(second?.input).toMatchObject({ repeatConfirmed: true })
    expect(second?.requestId).toBe(first?.requestId)
    expect(screen.getByText('已记账')).toBeTruthy()
  })

  it('says that a purchase without network is not booked yet', async () => {
    phone.answer = () => {
      throw new Error('no network')
    }
    press('4', '5')
    await confirm()
    await wait(10_000)
    expect(screen.getByText('先记下了，待确认')).toBeTruthy()
    expect(screen.queryByText('已记账')).toBeNull()
    expect(pendingStore.getState().purchases).toHaveLength(1)
  })

  it('takes what saves most by itself, and shows how the bill was reckoned', async () => {
    const sent = answering({ quote: proposing })
    reopen({ ...scanned, coupons: [five, tenth] })
    press('4', '5')
    // Known before the server has answered: 收款 takes nothing away from her.
    expect([...tillStore.getState().couponIds].sort()).toEqual(['five', 'tenth'])
    await wait(400)
    expect(sent.at(-1)?.input).toMatchObject({ couponIds: tillStore.getState().couponIds })
    expect(document.querySelector('.till-coupon')?.textContent).toContain('九折券')
    expect(screen.getByText('换一张')).toBeTruthy()
    fireEvent.click(screen.getByText('明细'))
    expect(screen.getByText('−¥4.50')).toBeTruthy()
  })

  it('follows the server where that knows better', async () => {
    const proposed = { couponIds: ['tenth'], offFen: 450 }
    answering({ quote: { ...proposing, value: { ...proposing.value, proposed } } })
    reopen({ ...scanned, coupons: [five, tenth] })
    press('4', '5')
    await wait(400)
    expect(tillStore.getState().couponIds).toEqual(['tenth'])
  })

  it('leaves coupons off once staff say so, until they take what saves most again', async () => {
    const sent = answering({ quote: proposing })
    reopen({ ...scanned, coupons: [five, tenth] })
    press('4', '5')
    await wait(800)
    fireEvent.click(screen.getByText('不用'))
    press('0')
    await wait(800)
    expect(tillStore.getState().couponIds).toEqual([])
    expect(sent.at(-1)?.input).not.toHaveProperty('couponIds')
    fireEvent.click(screen.getByText('券可省 ¥9.50'))
    fireEvent.click(screen.getByText('用这些'))
    await wait(800)
    const taken = { couponIds: ['tenth', 'five'], ownCoupons: false }
    expect(tillStore.getState()).toMatchObject(taken)
  })

  it('takes coupons one by one, and says why one is left out', async () => {
    answering({ quote: proposing })
    reopen({ ...scanned, coupons: [five, tenth] })
    press('4', '5')
    await wait(800)
    fireEvent.click(screen.getByText('不用'))
    await wait(800)
    fireEvent.click(screen.getByText('券可省 ¥9.50'))
    expect(screen.getByText('和“九折券”不能同时用')).toBeTruthy()
    fireEvent.click(screen.getByText('九折券'))
    expect(screen.getByText('好了，用这 1 张')).toBeTruthy()
    expect(tillStore.getState().couponIds).toEqual(['tenth'])
  })

  it('lays back what it took by itself when that was used meanwhile', async () => {
    answering({ quote: refusedWith('COUPON_USED', '这张券已经用过了') })
    reopen({ ...scanned, coupons: [tenth] })
    press('4', '5')
    await wait(400)
    expect(tillStore.getState()).toMatchObject({ couponIds: [], ownCoupons: true })
  })

  it('says before anything is typed that the code is used, and what a bill may come to', () => {
    expect(screen.getByText('单笔最多 ¥5,000.00，超过的请店长来记')).toBeTruthy()
    reopen({ ...scanned, codeUsed: true })
    expect(screen.getByText('这个会员码已经用过了，请刷新会员码')).toBeTruthy()
  })

  it('says that the scan is too old when it grows so, by the server’s clock', async () => {
    const untilAt = Date.now() + 3_600_000
    noteServerNow(untilAt - 5_000)
    reopen({ ...scanned, ticketUntilAt: untilAt })
    await wait(4_000)
    expect(screen.queryByText('重新扫码')).toBeNull()
    await wait(2_000)
    expect(screen.getByText('重新扫码')).toBeTruthy()
    noteServerNow(Date.now())
  })

  it('takes no bill over the cap, and says who may', async () => {
    const sent = answering()
    press('8', '0', '0', '0')
    await confirm()
    expect(document.querySelector('.till-trouble')?.textContent).toContain('超过的请店长来记')
    expect(sent.filter(({ action }) => action === 'settle')).toEqual([])
  })

  it('books a thing at its exchange price with nothing else on the bill', async () => {
    const sent = answering()
    const priced = { kind: 'exchange', thing: '拿铁', priceFen: 990, face: '¥9.9' } as const
    const latte = { ...five, title: '换购券', couponId: 'latte', thresholdFen: 0, ...priced }
    reopen({ ...scanned, coupons: [latte] })
    await wait(0)
    fireEvent.click(screen.getByText('优惠券 1 张'))
    fireEvent.click(screen.getByText('换购券'))
    fireEvent.click(screen.getByText('好了，用这 1 张'))
    await confirm()
    const settle = sent.find(({ action }) => action === 'settle')
    expect(settle?.input).toMatchObject({ billFen: 0, couponIds: ['latte'] })
  })

  it('sends the clerk back to scan when the scan grew too old', async () => {
    answering({ settle: [refusedWith('TICKET_EXPIRED', '扫码已超过十分钟')] })
    press('4', '5')
    await confirm()
    fireEvent.click(screen.getByText('重新扫码'))
    expect(phone.done).toContainEqual(['redirectTo', { url: '/staff/scan/index' }])
  })
})

function reopen(member: Scanned): void {
  act(() => tillStore.getState().open(member))
}

function press(...keys: string[]): void {
  for (const key of keys) fireEvent.click(screen.getByLabelText(key))
}

async function confirm(): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText('收款'))
  })
}

async function wait(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms))
}

/** The cloud of a test; answers what was sent to it, as it comes in. */
function answering({
  settle = [settled],
  quote = quoted,
}: {
  settle?: object[]
  quote?: object
} = {}): CloudEvent[] {
  const sent: CloudEvent[] = []
  const left = [...settle]
  phone.answer = (_feature, event) => {
    sent.push(event)
    return event.action === 'quote' ? quote : left.shift()
  }
  return sent
}

function refusedWith(code: string, message: string, detail = {}) {
  return { ok: false, code, message, detail, requestId: 'r' }
}

const repeated = refusedWith('PURCHASE_REPEAT', '', { settledAt: 0, billFen: 4500 })
const stamped = [{ label: '咖啡集章卡', value: '盖 1 章，还差 9 章' }]
const quoted = { ok: true, value: quotedBill({ bookedWith: stamped }) }
const five = walletCoupon({ couponId: 'five', validFromOn: '2026-03-01', expiresOn: '2026-03-20' })
const tenth: Scanned['coupons'][number] = {
  ...five,
  ...{ couponId: 'tenth', title: '九折券', face: '9折', sentence: '打9折', thresholdFen: 0 },
  kind: 'percent',
  ...{ percentOff: 10, capFen: 3_000, stackGroup: 'a' },
}
const proposing = {
  ok: true,
  value: {
    ...quoted.value,
    proposed: { couponIds: ['tenth', 'five'], offFen: 950 },
    leftOut: [
      { couponId: 'five', title: '满30减5元券', code: 'COUPON_STACK', detail: { with: '九折券' } },
    ],
    steps: [
      { kind: 'goods', title: '商品', couponId: null, changeFen: 4500 },
      { kind: 'coupon', title: '九折券', couponId: 'tenth', changeFen: -450 },
    ],
  },
}

const settled = { ok: true, value: settledBill({ bookedWith: stamped }) }
const scanned = scannedMember()
