import {
  type MessageKind,
  messageTargets,
  readableMessage,
  sendableData,
  type Told,
  templateKeyOf,
} from './message'
import { pageOf, targetPages } from './page'

const couponTitle = '满30减5元券'

/** One of each kind: the compiler asks for the next one. */
const each: { readonly [K in MessageKind]: { told: Told<K>; says: string } } = {
  couponVoided: {
    told: { kind: 'couponVoided', facts: { couponTitle, reason: '活动取消' } },
    says: '您的“满30减5元券”已作废：活动取消',
  },
  couponOffered: {
    told: { kind: 'couponOffered', facts: { couponTitle } },
    says: '您送出的“满30减5元券”正等朋友领取，没人领会自动回到您的卡包',
  },
  couponAccepted: {
    told: { kind: 'couponAccepted', facts: { couponTitle, maskedName: '林**' } },
    says: '林**领取了您送的“满30减5元券”',
  },
  couponReturned: {
    told: { kind: 'couponReturned', facts: { couponTitle } },
    says: '您送出的“满30减5元券”没有人领取，已经回到您的卡包',
  },
  couponReceived: {
    told: { kind: 'couponReceived', facts: { couponTitle, maskedName: '林**' } },
    says: '林**送的“满30减5元券”已放进您的卡包',
  },
  dropOpened: {
    told: { kind: 'dropOpened', facts: { title: '周五晚八点咖啡券', opensAt: 1_773_144_000_000 } },
    says: '“周五晚八点咖啡券”已经开抢，邻居们从群里的卡片进入就能领',
  },
  heldTextDecided: {
    told: {
      kind: 'heldTextDecided',
      facts: { textTitle: '群规', isPublished: false, reason: '请去掉手机号' },
    },
    says: '您写的“群规”没有通过审核，没有发布：请去掉手机号',
  },
  pickupExpired: {
    told: {
      kind: 'pickupExpired',
      facts: { redemptionId: 'r1', rewardTitle: '手冲咖啡', points: 180 },
    },
    says: '您兑换的“手冲咖啡”过了自提期限，180 积分已退回',
  },
  pointsAdjusted: {
    told: { kind: 'pointsAdjusted', facts: { points: 20, note: '补记漏登的消费' } },
    says: '店里为您增加了 20 积分：补记漏登的消费',
  },
  pointsExpiring: {
    told: { kind: 'pointsExpiring', facts: { points: 80, expiresOn: '2027-03-31' } },
    says: '您有 80 积分用到2027年3月31日为止，兑换礼品或消费时抵扣都可以',
  },
}

describe('a message', () => {
  it.each(Object.values(each))('of kind $told.kind says: $says', ({ told, says }) => {
    expect(readableMessage(told).text).toBe(says)
  })

  it.each([
    [{ points: -30, note: '录错了' }, '店里扣除了您的 30 积分：录错了'],
    [{ points: 1, note: '录漏了' }, '店里为您增加了 1 积分：录漏了'],
  ])('of points by hand, %j, says which way they went', (facts, says) => {
    expect(readableMessage({ kind: 'pointsAdjusted', facts }).text).toBe(says)
  })

  it.each([
    [true, null, '您写的“群规”已通过审核，大家可以看到了'],
    [false, null, '您写的“群规”没有通过审核，没有发布'],
  ])('of a text that was published: %s, for %s, says so', (isPublished, reason, says) => {
    const facts = { textTitle: '群规', isPublished, reason }
    expect(readableMessage({ kind: 'heldTextDecided', facts }).text).toBe(says)
  })

  it('leads to what it is about, by its own id', () => {
    expect(readableMessage(each.pickupExpired.told).link).toEqual({
      to: 'redemption',
      query: { redemptionId: 'r1' },
    })
    expect(readableMessage(each.heldTextDecided.told).link).toBeNull()
  })
})

describe('a message that WeChat may tell', () => {
  it.each(Object.values(each).map(({ told }) => told))(
    'of kind $kind fits its template',
    (told) => {
      expect(sendableData(told) === null).toBe(templateKeyOf(told.kind) === null)
    },
  )

  it('says the same in the fields of its template', () => {
    expect(sendableData(each.pickupExpired.told)).toEqual({
      thing1: { value: '手冲咖啡' },
      phrase2: { value: '已过期' },
      thing3: { value: '180 积分已退回' },
    })
  })

  it('opens the page of what it is about, else the inbox', () => {
    expect(pageOf(each.pickupExpired.told)).toBe('mall/redemption/index?redemptionId=r1')
    expect(pageOf(each.pointsExpiring.told)).toBe('points/history/index')
    expect(pageOf(each.dropOpened.told)).toBe('messages/inbox/index')
    expect(Object.keys(targetPages).sort()).toEqual([...messageTargets].sort())
  })
})
