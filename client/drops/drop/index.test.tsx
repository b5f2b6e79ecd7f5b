import { act, fireEvent, render, screen } from '@testing-library/react'
import { dropShown, OPENS_AT } from '../../../dev/harness/drop-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import type { DropShown } from '../drops.store'
import DropPage from './index'

const soldOut = { code: 'DROP_SOLD_OUT', message: '来晚一步，已经抢完了', detail: {} } as const
const noRules = { communityId: 'c1', name: '东街群', rulesToAccept: null }
const rules = { ...noRules, rulesToAccept: { version: 2, text: '周三可以发广告' } }

/** What the cloud says, action by action. */
interface Told {
  show: unknown
  claim?: unknown
  enter?: unknown
  acceptRules?: unknown
  permits?: unknown
  recordPermits?: unknown
  remindMe?: unknown
}

let sent: CloudEvent[] = []

describe('the page of a drop', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: OPENS_AT })
    phone.reset()
    phone.params = { dropId: 'd1' }
    phone.groupCloudId = '43_card'
    sent = []
  })
  afterEach(() => jest.useRealTimers())

  it('says what it gives, in which group, how much is left and until when', async () => {
    await open({ show: shown() })
    for (const words of ['进行中', '周一晚八点咖啡券', '东街群', '加9.9元换拿铁', '还剩 36 张']) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getByText('限梧桐里店 · 限周一')).toBeTruthy()
    expect(screen.getByText('00:50:00')).toBeTruthy()
    expect(screen.getByText('全体会员')).toBeTruthy()
  })

  it('sends the group of the card with what it asks', async () => {
    await open({ show: shown(), claim: claimed })
    await tap('立即领取')
    const groups = sent.map(({ action, group }) => [action, group])
    expect(groups).toContainEqual(['show', { marked: '43_card' }])
    expect(groups).toContainEqual(['claim', { marked: '43_card' }])
    expect(groups).toContainEqual(['enter', { marked: '43_card' }])
  })

  it('claims once, however often it is tapped, and leads to the wallet', async () => {
    let isClaimed = false
    await open({
      show: () => (isClaimed ? shown({ claimed: { couponId: 'c1', claimedAt: 0 } }) : shown()),
      claim: () => {
        isClaimed = true
        return claimed
      },
    })
    await act(async () => {
      const button = screen.getByText('立即领取')
      button.click()
      button.click()
      await jest.advanceTimersByTimeAsync(100)
    })
    expect(sent.filter(({ action }) => action === 'claim')).toHaveLength(1)
    expect(screen.getByText('领到了')).toBeTruthy()
    expect(screen.getByText('有效至2026年12月20日')).toBeTruthy()
    await tap('去卡包')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/coupons/wallet/index' }])
  })

  it('says 领到了 also when the look that follows has no answer', async () => {
    let isAway = false
    await open({
      show: () => (isAway ? { ok: false, code: 'INTERNAL', message: '请稍后再试' } : shown()),
      claim: () => {
        isAway = true
        return claimed
      },
    })
    await tap('立即领取')
    expect(screen.getByText('领到了')).toBeTruthy()
    expect(screen.queryByText('立即领取')).toBeNull()
  })

  it('tells who was late when the next one comes', async () => {
    let isGone = false
    const gone = { state: 'soldOut', leftCount: 0, blockedBy: soldOut } as const
    await open({
      show: () => (isGone ? shown({ ...gone, nextDropAt: OPENS_AT + 86_400_000 }) : shown()),
      claim: () => {
        isGone = true
        return { ok: false, requestId: 'r', ...soldOut }
      },
    })
    await tap('立即领取')
    expect(screen.getByText('来晚一步，已经抢完了')).toBeTruthy()
    expect(screen.getByText('下一场 12月1日 20:00')).toBeTruthy()
    expect(screen.getByText('一张不剩')).toBeTruthy()
    expect(screen.queryByText('立即领取')).toBeNull()
  })

  it('says of one that is over nothing of what is left, and leads on', async () => {
    await open({ show: shown({ state: 'closed', leftCount: 36 }) })
    expect(screen.getByText('这次社群福利已经结束')).toBeTruthy()
    expect(screen.queryByText('还剩 36 张')).toBeNull()
    await tap('回首页看看')
    expect(phone.done).toContainEqual(['switchTab', { url: '/tabs/home/index' }])
  })

  it('reminds her before it opens: WeChat’s sheet in the same tap, then her wish', async () => {
    phone.permitAnswers = { d: 'accept' }
    const blockedBy = { code: 'DROP_NOT_OPEN', message: '还没到', detail: {} } as const
    const coming = { state: 'scheduled', opensAt: OPENS_AT + 3_600_000, blockedBy } as const
    const permit = { templateKey: 'drop', title: '福利开抢', templateId: 'd', leftCount: 0 }
    let isReminded = false
    await open({
      show: () => shown({ ...coming, isReminded }),
      permits: value({ serverNow: OPENS_AT, askableFromAt: null, permits: [permit] }),
      recordPermits: value({ permits: [] }),
      remindMe: () => {
        isReminded = true
        return value({ dropId: 'd1', isReminded })
      },
    })
    await tap('开抢前提醒我')
    expect(screen.getByText('开抢前十分钟会提醒您')).toBeTruthy()
    const acts = sent.map(({ action }) => action)
    expect(acts.filter((action) => ['recordPermits', 'remindMe'].includes(action))).toEqual([
      ...['recordPermits', 'remindMe'],
    ])
    expect(phone.done.map(([name]) => name)).toContain('requestSubscribeMessage')
  })

  it('opens by itself at its second, without asking again', async () => {
    const blockedBy = { code: 'DROP_NOT_OPEN', message: '还没到', detail: {} } as const
    const opensAt = OPENS_AT + 5_000
    await open({ show: shown({ state: 'scheduled', serverNow: OPENS_AT, opensAt, blockedBy }) })
    expect(screen.getByText('未开始')).toBeTruthy()
    expect(screen.getByText('11月30日 20:00 开抢')).toBeTruthy()
    const asked = sent.length
    await wait(6_000)
    expect(screen.getByText('进行中')).toBeTruthy()
    expect(screen.getByText('立即领取')).toBeTruthy()
    expect(sent).toHaveLength(asked)
  })

  it('is seen but not claimed without the card, and says how', async () => {
    phone.groupCloudId = undefined
    const blockedBy = { code: 'GROUP_REQUIRED', message: '请从群里的卡片进入', detail: {} } as const
    await open({ show: shown({ communityId: null, communityName: null, blockedBy }) })
    expect(screen.getByText('请从群里的卡片进入')).toBeTruthy()
    expect(screen.getByText('各群合计共 100 张')).toBeTruthy()
    expect(screen.queryByText('立即领取')).toBeNull()
    expect(sent.map(({ action }) => action)).toEqual(['show'])
    expect(sent[0]).not.toHaveProperty('group')
  })

  it('leads who has not joined to join', async () => {
    const blockedBy = { code: 'MEMBER_REQUIRED', message: '请先入会', detail: {} } as const
    await open({ show: shown({ blockedBy }) })
    await tap('去入会')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  it('asks once for her yes to the community’s rules', async () => {
    await open({ show: shown(), enter: value(rules), acceptRules: value({ version: 2 }) })
    expect(screen.getByText('周三可以发广告')).toBeTruthy()
    await tap('同意')
    expect(screen.queryByText('周三可以发广告')).toBeNull()
    const accepted = sent.find(({ action }) => action === 'acceptRules')
    expect(accepted?.input).toEqual({ communityId: 'c1', version: 2 })
  })

  it('keeps the rules on the screen when her yes was lost', async () => {
    const lost = { ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' }
    await open({ show: shown(), enter: value(rules), acceptRules: lost })
    await tap('同意')
    expect(screen.getByText('周三可以发广告')).toBeTruthy()
    expect(screen.getByText('请稍后再试')).toBeTruthy()
  })

  it('asks WeChat for cards that tell of their group', async () => {
    await open({ show: shown() })
    expect(phone.done).toContainEqual(['updateShareMenu', { withShareTicket: true }])
  })

  it('sends who holds an old card back to the group', async () => {
    await open({ show: { ok: false, code: 'DROP_NOT_FOUND', message: '没有找到', requestId: 'r' } })
    expect(screen.getByText('没有找到这次社群福利')).toBeTruthy()
  })
})

const claimed = value({
  ...{ couponId: 'c1', dropId: 'd1', communityId: 'c1', claimedAt: 0 },
  coupon: walletCoupon(),
})

function value(told: unknown) {
  return { ok: true, value: told }
}

function shown(part: Partial<DropShown> = {}) {
  return value(dropShown(part))
}

async function open(told: Told): Promise<void> {
  const noPermits = { serverNow: OPENS_AT, askableFromAt: null, permits: [] }
  const answers = { enter: value(noRules), permits: value(noPermits), ...told }
  phone.answer = (_feature, event) => {
    sent.push(event)
    const [, answer] = Object.entries(answers).find(([action]) => action === event.action) ?? []
    return typeof answer === 'function' ? answer() : answer
  }
  render(<DropPage />)
  await wait(100)
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
    await jest.advanceTimersByTimeAsync(100)
  })
}

async function wait(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms))
}
