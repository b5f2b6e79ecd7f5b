import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { saveStore, shelfStore } from '../rewards.store'
import RewardFormPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const picture = 'cloud://a/eggs.png'
const eggs = {
  ...{ rewardId: 'eggs', revision: 4, title: '鲜鸡蛋', description: '每周二到货', picture },
  ...{ kind: 'goods', pricePoints: 60, cashFen: 0, worthFen: 260, limitPerMember: 10 },
  ...{ limitPerDay: null, tierFrom: 'gold', saleFromOn: null, saleUntilOn: null, sortOrder: 3 },
  ...{ isOnShelf: true, leftCount: 8, totalCount: 20, saleState: 'onSale', isShown: true },
  ...{ wordsState: 'held', pictureState: 'fine' },
}
const saved = { rewardId: 'new', revision: 1, isShown: false, wordsState: 'fine' }
const changed = {
  ...{ ok: false, code: 'REWARD_CHANGED', requestId: 'r' },
  message: '这件礼品刚刚有变动，请看过最新的再操作',
}

describe('a reward in its making', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    shelfStore.setState(shelfStore.getInitialState())
    saveStore.setState(saveStore.getInitialState())
  })

  it('says what is missing once asked, and sends nothing before', async () => {
    const sent = await open()
    await tap('保存，去入库')
    expect(screen.getByText('给礼品起个名字，会员会看到')).toBeTruthy()
    expect(screen.getByText('有 2 处还没填好，请看红字')).toBeTruthy()
    expect(savesIn(sent)).toEqual([])
  })

  it('is saved with its limits, and leads to its stock', async () => {
    const sent = await open()
    type('名称', '手冲咖啡一杯')
    type('需要多少积分', '360')
    type('每人每天限兑', '1')
    await tap('服务，到店享用')
    await tap('金卡及以上')
    await tap('保存，去入库')
    expect(savesIn(sent)).toEqual([
      {
        ...{ title: '手冲咖啡一杯', kind: 'service', pricePoints: 360, limitPerMember: 1 },
        ...{ limitPerDay: 1, tierFrom: 'gold', isOnShelf: true },
      },
    ])
    const url = '/reward-desk/stock/index?rewardId=new'
    expect(phone.done).toContainEqual(['redirectTo', { url }])
  })

  it('names the one that was seen, and keeps what was not touched', async () => {
    phone.params = { rewardId: 'eggs' }
    const sent = await open()
    expect(screen.getByText('没有改动')).toBeTruthy()
    expect(screen.getByText('文字需要人工看一眼，请到“待审文字”里处理')).toBeTruthy()
    await tap('先不上架')
    await tap('保存')
    expect(savesIn(sent)).toMatchObject([
      {
        ...{ rewardId: 'eggs', seenRevision: 4, picture, tierFrom: 'gold' },
        ...{ worthFen: 260, sortOrder: 3, isOnShelf: false },
      },
    ])
    expect(phone.done.map(([name]) => name)).toContain('navigateBack')
  })

  it('shows what somebody else has saved meanwhile', async () => {
    phone.params = { rewardId: 'eggs' }
    await open(changed)
    await tap('先不上架')
    await tap('保存')
    await tap('看最新内容')
    expect(screen.queryByText(changed.message)).toBeNull()
  })

  it('says that there is no such reward', async () => {
    phone.params = { rewardId: 'nothing' }
    await open()
    expect(screen.getByText('没有找到这件礼品')).toBeTruthy()
  })
})

async function open(answer: object = { ok: true, value: saved }): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'saveReward') return answer
    return { ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rewards: [eggs] } }
  }
  await act(async () => {
    render(<RewardFormPage />)
  })
  return sent
}

function savesIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'saveReward').map(({ input }) => input)
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
