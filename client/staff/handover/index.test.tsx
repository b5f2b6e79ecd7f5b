import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { handoverStore, pickupStore } from '../handover.store'
import HandoverPage from './index'

describe('the hand-over page', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ data: clerk })
    phone.params = { pickupCode: '123456789012' }
    pickupStore.setState(pickupStore.getInitialState())
    handoverStore.setState(handoverStore.getInitialState())
  })

  it('shows what to fetch before anything is handed over', async () => {
    const sent = await open(found, collected)
    expect(screen.getByText('散养土鸡蛋')).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['findPickup'])
  })

  it('hands over once, and says by whom', async () => {
    const sent = await open(found, collected)
    await tap('已把礼品交给会员')
    expect(screen.getByText('已自提')).toBeTruthy()
    expect(screen.getByText('沈佳怡')).toBeTruthy()
    expect(sent[1]?.input).toMatchObject({ pickupCode: '123456789012' })
  })

  it('says of a used code when, where and by whom it was used', async () => {
    await open(used, used)
    expect(screen.getByText('这个自提码已经用过了')).toBeTruthy()
    expect(screen.getByText('2026-11-30 14:05')).toBeTruthy()
    expect(screen.getByText('梧桐里店')).toBeTruthy()
    expect(screen.getByText('沈佳怡')).toBeTruthy()
  })

  it('says the same when a colleague was quicker', async () => {
    await open(found, used)
    await tap('已把礼品交给会员')
    expect(screen.getByText('这个自提码已经用过了')).toBeTruthy()
    expect(screen.queryByText('已自提')).toBeNull()
  })
})

const preview = {
  redemptionId: 'r1',
  pickupCode: '123456789012',
  rewardTitle: '散养土鸡蛋',
  picture: 'eggs',
  maskedName: '林**',
  redeemedAt: Date.parse('2026-11-20T04:00:00Z'),
  expiresOn: '2026-12-19',
}
const use = {
  collectedAt: Date.parse('2026-11-30T06:05:00Z'),
  storeName: '梧桐里店',
  staffName: '沈佳怡',
}
const found = { ok: true, value: preview }
const collected = { ok: true, value: { ...preview, ...use } }
const used = {
  ok: false,
  code: 'PICKUP_USED',
  message: '这个自提码已经用过了',
  detail: use,
  requestId: 'r',
}

async function open(find: object, verify: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return event.action === 'findPickup' ? find : verify
  }
  await act(async () => {
    render(<HandoverPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
