import { rankedAcross, rankedByUse, spanText, standingText, whoText } from './drop-words'
import type { DropRow } from './drops.store'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOW = at('2026-11-30T12:00')
const share = (name: string, claims: number, redemptions: number) => ({
  ...{ communityId: name, name, quota: 50 },
  ...{ claims, redemptions },
})

describe('the words of a drop', () => {
  it('say when it is, by the days of whoever reads', () => {
    const span = (opens: string, closes: string) =>
      spanText({ opensAt: at(opens), closesAt: at(closes) }, NOW)
    expect(span('2026-11-30T20:00', '2026-11-30T21:00')).toBe('今天 20:00 – 21:00')
    expect(span('2026-12-01T20:00', '2026-12-02T20:00')).toBe('明天 20:00 – 12月2日 20:00')
  })

  it('rank its communities by what was used, never by what was claimed', () => {
    const ranked = rankedByUse([share('many', 50, 2), share('used', 9, 8), share('few', 8, 2)])
    expect(ranked.map(({ name }) => name)).toEqual(['used', 'many', 'few'])
  })

  it('rank communities over all drops together', () => {
    const drop = (...communities: DropRow['communities']): DropRow => ({
      ...{ dropId: 'd', batchId: 'd', title: '', terms: '', state: 'closed', templateId: 't' },
      textState: 'approved',
      ...{ couponTitle: '', opensAt: 0, closesAt: 0, communities },
      who: { joinedBeforeOn: null, tierFrom: null },
    })
    const drops = [drop(share('a', 9, 3), share('b', 5, 4)), drop(share('a', 9, 2))]
    expect(rankedAcross(drops)).toMatchObject([
      { name: 'a', claims: 18, redemptions: 5 },
      { name: 'b', claims: 5, redemptions: 4 },
    ])
  })

  it('say when its texts wait for a manager, while it is still ahead', () => {
    const standing = (state: DropRow['state'], textState: DropRow['textState']) =>
      standingText({ state, textState })
    expect(standing('scheduled', 'held')).toBe('文字待审')
    expect(standing('open', 'rejected')).toBe('文字没通过')
    expect([standing('closed', 'held'), standing('open', 'approved')]).toEqual(['已结束', '进行中'])
  })

  it('say whom it is for', () => {
    expect(whoText({ joinedBeforeOn: null, tierFrom: null })).toBe('所有会员')
    expect(whoText({ joinedBeforeOn: '2026-11-20', tierFrom: null })).toBe('11月20日之前入会的会员')
  })
})
