import { messageTargets } from './message-row'
import { pageOf, targetPages } from './page'

const redemption = { redemptionId: 'r1', rewardTitle: '手冲咖啡', points: 180 }
const points = { points: 80, expiresOn: '2027-03-31' }

describe('the page of a message', () => {
  it('is of what it is about, else the inbox', () => {
    const pickup = pageOf({ kind: 'pickupExpired', facts: redemption })
    expect(pickup).toBe('mall/redemption/index?redemptionId=r1')
    expect(pageOf({ kind: 'pointsExpiring', facts: points })).toBe('points/history/index')
    const text = { textTitle: '群规', isPublished: true, reason: null }
    expect(pageOf({ kind: 'heldTextDecided', facts: text })).toBe('messages/inbox/index')
  })

  it('is known of each target', () => {
    expect(Object.keys(targetPages).sort()).toEqual([...messageTargets].sort())
  })
})
