import { deedsOf, openTexts, othersText, ownedNotes, waitingText } from './list-words'
import type { OwnedList } from './owned.store'

const NOON = Date.parse('2026-11-21T12:00:00+08:00')
const list: OwnedList = {
  ...{ listId: 'l1', title: '草莓', state: 'running', textState: 'approved' },
  goodsState: 'approved',
  ...{
    cutOffAt: NOON + 3_600_000,
    repeatsWeekly: false,
    isExtended: false,
    entryCount: 12,
    joinedCount: 12,
  },
  ...{ amountFen: 39_800, unpaidCount: 0, uncollectedCount: 0, ownerName: '徐敏', isOwn: true },
  communityName: null,
}

describe('a list on its owner’s desk', () => {
  it('offers what may be done with it now, and nothing else', () => {
    expect(deedsOf({ ...list, state: 'draft' })).toEqual(['edit', 'publish', 'withdraw'])
    expect(deedsOf(list)).toContain('extend')
    expect(deedsOf({ ...list, isExtended: true })).not.toContain('extend')
    expect(deedsOf(list)).not.toContain('withdraw')
    expect(deedsOf({ ...list, entryCount: 0 })).toContain('withdraw')
    expect(deedsOf({ ...list, repeatsWeekly: true })).toContain('endRepeat')
    expect(deedsOf({ ...list, state: 'ordered' })[0]).toBe('arrival')
    expect(deedsOf({ ...list, state: 'settling' })).toEqual(['entries', 'totals'])
  })

  it('sums it up in two lines', () => {
    expect(ownedNotes(list, NOON)).toEqual(['12 人 · ¥398.00', '今天 13:00 截单'])
    expect(
      ownedNotes({ ...list, entryCount: 0, joinedCount: 0, communityName: '东街群' }, NOON),
    ).toEqual(['今天 13:00 截单 · 东街群'])
  })

  it('says what it waits for: a manager where there are new goods, and nobody else then', () => {
    const held = { textState: 'held', goodsState: 'held' } as const
    expect(waitingText({ ...held, textState: 'approved' })).toBe(
      '有新东西要店长看过，通过了就自动发布',
    )
    expect(waitingText({ ...held, goodsState: 'approved' })).toBe(
      '文字或图片还在审核，通过了就自动发布',
    )
    expect(waitingText(held)).toContain('有新东西要店长看过，文字或图片还在审核')
  })

  it('names the owner of another one’s, as a manager sees it', () => {
    const others = { ...list, isOwn: false, communityName: '东街群' }
    expect(ownedNotes(others, NOON)).toContain('今天 13:00 截单 · 徐敏 · 东街群')
  })

  it('says who has a number and is not in the sums', () => {
    expect(othersText({ ...list, entryCount: 3, joinedCount: 3 })).toBeNull()
    const waits = { ...list, entryCount: 4, joinedCount: 3 }
    expect(othersText(waits)).toBe('另有 1 人候补或待付款')
    expect(othersText({ ...waits, state: 'arrived' })).toBe('另有 1 人没有成交')
    expect(ownedNotes(waits, waits.cutOffAt)).toContain('另有 1 人候补或待付款')
  })

  it('says what is left to do', () => {
    expect(openTexts(list)).toEqual([])
    expect(openTexts({ ...list, textState: 'held' })).toEqual(['文字图片待审'])
    expect(openTexts({ ...list, state: 'ordered' })).toEqual(['等到货登记'])
    const arrived = { ...list, state: 'arrived', uncollectedCount: 3, unpaidCount: 2 } as const
    expect(openTexts(arrived)).toEqual(['3 人没取', '2 人没付'])
  })
})
