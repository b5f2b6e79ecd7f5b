import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { scannedMember } from '../../../dev/harness/till-answers'
import { noteServerNow } from '../../clock'
import { rolesStore } from '../../session/roles.store'
import { tillStore } from '../../session/till.store'
import { forgottenStore } from '../forgotten.store'
import ForgottenPage from './index'

describe('the page for a forgotten code', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ data: clerk })
    forgottenStore.getState().close()
    tillStore.getState().open(scanned)
    noteServerNow(Date.parse('2026-03-10T02:00:00Z'))
  })

  it('books the receipt of the day before yesterday', async () => {
    const sent = answering({ ok: true, value: booked })
    render(<ForgottenPage />)
    fireEvent.click(screen.getByText('前天'))
    type('金额', '45.50')
    type('小票号', 'R 77')
    await confirm('补积分 ¥45.50')
    expect(sent[0]?.input).toMatchObject({
      ...{ ticket: scanned.ticket, receiptOn: '2026-03-08', receiptNo: 'R77' },
      ...{ billFen: 4_550, excludedFen: 0 },
    })
    expect(screen.getByText('已补积分')).toBeTruthy()
    expect(screen.getByText('林** 3月8日的 ¥45.50，得 45 积分')).toBeTruthy()
  })

  it('at 00:40 of a shop whose day begins at three offers no day that has not begun', async () => {
    noteServerNow(Date.parse('2026-03-11T00:40:00+08:00'))
    const sent = answering({ ok: true, value: booked })
    render(<ForgottenPage />)
    const days = screen.getAllByRole('radio').map((day) => day.textContent)
    expect(days.slice(0, 4)).toEqual(['今天', '昨天', '前天', '3月7日'])
    type('金额', '45.50')
    type('小票号', 'R77')
    await confirm('补积分 ¥45.50')
    expect(sent[0]?.input).toMatchObject({ receiptOn: '2026-03-10' })
  })

  it('asks for amount and receipt before it books anything', async () => {
    const sent = answering({ ok: true, value: booked })
    render(<ForgottenPage />)
    type('金额', '45.50')
    await confirm('补积分')
    expect(sent).toEqual([])
  })

  it('says when a receipt was used', async () => {
    const settledAt = Date.parse('2026-03-08T03:00:00Z')
    const detail = { settledAt, storeName: '梧桐里店', paidFen: 4_550 }
    answering({ ok: false, code: 'RECEIPT_USED', message: '登记过了', detail, requestId: 'r' })
    render(<ForgottenPage />)
    type('金额', '45.50')
    type('小票号', 'R77')
    await confirm('补积分 ¥45.50')
    expect(screen.getByText('登记过了：2026-03-08 11:00 在梧桐里店')).toBeTruthy()
  })

  it('asks whether it is the booked purchase, and books another by her word', async () => {
    const detail = { field: 'receiptNo', billFen: 4_550, storeName: '梧桐里店' }
    const asked = { ...detail, settledAt: Date.parse('2026-03-08T03:00:00Z') }
    const refused = { ok: false, code: 'RECEIPT_REPEAT', message: '可能', requestId: 'r' }
    const sent = answering({ ...refused, detail: asked })
    render(<ForgottenPage />)
    type('金额', '45.50')
    type('小票号', 'R77')
    await confirm('补积分 ¥45.50')
    const question = '2026-03-08 11:00 记过一笔 ¥45.50，可能就是这一笔，请核对小票。这是同一笔吗？'
    expect(screen.getByText(question)).toBeTruthy()
    await confirm('是另一笔，补积分')
    expect(sent.map(({ input }) => Object(input).repeatConfirmed)).toEqual([undefined, true])
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId)
    await confirm('是同一笔，不补')
    expect(screen.queryByText(question)).toBeNull()
  })
})

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
}

async function confirm(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}

function answering(reply: object): CloudEvent[] {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    if (event.action !== 'bookForgotten') return null
    sent.push(event)
    return reply
  }
  return sent
}

const booked = {
  ...{ purchaseId: 'p1', maskedName: '林**', storeId: 'wutong', storeName: '梧桐里店' },
  ...{ billFen: 4_550, paidFen: 4_550, earnedPoints: 45, cap: null },
}

const scanned = scannedMember()
