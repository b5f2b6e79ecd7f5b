import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { mallStore } from '../../mall/mall.store'
import MallTab from './index'

const rewards = {
  serverNow: 0,
  todayOn: '2026-11-21',
  earn: { rate: '消费 2 元攒 1 分', terms: '有效期两年' },
  isMember: true,
  balancePoints: 0,
  isFrozen: false,
  rewards: [],
}

describe('the mall tab', () => {
  beforeEach(() => {
    phone.reset()
    mallStore.setState(mallStore.getInitialState())
  })

  it('tells a visitor what spending brings by the rule of the shop', async () => {
    await open({ ...rewards, isMember: false })
    expect(screen.getByText('到店消费 2 元攒 1 分，礼包先送到手')).toBeTruthy()
    expect(screen.queryByText(/1 元/)).toBeNull()
  })

  it('tells a member the same, who cannot afford anything yet', async () => {
    await open(rewards)
    await act(async () => {
      fireEvent.click(screen.getByText('可兑换'))
    })
    expect(screen.getByText('到店消费 2 元攒 1 分，够了就能换')).toBeTruthy()
  })

  async function open(value: object): Promise<void> {
    phone.answer = () => ({ ok: true, value })
    render(<MallTab />)
    await act(async () => {})
  }
})
