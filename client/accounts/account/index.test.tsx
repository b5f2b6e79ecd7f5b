import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { accountStore, adjustStore, freezeStore, unfreezeStore } from '../account.store'
import AccountPage from './index'

describe("a member's points, for a manager", () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { memberNumber: '12345678' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    accountStore.setState(accountStore.getInitialState())
    adjustStore.setState(adjustStore.getInitialState())
    freezeStore.setState(freezeStore.getInitialState())
    unfreezeStore.setState(unfreezeStore.getInitialState())
  })

  it('finds her by the first digits of her code', async () => {
    phone.params = {}
    const sent = await open(account)
    await type('会员码的前 8 位数字', '1234 5678 9012 3456 78')
    await tap('查询')
    expect(inputsOf(sent, 'memberAccount')).toEqual([{ memberNumber: '12345678' }])
    expect(screen.getByText('林**')).toBeTruthy()
  })

  it('takes points by hand with a reason, and says that a large sum waits', async () => {
    const sent = await open(account, { adjust: { ok: true, value: waiting } })
    await tap('调整积分')
    await tap('扣减')
    await type('整数，例如 50', '5000')
    await type('会员会看到这句话', '误记')
    await tap('扣减 5,000 积分')
    expect(inputsOf(sent, 'adjust')).toEqual([
      { memberNumber: '12345678', points: -5_000, reason: '误记' },
    ])
    expect(screen.getByText(/等另一位店长同意/)).toBeTruthy()
  })

  it('shows her tags with their authors, puts one on, and takes one off', async () => {
    const tags = [{ tag: '素食', byName: '顾明远', on: '2026-11-21' }]
    const sent = await open(account, { set: { ok: true, value: { tags } } })
    expect(screen.getByText('顾明远 · 2026年11月1日')).toBeTruthy()
    await type('如：老邻居、素食', '素食')
    await tap('加上标签')
    expect(inputsOf(sent, 'set')).toEqual([{ memberNumber: '12345678', tag: '素食', isOn: true }])
    expect(screen.getByText('素食')).toBeTruthy()
    await tap('去掉')
    expect(inputsOf(sent, 'set')[1]).toEqual({ memberNumber: '12345678', tag: '素食', isOn: false })
  })

  it('sends nothing without a number and a reason', async () => {
    const sent = await open(account)
    await tap('调整积分')
    await tap('确认调整')
    expect(inputsOf(sent, 'adjust')).toEqual([])
  })

  it('says how many points are missing', async () => {
    const refused = { ok: false, code: 'POINTS_INSUFFICIENT', message: '可用积分不足' }
    await open(account, { adjust: { ...refused, detail: { missingPoints: 7 }, requestId: 'r' } })
    await tap('调整积分')
    await tap('扣减')
    await type('整数，例如 50', '87')
    await type('会员会看到这句话', '误记')
    await tap('扣减 87 积分')
    expect(screen.getByText('可用积分不足，还差 7 分')).toBeTruthy()
  })

  it('shows a frozen account with its reason, and offers to let it go on', async () => {
    await open({ ...account, frozen: { on: '2026-11-20', reason: '核对账目' } })
    expect(screen.getByText('2026年11月20日起暂停使用，原因：核对账目')).toBeTruthy()
    await tap('恢复使用')
    expect(screen.getByText('恢复使用积分？')).toBeTruthy()
  })
})

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [],
}
const account = {
  serverNow: 0,
  maskedName: '林**',
  avatar: 'preset:peach',
  joinedOn: '2026-01-01',
  balancePoints: 80,
  debtPoints: 0,
  pendingPoints: 0,
  pending: [],
  debts: [],
  frozen: null as { on: string; reason: string } | null,
  tags: [{ tag: '老邻居', byName: '顾明远', on: '2026-11-01' }],
  expiries: [{ points: 80, expiresOn: '2027-01-31' }],
  entries: [],
}
const waiting = {
  adjustmentId: 'a1',
  maskedName: '林**',
  points: -5_000,
  reason: '误记',
  state: 'waiting',
  askedByName: '顾明远',
  askedAt: 0,
  ripensAt: null,
  decidedByName: null,
  decidedAt: null,
}

async function open(
  shown: typeof account,
  answers: Readonly<Record<string, object>> = {},
): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    return answers[event.action] ?? { ok: true, value: shown }
  }
  await act(async () => {
    render(<AccountPage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], wanted: string): unknown[] {
  return sent.filter(({ action }) => action === wanted).map(({ input }) => input)
}

async function type(placeholder: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.input(screen.getByPlaceholderText(placeholder), { target: { value } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    const [newest] = screen.getAllByText(label).reverse()
    if (newest) fireEvent.click(newest)
  })
}
