import { act, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { redemptionsStore } from '../redemptions.store'
import RedemptionPage from './index'

describe('the page of one redemption', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    phone.reset()
    phone.params = { redemptionId: 'r1' }
    redemptionsStore.setState(redemptionsStore.getInitialState())
  })
  afterEach(() => jest.useRealTimers())

  it('says by itself that the reward was handed over, and asks no more then', async () => {
    let row: object = waiting
    const sent = await open(() => answer(row))
    expect(screen.getByText('1234 5678 9012')).toBeTruthy()
    row = collected
    await wait(3_000)
    expect(screen.queryByText('1234 5678 9012')).toBeNull()
    expect(screen.getByText('已自提')).toBeTruthy()
    expect(screen.getByText('2026-11-30 14:05 在梧桐里店自提')).toBeTruthy()
    const asked = sent.length
    await wait(30_000)
    expect(sent).toHaveLength(asked)
  })

  it('keeps the code on the page while the network is away', async () => {
    let offline = false
    await open(() => {
      if (offline) throw new Error('no network')
      return answer(waiting)
    })
    offline = true
    await wait(30_000)
    expect(screen.getByText('1234 5678 9012')).toBeTruthy()
    expect(screen.queryByText('网络不太顺畅，先显示上次的内容')).toBeNull()
  })
})

const waiting = {
  ...{ redemptionId: 'r1', rewardId: 'eggs', rewardTitle: '散养土鸡蛋', picture: 'eggs' },
  ...{ kind: 'goods', pricePoints: 300, state: 'waiting', pickupCode: '123456789012' },
  ...{ redeemedAt: 0, expiresOn: '2026-12-31' },
  ...{ collectedAt: null, collectedStoreName: null, cancelledAt: null },
}
const collected = {
  ...waiting,
  state: 'collected',
  collectedAt: Date.parse('2026-11-30T06:05:00Z'),
  collectedStoreName: '梧桐里店',
}

function answer(row: object): object {
  const value = { serverNow: 0, todayOn: '2026-11-30', redemptions: [row], nextCursor: null }
  return { ok: true, value }
}

async function open(reply: () => unknown): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return reply()
  }
  render(<RedemptionPage />)
  await wait(100)
  return sent
}

async function wait(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms))
}
