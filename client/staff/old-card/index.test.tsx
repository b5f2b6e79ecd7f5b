import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { deskStore } from '../../session/desk.store'
import { rolesStore } from '../../session/roles.store'
import { servingStore } from '../../session/serving.store'
import { claimStore, oldCardStore } from '../old-card.store'
import OldCardPage from './index'

const waiting = {
  ...{ maskedName: '林**', points: 400, expiredPoints: 60, debtRepaidPoints: 20 },
  lots: [
    { points: 320, expiresOn: '2027-03-31' },
    { points: 80, expiresOn: '2027-06-30' },
  ],
  balancePoints: 500,
}
const scanned = { ticket: 't', storeId: 'wutong', storeName: '梧桐里店', maskedName: '林**' }
const none = { ok: false, code: 'OPENING_NOT_FOUND', message: '没有待领的', requestId: 'r' }

describe('an old card at the desk', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ data: clerk })
    for (const store of [oldCardStore, claimStore]) store.getState().close()
    deskStore.setState(deskStore.getInitialState())
    servingStore.setState({ chosenStoreId: null })
  })

  it('shows what she would receive, and hands it over once it is confirmed', async () => {
    const sent = await open()
    await tap('查旧卡积分')
    for (const words of ['320 积分，可用到 2027年3月31日', '转入后可用 500 积分']) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getByText('另有 60 积分已经到期，不再转入')).toBeTruthy()
    await tap('确认转入 400 积分')
    const input = { ticket: 't', storeId: 'wutong', phone: '13800001111' }
    const [look, claim] = sent.filter(({ action }) => /Desk$/.test(action))
    expect([look?.input, claim?.input]).toEqual([input, input])
    expect(screen.getByText('已转给 林**')).toBeTruthy()
    expect(deskStore.getState().lastScans[0]?.text).toBe('老会员卡转入 400 积分')
  })

  it('says why nothing waits there, and forgets what was found for another number', async () => {
    await open(none)
    await tap('查旧卡积分')
    expect(screen.getByText(/^没有待领的，请核对号码/)).toBeTruthy()
    await tap('知道了')
    phone.answer = () => ({ ok: true, value: waiting })
    await tap('查旧卡积分')
    await type('手机号', '1380000111')
    expect(screen.queryByText('确认转入 400 积分')).toBeNull()
  })
})

async function open(look: object = { ok: true, value: waiting }): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'scan') return { ok: true, value: scanned }
    return event.action === 'openingAtDesk' ? look : { ok: true, value: waiting }
  }
  await act(async () => {
    render(<OldCardPage />)
  })
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '123456789012345678' } })
  })
  await type('手机号', '13800001111')
  return sent
}

async function type(label: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  })
}

async function tap(text: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(text))
  })
}
