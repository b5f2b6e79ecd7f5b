import { canCancel, wordsOf } from './redemption-state'
import type { RedemptionCard } from './redemptions.store'

const today = '2026-12-01'
const noon = Date.parse('2026-12-01T04:00:00Z')

describe('a redemption as its member sees it', () => {
  it('waits for her until its last day, and may be cancelled', () => {
    const waiting = redemption({ expiresOn: '2026-12-01' })
    expect(wordsOf(waiting, today)).toEqual({
      label: '待自提',
      tone: 'waiting',
      note: '12月1日前到店自提',
    })
    expect(canCancel(waiting, today)).toBe(true)
  })

  it('is over the day after, also before a job has marked it', () => {
    const late = redemption({ expiresOn: '2026-11-30' })
    expect(wordsOf(late, today).label).toBe('已过期')
    expect(canCancel(late, today)).toBe(false)
  })

  it('says when and where it was collected', () => {
    const collected = redemption({
      state: 'collected',
      collectedAt: Date.parse('2026-11-30T06:05:00Z'),
      collectedStoreName: '梧桐里店',
    })
    expect(wordsOf(collected, today)).toEqual({
      label: '已自提',
      tone: 'done',
      note: '2026-11-30 14:05 在梧桐里店自提',
    })
    expect(canCancel(collected, today)).toBe(false)
  })

  it('says that the points of a cancelled one are back', () => {
    const cancelled = redemption({ state: 'cancelled', cancelledAt: noon })
    expect(wordsOf(cancelled, today).note).toBe('2026-12-01 12:00 取消，积分已退回')
    const withCash = { ...cancelled, cashFen: 990 }
    expect(wordsOf(withCash, today).note).toContain('积分已退回，付的钱原路退回微信')
  })

  it('waits for its money for a quarter of an hour, and may be cancelled meanwhile', () => {
    const unpaid = redemption({ state: 'unpaid', cashFen: 990, payUntilAt: noon, pickupCode: '' })
    expect(wordsOf(unpaid, today)).toEqual({
      ...{ label: '待付款', tone: 'waiting', note: '12:00 前付 ¥9.90' },
    })
    expect(canCancel(unpaid, today)).toBe(true)
    const lapsed = redemption({ state: 'lapsed', cashFen: 990 })
    expect(wordsOf(lapsed, today).label).toBe('没有付款')
    expect(canCancel(lapsed, today)).toBe(false)
  })
})

function redemption(part: Partial<RedemptionCard>): RedemptionCard {
  return {
    redemptionId: 'r1',
    rewardId: 'eggs',
    rewardTitle: '散养土鸡蛋',
    picture: 'eggs',
    kind: 'goods',
    cashFen: 0,
    payUntilAt: null,
    pricePoints: 300,
    state: 'waiting',
    pickupCode: '123456789012',
    redeemedAt: noon,
    expiresOn: '2026-12-31',
    collectedAt: null,
    collectedStoreName: null,
    cancelledAt: null,
    ...part,
  }
}
