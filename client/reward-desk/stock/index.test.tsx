import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { shelfStore, stockStore } from '../rewards.store'
import StockPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const eggs = {
  ...{ rewardId: 'eggs', revision: 4, title: '鲜鸡蛋', description: '', picture: '' },
  ...{ kind: 'goods', pricePoints: 60, cashFen: 0, worthFen: 260, limitPerMember: 10 },
  ...{ limitPerDay: null, tierFrom: null, saleFromOn: null, saleUntilOn: null, sortOrder: 3 },
  ...{ isOnShelf: true, leftCount: 8, totalCount: 20, saleState: 'onSale', isShown: true },
  ...{ wordsState: 'fine', pictureState: 'fine' },
}
const done = { ok: true, value: { rewardId: 'eggs', leftCount: 28, totalCount: 40 } }

describe('the stock of a reward', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { rewardId: 'eggs' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    shelfStore.setState(shelfStore.getInitialState())
    stockStore.setState(stockStore.getInitialState())
  })

  it('grows by what came in, and says first what will be there', async () => {
    const sent = await open()
    expect(screen.getByText('填上份数就可以改')).toBeTruthy()
    type('多少份', '20')
    expect(screen.getByText('改后剩 28 份，已经兑换的不变')).toBeTruthy()
    await send('入库')
    expect(changesIn(sent)).toEqual([{ rewardId: 'eggs', byCount: 20, reason: '到货入库' }])
    expect(phone.done.map(([name]) => name)).toContain('navigateBack')
  })

  it('shrinks with a reason alone, and never below nothing', async () => {
    const sent = await open()
    await tap('减少')
    type('多少份', '9')
    expect(screen.getByText('减得比剩下的还多，请核对')).toBeTruthy()
    type('多少份', '2')
    await send('减少库存')
    expect(changesIn(sent)).toEqual([])
    type('原因', '打翻了两份')
    await send('减少库存')
    expect(changesIn(sent)).toEqual([{ rewardId: 'eggs', byCount: -2, reason: '打翻了两份' }])
  })

  it('stays when it was refused, and says why', async () => {
    const message = '减得比剩下的还多，请核对后再改'
    await open({ ok: false, code: 'STOCK_TOO_FEW', message, requestId: 'r' })
    await tap('减少')
    type('多少份', '8')
    type('原因', '盘点少了')
    await send('减少库存')
    expect(screen.getByText(message)).toBeTruthy()
    expect(phone.done.map(([name]) => name)).not.toContain('navigateBack')
  })

  it('takes no count that is none', async () => {
    await open()
    type('多少份', '1.5')
    expect(screen.getByText('份数请填 1 到 100,000 的整数')).toBeTruthy()
  })
})

async function open(answer: object = done): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'changeStock') return answer
    return { ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rewards: [eggs] } }
  }
  await act(async () => {
    render(<StockPage />)
  })
  return sent
}

function changesIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'changeStock').map(({ input }) => input)
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}

/** The chip may be called like the button, which stands last. */
async function send(label: string): Promise<void> {
  await act(async () => {
    const last = screen.getAllByText(label).at(-1)
    if (last) fireEvent.click(last)
  })
}
