import { act, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { homeStore } from '../../session/home.store'
import { joinStore } from '../join.store'
import EnrolPage from './index'

const visitorHome = {
  serverNow: 0,
  todayOn: '2026-11-21',
  earn: { rate: '消费 2 元攒 1 分', terms: '有效期两年' },
  shop: { name: '邻里生鲜', slogan: '', notice: '', stores: [] },
  member: null,
  balancePoints: 0,
  debtPoints: 0,
  expiringSoon: null,
  pack: { state: 'joinFirst', points: 100, coupon: null, claimableUntilOn: null },
  usableCouponCount: 0,
  waitingPickupCount: 0,
}
const joined = {
  memberId: 'm1',
  nickname: '邻居',
  avatar: '',
  joinedOn: '2026-11-21',
  source: null,
}

describe('the page where one joins', () => {
  let joins: CloudEvent[] = []

  beforeEach(() => {
    phone.reset()
    joins = []
    homeStore.setState(homeStore.getInitialState())
    joinStore.setState(joinStore.getInitialState())
  })

  it('starts with an open box, and its one button says what it does', async () => {
    await open({ ok: true, value: joined })
    expect(box().getAttribute('aria-checked')).toBe('false')
    expect(screen.getByText('同意并入会')).toBeTruthy()
  })

  it('promises what the shop’s rule gives, and nothing before the server has told it', async () => {
    phone.answer = () => new Promise(() => {})
    const page = render(<EnrolPage />)
    expect(screen.getByText('按实付金额积分')).toBeTruthy()
    page.unmount()
    await open({ ok: true, value: joined })
    expect(screen.getByText('按实付金额，消费 2 元攒 1 分，有效期两年')).toBeTruthy()
  })

  it('joins with one tap, which also ticks the box, and goes on to the pack', async () => {
    await open({ ok: true, value: joined })
    await tap('同意并入会')
    expect(box().getAttribute('aria-checked')).toBe('true')
    expect(joins).toHaveLength(1)
    expect(phone.done).toContainEqual(['redirectTo', { url: '/gifts/pack/index' }])
  })

  it('sends one request for a double tap', async () => {
    await open({ ok: true, value: joined })
    const button = screen.getByText('同意并入会')
    await act(async () => {
      button.click()
      button.click()
    })
    expect(joins).toHaveLength(1)
  })

  it('tells a refusal in its sentence and lets her try again', async () => {
    await open({ ok: false, code: 'INTERNAL', message: '系统出了点小问题', requestId: 'r' })
    await tap('同意并入会')
    expect(screen.getByText('系统出了点小问题')).toBeTruthy()
    await tap('立即入会')
    expect(joins).toHaveLength(2)
    expect(joins[0]?.requestId).toBe(joins[1]?.requestId)
  })

  it('shows the privacy words before she agrees', async () => {
    await open({ ok: true, value: joined })
    await tap('《会员隐私说明》')
    expect(screen.getByRole('dialog').textContent).toContain('不索取手机号')
    expect(joins).toHaveLength(0)
  })

  async function open(answer: unknown): Promise<void> {
    phone.answer = (_feature, event) => {
      if (event.action !== 'join') return { ok: true, value: visitorHome }
      joins.push(event)
      return answer
    }
    render(<EnrolPage />)
    await act(async () => {})
  }

  async function tap(words: string): Promise<void> {
    await act(async () => screen.getByText(words).click())
  }

  function box(): HTMLElement {
    return screen.getByRole('checkbox')
  }
})
