import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { cardStore } from '../stamps.store'
import StampCardPage from './index'

const card = {
  title: '咖啡集章卡',
  stampsPerCard: 10,
  leastPaidFen: 1_550,
  rewardTitle: '咖啡免一杯',
  stampedOns: ['2026-11-20', '2026-11-21'],
  missingCount: 8,
}

describe('the stamp card page', () => {
  beforeEach(() => {
    phone.reset()
    cardStore.setState(cardStore.getInitialState())
  })

  it('shows every place of the card, the stamped ones with their day', async () => {
    await open(card)
    expect(screen.getByText('再集 8 枚，送“咖啡免一杯”')).toBeTruthy()
    expect(screen.getAllByText('已集')).toHaveLength(2)
    expect(screen.getByText('11月21日')).toBeTruthy()
    expect(screen.queryByText('2')).toBeNull()
    expect(screen.getByText('10')).toBeTruthy()
  })

  it('says by the shop’s figures how a stamp is had, and leads to her code', async () => {
    await open(card)
    expect(screen.getByText('到店出示会员码，每笔实付满 15.50 元集一枚')).toBeTruthy()
    expect(screen.getByText(/^集满 10 枚，券自动放进卡包/)).toBeTruthy()
    act(() => screen.getByText('出示会员码').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/members/code/index' }])
  })

  it('promises nothing where the shop has no card', async () => {
    await open(null)
    expect(screen.getByText('店里暂时没有集章卡')).toBeTruthy()
    expect(screen.queryByText('出示会员码')).toBeNull()
  })

  async function open(shown: unknown): Promise<void> {
    phone.answer = () => ({ ok: true, value: { serverNow: 0, card: shown } })
    render(<StampCardPage />)
    await act(async () => {})
  }
})
