import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { myOpeningStore, openingStore } from '../opening.store'
import OpeningPage from './index'

describe('the points of an old card', () => {
  beforeEach(() => {
    phone.reset()
    openingStore.getState().close()
    myOpeningStore.setState(myOpeningStore.getInitialState())
  })

  it('offers to take them, and says what came', async () => {
    const sent = await open(null)
    await claim()
    expect(sent[1]).toMatchObject({
      action: 'claimOpening',
      input: { phoneCode: 'code-of-her-phone' },
    })
    expect(screen.getByText('已转入')).toBeTruthy()
    expect(screen.getByText('现在可用 1,200 积分')).toBeTruthy()
  })

  it('offers nothing to who has taken them before, and says when', async () => {
    await open(claimed)
    expect(screen.queryByText('用手机号领取')).toBeNull()
    expect(screen.getByText('2026年11月21日已转入')).toBeTruthy()
    expect(screen.getByText('+200')).toBeTruthy()
    expect(screen.queryByText(/现在可用/)).toBeNull()
  })

  it('offers them too where nothing could be learnt', async () => {
    phone.answer = () => {
      throw new Error('no network')
    }
    jest.useFakeTimers()
    render(<OpeningPage />)
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    jest.useRealTimers()
    expect(screen.getByText('用手机号领取')).toBeTruthy()
  })
})

const claimed = {
  ...{ maskedName: '林**', points: 200, lots: [{ points: 200, expiresOn: '2026-12-31' }] },
  ...{ expiredPoints: 0, debtRepaidPoints: 0, balancePoints: 1_200 },
  claimedAt: Date.parse('2026-11-21T02:00:00Z'),
}

async function open(before: object | null): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    const mine = { serverNow: 0, claimed: before }
    return { ok: true, value: event.action === 'mine' ? mine : claimed }
  }
  await act(async () => {
    render(<OpeningPage />)
  })
  return sent
}

async function claim(): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText('用手机号领取'))
  })
}
