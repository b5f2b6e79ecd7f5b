import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { deskStore } from '../../session/desk.store'
import { rolesStore } from '../../session/roles.store'
import { servingStore } from '../../session/serving.store'
import { tillStore } from '../../session/till.store'
import { nothingTyped } from '../../session/typed-bill'
import ScanPage from './index'

describe('the scan page', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    deskStore.setState(deskStore.getInitialState())
    servingStore.setState({ chosenStoreId: null })
  })

  it('opens the till for a member code as soon as its last digit is typed', async () => {
    const sent = await open(clerk)
    await type('1234 5678 9012 3456 78')
    const scan = sent.find(({ action }) => action === 'scan')
    expect(scan?.input).toEqual({ memberCode: '123456789012345678', storeId: 'wutong' })
    expect(tillStore.getState().scanned?.maskedName).toBe('林**')
    expect(phone.done).toContainEqual(['redirectTo', { url: '/till/till/index' }])
  })

  it('opens the hand-over for a pick-up code', async () => {
    await open(clerk)
    await type('123456789012')
    await tap('查询')
    expect(phone.done).toContainEqual([
      'redirectTo',
      { url: '/staff/handover/index?pickupCode=123456789012' },
    ])
  })

  it('says what a code should look like, and asks nobody', async () => {
    const sent = await open(clerk)
    await type('1234')
    await tap('查询')
    expect(screen.getByText(/会员码是 18 位数字/)).toBeTruthy()
    expect(sent.some(({ action }) => action === 'scan')).toBe(false)
  })

  it('tells the sentence of a refused code, and opens nothing', async () => {
    await open(clerk, { ok: false, code: 'CODE_EXPIRED', message: '会员码已过期', requestId: 'r' })
    await type('123456789012345678')
    expect(screen.getByText('会员码已过期')).toBeTruthy()
    expect(phone.done.some(([name]) => name === 'redirectTo')).toBe(false)
  })

  it('keeps what was typed when the same member is scanned again after ten minutes', async () => {
    await open(clerk)
    await type('123456789012345678')
    const tooOld = { code: 'TICKET_EXPIRED', message: '', detail: {} } as const
    tillStore.setState({ typed: { ...nothingTyped, bill: '45.5' }, refused: tooOld })
    await type('123456789012345679')
    expect(tillStore.getState().typed.bill).toBe('45.5')
    await type('123456789012345670')
    expect(tillStore.getState().typed.bill).toBe('')
  })

  it('keeps it as well when the figures told that the code was used', async () => {
    await open(clerk)
    await type('123456789012345678')
    const used = { code: 'CODE_USED', message: '' } as const
    tillStore.setState({ typed: { ...nothingTyped, bill: '45.5' }, quoteTrouble: used })
    await type('123456789012345679')
    expect(tillStore.getState().typed.bill).toBe('45.5')
    tillStore.setState({ quoteTrouble: used, putAside: true })
    await type('123456789012345670')
    expect(tillStore.getState().typed.bill).toBe('')
  })

  it('asks who serves in several stores, and scans for the chosen one', async () => {
    const stores = [wutong, { storeId: 'hebin', name: '河滨店', role: 'staff' }]
    const sent = await open({ ...clerk, stores })
    expect(screen.getByText('请选择本次服务的门店')).toBeTruthy()
    await tap('河滨店')
    await type('123456789012345678')
    expect(sent.find(({ action }) => action === 'scan')?.input).toMatchObject({ storeId: 'hebin' })
  })

  it('shows nothing of the counter to a shopper', async () => {
    await open({ ...clerk, isStaff: false, stores: [] })
    expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
    expect(screen.queryByText('查询')).toBeNull()
  })
})

const wutong = { storeId: 'wutong', name: '梧桐里店', role: 'staff' }
const clerk = {
  isStaff: true,
  isManager: false,
  isOwner: false,
  communityOwner: false,
  displayName: '沈佳怡',
  stores: [wutong],
}
const scanned = {
  ok: true,
  value: { ticket: 't', storeId: 'wutong', storeName: '梧桐里店', maskedName: '林**', coupons: [] },
}

async function open(me: object, scan: object = scanned): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return event.action === 'me' ? { ok: true, value: me } : scan
  }
  await act(async () => {
    render(<ScanPage />)
  })
  return sent
}

async function type(text: string): Promise<void> {
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: text } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
