import { LIST_NOON, listShown, myEntry, shownEntry } from '../../dev/harness/list-shown'
import {
  canCancel,
  canChange,
  mineWords,
  payWords,
  rowState,
  rowWords,
  shareTitle,
} from './entry-words'

const items = new Map([
  ['i1', { name: '草莓', unit: 'piece' }],
  ['i2', { name: '西瓜', unit: 'jin' }],
] as const)

describe('words of an entry', () => {
  it('says a row as it stands in a notebook', () => {
    const lines = [
      { itemId: 'i1', quantity: 2 },
      { itemId: 'i2', quantity: 1.5 },
    ]
    expect(rowWords({ lines }, items)).toBe('草莓 ×2，西瓜 1.5斤')
    expect(rowWords({ lines: [{ itemId: 'i9', quantity: 1 }] }, items)).toBe('×1')
  })

  it('says how a row stands only where it is not simply in', () => {
    expect(rowState(shownEntry(1))).toBe('')
    expect(rowState(shownEntry(1, { state: 'waiting' }))).toBe('候补中')
    expect(rowState(shownEntry(1, { cancelled: true, state: 'cancelled' }))).toBe('已取消')
    expect(rowState(shownEntry(1, { cancelled: true, state: 'lapsed' }))).toBe('已失效')
  })

  it('says 已退款 only where it was paid online', () => {
    const list = listShown({ state: 'ordered' })
    const released = (paymentState: 'none' | 'refunded') =>
      mineWords(myEntry({ state: 'released', paymentState }), list, LIST_NOON)
    expect(released('none')).toBe('没有成交，不用付款')
    expect(released('refunded')).toContain('已退款')
    expect(payWords(myEntry(), list)).toBe('自提时付')
    expect(payWords(myEntry({ paymentState: 'paid' }), list)).toBe('已付')
  })

  it('asks for no money of an entry that came to nothing', () => {
    const list = listShown({ state: 'arrived' })
    const ended = (state: 'lapsed' | 'released') => myEntry({ state, paymentState: 'none' })
    expect(payWords(ended('lapsed'), list)).toBe('不用付款')
    expect(payWords(ended('released'), list)).toBe('不用付款')
    expect(payWords(myEntry({ state: 'waiting', paymentState: 'none' }), list)).toBe('自提时付')
  })

  it('says of a lapse what may have been, and that she may join again while it runs', () => {
    const lapsed = (part: Parameters<typeof listShown>[0]) =>
      mineWords(myEntry({ state: 'lapsed', paymentState: 'none' }), listShown(part), LIST_NOON)
    const again = '没有等到名额，或没有按时确认，不用付款，截单前还可以再接'
    expect(lapsed({})).toBe(again)
    expect(lapsed({ state: 'ordered' })).toBe('没有等到名额，或没有按时确认，不用付款')
    expect(lapsed({ payment: 'online' })).toContain('没有按时确认、付款')
  })

  it('asks for her code no more once all is fetched', () => {
    const list = listShown({ state: 'arrived' })
    const words = (collectedQuantity: number) => {
      const lines = myEntry().lines.map((line) => ({ ...line, gotQuantity: 1, collectedQuantity }))
      return mineWords(myEntry({ lines, pickupCode: '123456789012' }), list, LIST_NOON)
    }
    expect(words(0)).toBe('到货了，出示自提码就能取')
    expect(words(1)).toBe('这一单都取走了')
  })

  it('tells until when a place is held', () => {
    const mine = myEntry({ state: 'held', untilAt: LIST_NOON + 7_200_000 })
    expect(mineWords(mine, listShown(), LIST_NOON)).toBe('名额给您留到 今天 14:00')
  })

  it('may be changed until the cut-off, by the server’s clock', () => {
    const list = listShown()
    expect(canChange(myEntry(), list, LIST_NOON)).toBe(true)
    expect(canChange(myEntry(), list, list.cutOffAt)).toBe(false)
    expect(canChange(myEntry({ state: 'lapsed' }), list, LIST_NOON)).toBe(false)
    const unpaid = myEntry({ state: 'awaiting' })
    expect([canChange, canCancel].map((may) => may(unpaid, list, LIST_NOON))).toEqual([false, true])
  })

  it('shares her number once she has one', () => {
    expect(shareTitle(listShown())).toBe('周六草莓和西瓜')
    expect(shareTitle(listShown({ mine: myEntry({ state: 'lapsed' }) }))).toBe('周六草莓和西瓜')
    expect(shareTitle(listShown({ mine: myEntry() }))).toBe('我是第 3 位 · 周六草莓和西瓜')
  })
})
