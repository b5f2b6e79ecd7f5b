import { act, fireEvent, render, screen } from '@testing-library/react'
import { LIST_NOON, listShown, myEntry, shownEntry } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import type { ListShown } from '../list.store'
import { listStore } from '../list.store'
import ListPage from './index'

type Told = (event: CloudEvent) => unknown

let sent: CloudEvent[] = []

describe('the page of a list', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: LIST_NOON })
    phone.reset()
    phone.params = { listId: 'l1' }
    listStore.setState(listStore.getInitialState())
    sent = []
  })
  afterEach(() => jest.useRealTimers())

  it('shows rows by number, cancelled ones struck, waiting ones marked', async () => {
    const entries = [
      shownEntry(1),
      shownEntry(2, { cancelled: true, state: 'cancelled' }),
      shownEntry(3, { state: 'waiting' }),
    ]
    await open(() => shown({ entries, entryCount: 2 }))
    expect(document.querySelectorAll('.numbered')).toHaveLength(3)
    expect(document.querySelector('.numbered-struck')?.textContent).toContain('已取消')
    expect(screen.getByText('候补中')).toBeTruthy()
    expect(screen.getAllByText('草莓 ×2')).toHaveLength(3)
  })

  it('is opened by the code of a poster too', async () => {
    phone.params = { scene: encodeURIComponent('l1') }
    await open(() => shown({}))
    expect(inputOf('show')).toMatchObject({ listId: 'l1' })
  })

  it('joins with what she chose, and tells her number', async () => {
    let isIn = false
    await open(({ action }) => {
      if (action !== 'join') return shown(isIn ? { mine: myEntry() } : {})
      isIn = true
      return value({ entryId: 'e3', entryNo: 3, payableFen: 3_980, state: 'joined' })
    })
    await tap('我要接龙')
    await tapLabel('草莓 · 大盒增加')
    await tapLabel('草莓 · 大盒增加')
    await tap('不够就不要')
    expect(document.querySelector('.order-total')?.textContent).toBe('¥39.80')
    await tap('确认接龙')
    expect(inputOf('join')).toEqual({
      ...{ listId: 'l1', ifSoldOut: 'none', pickupPointId: 'p1' },
      lines: [{ itemId: 'i1', quantity: 2, ifShort: 'drop' }],
    })
    expect(screen.getByText('您是第 3 位')).toBeTruthy()
    expect(screen.getByText('告诉邻居我是第 3 位')).toBeTruthy()
  })

  it('keeps the form and shows what is left when it sells out meanwhile', async () => {
    let isGone = false
    await open(({ action }) => {
      const items = listShown().items.map((item) =>
        item.itemId === 'i1' && isGone ? { ...item, leftCount: 1 } : item,
      )
      if (action !== 'join') return shown({ items })
      isGone = true
      const detail = { itemId: 'i1', leftCount: 1 }
      return { ok: false, code: 'SOLD_OUT', message: '来晚一步', detail, requestId: 'r' }
    })
    await tap('我要接龙')
    await tapLabel('草莓 · 大盒增加')
    await tapLabel('草莓 · 大盒增加')
    await tap('确认接龙')
    expect(screen.getByText('来晚一步')).toBeTruthy()
    expect(screen.getByText('还剩 1 份，要排队')).toBeTruthy()
    await tap('轮到就成交')
    expect(screen.getByText('确认接龙')).toBeTruthy()
  })

  it('lets who is no member join the shop in the same tap', async () => {
    await open(({ action }) => {
      if (action === 'join' && sent.filter((one) => one.action === 'join').length === 1) {
        return value({ memberId: 'm1' })
      }
      if (action === 'join') {
        return value({ entryId: 'e3', entryNo: 3, payableFen: 1_990, state: 'joined' })
      }
      return action === 'home' ? { ok: false } : shown({ isMember: false })
    })
    expect(screen.getByText('非会员 ¥25.90')).toBeTruthy()
    await tap('一键入会并接龙')
    await tapLabel('草莓 · 大盒增加')
    await tap('同意入会并接龙')
    expect(sent.filter(({ action }) => action === 'join')).toHaveLength(2)
    expect(screen.getByText('您是第 3 位')).toBeTruthy()
  })

  it('pins her own entry, and changes and cancels it', async () => {
    await open(({ action }) => {
      if (action === 'change') {
        return value({ entryId: 'e3', entryNo: 3, payableFen: 3_980, state: 'joined' })
      }
      if (action === 'cancel') return value({ entryId: 'e3', entryNo: 3, state: 'cancelled' })
      return shown({ mine: myEntry() })
    })
    expect(screen.getByText('我是第 3 位')).toBeTruthy()
    await tap('修改')
    await tapLabel('草莓 · 大盒增加')
    await tap('确认修改')
    expect(inputOf('change')).toMatchObject({ entryId: 'e3', lines: [{ quantity: 2 }] })
    await tap('取消接龙')
    await act(async () => {
      fireEvent.click(document.querySelector('.cancel-entry-confirm') as Element)
      await jest.advanceTimersByTimeAsync(100)
    })
    expect(inputOf('cancel')).toEqual({ entryId: 'e3' })
  })

  it('joins anew after her entry has lapsed, and claims anew', async () => {
    const lapsed = { mine: myEntry({ state: 'lapsed', entryId: 'e1', entryNo: 1 }) }
    await open(({ action }) =>
      action === 'join'
        ? value({ entryId: 'e3', entryNo: 3, payableFen: 1_990, state: 'joined' })
        : shown(lapsed),
    )
    expect(screen.getByText('团长替您接过？点您那一行认领')).toBeTruthy()
    await tap('我要接龙')
    await tapLabel('草莓 · 大盒增加')
    await tap('确认接龙')
    expect(inputOf('change')).toBeUndefined()
    expect(inputOf('join')).toMatchObject({ listId: 'l1', lines: [{ quantity: 1 }] })
    expect(screen.getByText('您是第 3 位')).toBeTruthy()
  })

  it('says until when she is to pay, and not that she is in', async () => {
    let isIn = false
    const untilAt = LIST_NOON + 5 * 60_000
    await open(({ action }) => {
      if (action !== 'join') {
        return shown(isIn ? { mine: myEntry({ state: 'awaiting', untilAt }) } : {})
      }
      isIn = true
      return value({ entryId: 'e3', entryNo: 3, payableFen: 1_990, state: 'awaiting' })
    })
    await tap('我要接龙')
    await tapLabel('草莓 · 大盒增加')
    await tap('确认接龙')
    expect(screen.getByText('还差付款')).toBeTruthy()
    expect(screen.getByText(/^请在今天 12:05 前付款/)).toBeTruthy()
    expect(screen.queryByText('修改')).toBeNull()
  })

  it('closes by the server’s second, without asking again', async () => {
    await open(() => shown({ cutOffAt: LIST_NOON + 5_000 }))
    expect(screen.getByText('我要接龙')).toBeTruthy()
    await wait(6_000)
    expect(screen.queryByText('我要接龙')).toBeNull()
    expect(sent.map(({ action }) => action)).toEqual(['show'])
  })

  it('copies the list as a group writes it', async () => {
    await open(({ action }) =>
      action === 'toText' ? value({ text: '#接龙\n1. 小李' }) : shown({}),
    )
    await tap('一键复制接龙文本')
    expect(phone.done).toContainEqual(['setClipboardData', { data: '#接龙\n1. 小李' }])
  })

  it('claims a row that the owner took for her', async () => {
    await open(({ action }) =>
      action === 'claimEntry' ? value({ entryId: 'e2', state: 'asked' }) : shown({}),
    )
    await tap('邻居2')
    await tap('是我，我来认领')
    expect(inputOf('claimEntry')).toEqual({ listId: 'l1', entryNo: 2 })
    expect(screen.getByText('已经告诉团长')).toBeTruthy()
  })

  it('says so when the list is not there, and leads on', async () => {
    await open(() => ({ ok: false, code: 'LIST_GONE', message: '没有找到', requestId: 'r' }))
    await tap('看看别的接龙')
    expect(phone.done).toContainEqual(['switchTab', { url: '/tabs/lists/index' }])
  })
})

function value(told: unknown) {
  return { ok: true, value: told }
}

function shown(part: Partial<ListShown>) {
  return value(listShown(part))
}

function inputOf(action: string): unknown {
  return sent.filter((event) => event.action === action).pop()?.input
}

async function open(told: Told): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'permits')
      return { ok: false, code: 'INTERNAL', message: '', requestId: 'r' }
    return told(event)
  }
  render(<ListPage />)
  await wait(100)
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
    await jest.advanceTimersByTimeAsync(100)
  })
}

async function tapLabel(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByLabelText(label))
    await jest.advanceTimersByTimeAsync(100)
  })
}

async function wait(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms))
}
