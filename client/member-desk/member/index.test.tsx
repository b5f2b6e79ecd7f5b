import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { forgetMember } from '../member.store'
import MemberPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const member = {
  ...{ todayOn: '2026-11-21', memberId: 'm1', memberNumber: '12345678', nickname: '林晓棠' },
  ...{ avatar: 'preset:peach', joinedOn: '2026-01-05', joinedStoreName: '梧桐里店' },
  ...{ hasPhone: true, hasBirthday: false, tier: { tierId: 'silver', title: '银卡' } },
  ...{ balancePoints: 1_041, pendingPoints: 0, debtPoints: 0, frozen: null },
  expiring: { points: 30, expiresOn: '2026-12-29' },
  ...{ boughtCount: 2, lastBoughtOn: '2026-11-20' },
  coupons: [
    {
      ...{ couponId: 'c1', title: '满30减5', face: '¥5', sentence: '满 ¥30 减 ¥5' },
      ...{ state: 'issued', expiresOn: '2026-12-29' },
    },
  ],
  purchases: [
    {
      ...{ purchaseId: 'p1', storeName: '梧桐里店', paidFen: 4_200, earnedPoints: 42 },
      ...{ refundedFen: 0, receiptNo: '00123', settledAt: 0, state: 'settled' },
    },
  ],
  redemptions: [
    {
      ...{ redemptionId: 'r1', rewardTitle: '散养鸡蛋', pricePoints: 300 },
      ...{ state: 'waiting', redeemedAt: 0 },
    },
  ],
  gifts: [{ giftId: 'g', title: '新人礼', state: 'claimed', points: 50, at: 0 }],
  tags: [{ tag: '老邻居', byName: '顾明远', on: '2026-11-01' }],
  notes: [{ noteId: 'n1', text: '不吃香菜', byName: '顾明远', at: 0 }],
}

describe("a member's page, for a manager", () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { memberNumber: '12345678' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: Object(me) })
    forgetMember()
  })

  it('shows all of her, and leads on to a purchase and to her points', async () => {
    const sent = await open({})
    expect(inputsOf(sent, 'show')).toEqual([{ memberNumber: '12345678' }])
    const told = [
      ...['林晓棠', '1234 5678 · 银卡', '2026年1月5日在梧桐里店入会', '老邻居', '1,041'],
      ...['有效期至2026年12月29日', '共 2 笔，最近一次 2026年11月20日', '满30减5', '待自提'],
      ...['不吃香菜', '已领取'],
    ]
    for (const words of told) expect({ words, is: has(words) }).toEqual({ words, is: true })
    await tap('¥42.00')
    const refund = '/refunds/refund/index?purchaseId=p1'
    expect(phone.done).toContainEqual(['navigateTo', { url: refund }])
    await tap('积分明细、调整')
    const account = '/accounts/account/index?memberNumber=12345678'
    expect(phone.done).toContainEqual(['navigateTo', { url: account }])
  })

  it('writes a note, which stands first then, and takes one off after asking', async () => {
    const note = { noteId: 'n2', text: '送到门口', byName: '顾明远', at: 1 }
    const answers = {
      addNote: { ok: true, value: note },
      removeNote: { ok: true, value: { noteId: 'n1' } },
    }
    const sent = await open(answers)
    await type('例如：膝盖不好，东西送到门口', ' 送到门口 ')
    await tap('添加备注')
    expect(inputsOf(sent, 'addNote')).toEqual([{ memberId: 'm1', text: '送到门口' }])
    expect(screen.getByText('送到门口')).toBeTruthy()
    await tapLast('删除')
    expect(inputsOf(sent, 'removeNote')).toEqual([])
    await tapLast('删除')
    expect(inputsOf(sent, 'removeNote')).toEqual([{ noteId: 'n1' }])
    expect(has('不吃香菜')).toBe(false)
  })

  it('says why a note was not written, and keeps what was typed', async () => {
    const message = '备注太多了，请先删掉不用的'
    await open({ addNote: { ok: false, code: 'NOTES_FULL', message, requestId: 'r' } })
    await type('例如：膝盖不好，东西送到门口', '送到门口')
    await tap('添加备注')
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.getByDisplayValue('送到门口')).toBeTruthy()
  })

  it('shows what she told the shop alone for a reason', async () => {
    const sent = await open({
      reveal: {
        ok: true,
        value: { maskedName: '林**', what: 'phone', phone: '138****1111', birthday: null },
      },
    })
    await tap('资料')
    await tap('手机尾号')
    await type('例如：核对生日礼', '会员来电')
    await tap('查看')
    const asked = { memberNumber: '12345678', what: 'phone', reason: '会员来电' }
    expect(inputsOf(sent, 'reveal')).toEqual([asked])
    expect(screen.getByText('138****1111')).toBeTruthy()
  })

  it.each([
    ['MEMBER_NOT_FOUND', '没有找到这位会员'],
    ['LOOKUPS_USED', '今天查找会员的次数已经用完，请明天再查'],
  ])('says %s in its sentence', async (code, message) => {
    await open({ show: { ok: false, code, message, requestId: 'r' } })
    expect(screen.getByText(message)).toBeTruthy()
    expect(has('再试一次')).toBe(false)
  })
})

async function open(answers: Readonly<Record<string, object>>): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    return answers[event.action] ?? { ok: true, value: member }
  }
  await act(async () => {
    render(<MemberPage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], wanted: string): unknown[] {
  return sent.filter(({ action }) => action === wanted).map(({ input }) => input)
}

function has(words: string): boolean {
  return screen.queryAllByText(words).length > 0
}

async function type(placeholder: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.input(screen.getByPlaceholderText(placeholder), { target: { value } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}

async function tapLast(label: string): Promise<void> {
  await act(async () => {
    const [last] = screen.getAllByText(label).reverse()
    if (last) fireEvent.click(last)
  })
}
