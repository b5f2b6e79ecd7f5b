import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { noteServerNow } from '../../clock'
import { codeStore, settledStore } from '../code.store'
import CodePage from './index'

const minute = 60_000
const start = 1_000 * minute
const codes = Array.from({ length: 6 }, (_, step) => ({
  memberCode: `48203917000000000${step}`.padEnd(18, '0'),
  fromAt: start + step * minute,
  untilAt: start + (step + 1) * minute,
}))
const settled = {
  purchaseId: 'p1',
  storeName: '云栖路店',
  paidFen: 9_999,
  earnedPoints: 99,
  at: start,
}

describe('the member code page', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: start })
    phone.reset()
    codeStore.setState(codeStore.getInitialState())
    settledStore.setState({ settled: null })
  })

  afterEach(() => {
    jest.useRealTimers()
    noteServerNow(Date.now())
  })

  it('shows the code as bars, as a square and as digits in groups', async () => {
    await open(() => answer())
    expect(shownCode()).toBe(codes[0]?.memberCode)
    expect(screen.getByText('4820 3917 0000 000 000')).toBeTruthy()
    expect(document.querySelectorAll('img')).toHaveLength(2)
  })

  it('shows her own face, also where nothing else of her is known yet', async () => {
    await open(() => answer())
    expect(document.querySelector('.avatar-plum')).toBeTruthy()
  })

  it('turns the page by itself, also offline, until the held codes are used up', async () => {
    let offline = false
    await open(() => {
      if (offline) throw new Error('no network')
      return answer()
    })
    offline = true
    await wait(minute)
    expect(shownCode()).toBe(codes[1]?.memberCode)
    expect(screen.getByText('没有网络也能用，五分钟内照常更换')).toBeTruthy()
    await wait(5 * minute)
    expect(shownCode()).toBeUndefined()
    expect(screen.getByText('联网刷新')).toBeTruthy()
  })

  it('brightens the screen and gives it back when the page goes', async () => {
    const page = await open(() => answer())
    expect(phone.done).toContainEqual(['setScreenBrightness', { value: 1 }])
    page.unmount()
    expect(phone.done).toContainEqual(['setScreenBrightness', { value: 0.5 }])
    expect(phone.done).toContainEqual(['setKeepScreenOn', { keepScreenOn: false }])
  })

  it('tells the points as soon as the purchase is booked', async () => {
    let lastSettled: typeof settled | null = null
    await open(() => answer(lastSettled))
    expect(screen.queryByText('结账成功')).toBeNull()
    lastSettled = settled
    await wait(4_000)
    expect(screen.getByText('+99')).toBeTruthy()
    expect(screen.getByText('¥99.99')).toBeTruthy()
  })

  it('asks her before points pay a part, and says so once she has agreed', async () => {
    const untilAt = Date.now() + 300_000
    const figures = { points: 500, offFen: 500, billFen: 4_000, payableFen: 3_500, untilAt }
    const proposal = { proposalId: 'p1', state: 'waiting', storeName: '东店', ...figures }
    const sent: object[] = []
    let said = proposal
    phone.answer = (_feature, event) => {
      if (event.action !== 'answerProposal') return withProposal(said)
      sent.push({ ...(event.input as object) })
      said = { ...proposal, state: 'confirmed' }
      return { ok: true, value: { serverNow: Date.now(), ...said } }
    }
    render(<CodePage />)
    await wait(600)
    expect(screen.getByText('东店请您确认')).toBeTruthy()
    act(() => screen.getByText('确认').click())
    await wait(100)
    expect(sent).toEqual([{ proposalId: 'p1', agrees: true }])
    expect(screen.queryByText('东店请您确认')).toBeNull()
    expect(screen.getByText('已确认用 500 积分抵 5.00 元，等店员收款')).toBeTruthy()
  })

  function withProposal(proposal: object) {
    const { ok, value } = answer()
    return { ok, value: { ...value, proposal } }
  }

  it('sends a visitor to join', async () => {
    const message = '请先入会'
    await open(() => ({ ok: false, code: 'MEMBER_REQUIRED', message, requestId: 'r' }))
    act(() => screen.getByText('去入会').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  async function open(reply: () => unknown) {
    phone.answer = reply
    const page = render(<CodePage />)
    await wait(600)
    return page
  }

  async function wait(ms: number): Promise<void> {
    await act(() => jest.advanceTimersByTimeAsync(ms))
  }

  function answer(lastSettled: typeof settled | null = null) {
    const member = {
      nickname: '林晓芸',
      avatar: 'preset:plum',
      balancePoints: 2_380,
      usableCouponCount: 2,
    }
    const { memberCode } = codes[0] ?? { memberCode: '' }
    return {
      ok: true,
      value: { serverNow: Date.now(), memberCode, codes, ...member, lastSettled, proposal: null },
    }
  }

  function shownCode(): string | undefined {
    return document.querySelector<HTMLElement>('.member-code')?.dataset.code
  }
})
