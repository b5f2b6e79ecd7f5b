import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { packStore, waitingStore } from '../gifts.store'
import WaitingGiftsPage from './index'

const birthday = {
  ...{ giftId: 'birthday-1:her:2026-11-21', scene: 'birthday', title: '生日礼', points: 88 },
  claimUntilOn: '2026-11-21',
}
const wakeUp = {
  ...{ giftId: 'wakeUp-1:her:2026-01-01', scene: 'wakeUp', title: '好久不见', points: 0 },
  claimUntilOn: '2026-12-20',
}
const opened = {
  ...{ points: 88, pointsExpireOn: '2027-11-30', coupons: [], balancePoints: 188, claimedAt: 0 },
}

describe('what waits for a member', () => {
  beforeEach(() => {
    phone.reset()
    waitingStore.setState(waitingStore.getInitialState())
    packStore.setState(packStore.getInitialState())
  })

  it('says why it is hers, of which lunar day, and until when', async () => {
    await open([birthday])
    expect(screen.getByText('您的生日，店里记得')).toBeTruthy()
    expect(screen.getByText('11月21日，农历十月十三')).toBeTruthy()
    expect(screen.getByText('今天是最后一天')).toBeTruthy()
  })

  it('is claimed with one tap', async () => {
    const sent = await open([birthday])
    await tap('领取')
    expect(claimsIn(sent)).toEqual([{ giftId: birthday.giftId }])
    expect(screen.getByText('+88')).toBeTruthy()
    await tap('回到我的礼物')
    expect(screen.getByText('生日礼')).toBeTruthy()
  })

  it('takes along what kept her, if she says it', async () => {
    const sent = await open([wakeUp])
    await tap('离得远了')
    await tap('领取')
    expect(claimsIn(sent)).toEqual([{ giftId: wakeUp.giftId, reason: 'tooFar' }])
  })

  it('asks again with the same request where no answer came', async () => {
    const lost = { ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' }
    const sent = await open([birthday, wakeUp], lost)
    await act(async () => {
      fireEvent.click(screen.getAllByText('领取')[0] as HTMLElement)
    })
    expect(screen.getAllByText('请稍后再试')).toHaveLength(1)
    await tap('再试一次')
    const ids = sent.filter(({ action }) => action === 'claim').map(({ requestId }) => requestId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('says where the next one may come from when none waits', async () => {
    await open([])
    await tap('去填生日')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/members/profile/index' }])
  })
})

async function open(gifts: object[], claimed: object = { ok: true, value: opened }) {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'claim') return claimed
    return { ok: true, value: { serverNow: Date.parse('2026-11-21T12:00:00+08:00'), gifts } }
  }
  await act(async () => {
    render(<WaitingGiftsPage />)
  })
  return sent
}

function claimsIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'claim').map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
