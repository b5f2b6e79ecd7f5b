import { joinedText, stateAt, thresholdShare, thresholdText, whenLine } from './card-words'
import type { ListCard } from './lists.store'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOON = at('2026-11-21T12:00')
const card: ListCard = {
  ...{ listId: 'l1', title: '草莓', picture: null, ownerName: '徐敏', communityName: null },
  ...{ state: 'running', opensAt: null, cutOffAt: at('2026-11-21T18:00'), fromFen: 1_990 },
  ...{ entryCount: 38, lastNames: [], threshold: null, myEntryNo: null },
}

describe('a card of the tab', () => {
  it('closes and opens by the server’s clock, without being asked again', () => {
    expect(stateAt(card, NOON)).toBe('running')
    expect(stateAt(card, card.cutOffAt)).toBe('settling')
    const coming = { ...card, state: 'coming', opensAt: NOON } as const
    expect(stateAt(coming, NOON - 1)).toBe('coming')
    expect(stateAt(coming, NOON)).toBe('running')
    expect(stateAt({ ...card, state: 'failed' }, NOON)).toBe('failed')
  })

  it('says how many have joined, and asks for the first', () => {
    expect(joinedText(card)).toBe('38 人已接龙')
    expect(joinedText({ entryCount: 0 })).toBe('等您来当第一位')
  })

  it('says what is missing to the threshold, in halves where goods are weighed', () => {
    expect(thresholdText(null)).toBeNull()
    expect(thresholdText({ count: 20, reachedCount: 13.5 })).toBe('满 20 份成团，还差 6.5 份')
    expect(thresholdText({ count: 20, reachedCount: 20 })).toBe('已成团（满 20 份）')
    expect(thresholdShare({ count: 20, reachedCount: 30 })).toBe(100)
    expect(thresholdShare({ count: 3, reachedCount: 2 })).toBe(66)
  })

  it('says when it opens, closes, or has closed', () => {
    expect(whenLine(card, NOON)).toBe('今天 18:00 截单')
    expect(whenLine({ ...card, state: 'arrived' }, NOON)).toBe('今天 18:00 已截单')
    const coming = { ...card, state: 'coming', opensAt: at('2026-11-22T09:00') } as const
    expect(whenLine(coming, NOON)).toBe('明天 09:00 开始')
  })
})
