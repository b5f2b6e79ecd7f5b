import { dropShown, OPENS_AT } from '../../dev/harness/drop-shown'
import { atTime, audienceText, countdownText, minuteText, nextStepOf } from './drop-words'

const CLOSES_AT = OPENS_AT + 3_600_000
const early = { code: 'DROP_NOT_OPEN', message: '还没到', detail: {} } as const

describe('a drop as time carries it on', () => {
  it('opens at its second, and only then she may claim', () => {
    const drop = dropShown({ state: 'scheduled', blockedBy: early })
    expect(atTime(drop, OPENS_AT - 1)).toBe(drop)
    expect(atTime(drop, OPENS_AT)).toMatchObject({ state: 'open', blockedBy: null })
  })

  it('keeps what else blocks her once it is open', () => {
    const blockedBy = { code: 'GROUP_REQUIRED', message: '请从群里的卡片进入', detail: {} } as const
    const drop = dropShown({ state: 'scheduled', blockedBy })
    expect(atTime(drop, OPENS_AT)).toMatchObject({ state: 'open', blockedBy })
  })

  it('closes at its end, and a cancelled one stays cancelled', () => {
    expect(atTime(dropShown(), CLOSES_AT - 1).state).toBe('open')
    const closed = atTime(dropShown(), CLOSES_AT)
    expect(closed).toMatchObject({ state: 'closed', blockedBy: { code: 'DROP_CLOSED' } })
    const cancelled = dropShown({ state: 'cancelled' })
    expect(atTime(cancelled, CLOSES_AT)).toBe(cancelled)
  })
})

describe('what she may do next', () => {
  const blocked = (
    code: 'MEMBER_REQUIRED' | 'DROP_NOT_OPEN' | 'GROUP_REQUIRED' | 'DROP_SOLD_OUT',
  ) => nextStepOf(dropShown({ blockedBy: { code, message: '', detail: {} } }))
  it('is one thing for each reason', () => {
    expect(nextStepOf(dropShown())).toBe('claim')
    expect(blocked('MEMBER_REQUIRED')).toBe('join')
    expect(blocked('DROP_NOT_OPEN')).toBe('wait')
    expect(blocked('GROUP_REQUIRED')).toBe('card')
    expect(blocked('DROP_SOLD_OUT')).toBe('none')
    const blockedBy = { code: 'DROP_CLAIMED', message: '', detail: {} } as const
    const claimed = { couponId: 'c', claimedAt: 0 }
    expect(nextStepOf(dropShown({ blockedBy, claimed }))).toBe('wallet')
  })
})

describe('a drop that is over', () => {
  it.each(['soldOut', 'closed', 'cancelled'] as const)(
    'asks nobody to come by a card or to join, when it is %s',
    (state) => {
      for (const code of ['GROUP_REQUIRED', 'MEMBER_REQUIRED'] as const) {
        const blockedBy = { code, message: '', detail: {} }
        expect(nextStepOf(dropShown({ state, blockedBy }))).toBe('none')
      }
    },
  )
})

describe('the words of a drop', () => {
  it.each([
    [0, '00:00:00'],
    [-5_000, '00:00:00'],
    [1, '00:00:01'],
    [3_723_000, '01:02:03'],
    [90_061_000, '1 天 01:01:01'],
  ])('counts %i ms down as %s', (leftMs, text) => {
    expect(countdownText(leftMs, 0)).toBe(text)
  })

  it('names a minute on the shop’s clock', () => {
    expect(minuteText(OPENS_AT)).toBe('11月30日 20:00')
  })

  it('says whom it is for', () => {
    const [joinedBeforeOn, tierFrom] = ['2026-03-01', 'gold'] as const
    expect(audienceText({ joinedBeforeOn: null, tierFrom: null })).toBe('全体会员')
    expect(audienceText({ joinedBeforeOn, tierFrom: null })).toBe('2026年3月1日前入会的会员')
    expect(audienceText({ joinedBeforeOn: null, tierFrom })).toBe('金卡及以上会员')
    expect(audienceText({ joinedBeforeOn, tierFrom })).toBe('2026年3月1日前入会的金卡及以上会员')
  })
})
