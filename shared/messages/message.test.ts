import { entryMessagesTold } from '../../dev/harness/entry-messages-told'
import {
  type MessageKind,
  readableMessage,
  sendableData,
  type Told,
  templateKeyOf,
} from './message'

const couponTitle = '满30减5元券'
const fruit = { listId: 'l1', title: '水果' }
const ending = {
  tierTitle: '金卡会员',
  untilOn: '2027-03-31',
  gapText: '2027年3月31日前还差 ¥320，就能保住金卡',
}

const ofList = { listId: 'l1', listTitle: '草莓团购' }
const fetched = { ...ofList, things: '草莓×2', staffName: '小东', isProxy: false }
const bad = { ...ofList, itemName: '草莓' }
const noBack = { backFen: 0, onlineFen: 0 }
const waits = { pointName: '东门店', untilOn: '2026-12-02' }

/** One of each kind: the compiler asks for the next one. */
const each: { readonly [K in MessageKind]: { told: Told<K>; says: string } } = {
  listArrived: {
    told: { kind: 'listArrived', facts: { ...ofList, ...waits, isShort: true } },
    says: '“草莓团购”到货了，请到东门店自提，截至2026年12月2日，有商品没有到齐，已按公布的办法分配',
  },
  listWaits: {
    told: { kind: 'listWaits', facts: { ...ofList, ...waits } },
    says: '“草莓团购”还有商品没取，请到东门店自提，截至2026年12月2日',
  },
  listMissed: {
    told: { kind: 'listMissed', facts: { ...ofList, backFen: 1_990, onlineFen: 1_990 } },
    says: '“草莓团购”到货不够，您订的这次没有分到，已退款 ¥19.90',
  },
  listSettledBack: {
    told: { kind: 'listSettledBack', facts: { ...ofList, backFen: 190, onlineFen: 0 } },
    says: '“草莓团购”按实际到货结算，¥1.90 请向店里或团长取回',
  },
  listFetched: {
    told: { kind: 'listFetched', facts: fetched },
    says: '“草莓团购”的草莓×2已取走，经手人小东，如不是您取的请联系店里',
  },
  listDamageAsked: {
    told: { kind: 'listDamageAsked', facts: { ...bad, name: '王姐', amountFen: 1_990 } },
    says: '“草莓团购”里王姐的草莓申请包赔 ¥19.90，请看过照片再处理',
  },
  listDamageDecided: {
    told: { kind: 'listDamageDecided', facts: { ...bad, ...noBack, reason: '照片看不清' } },
    says: '“草莓团购”的草莓没有同意包赔：照片看不清',
  },
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
  dropSoon: {
    told: {
      kind: 'dropSoon',
      facts: { dropId: 'd1', title: '周五咖啡券', opensAt: 1_773_144_000_000, preset: null },
    },
    says: '“周五咖啡券”2026年3月10日 20:00 开抢，从群里的卡片进入就能领',
  },
  listApproved: {
    told: { kind: 'listApproved', facts: { ...fruit, isApproved: false, reason: null } },
    says: '您的“水果”的商品没有通过审核，已退回草稿',
  },
  listSettled: {
    told: { kind: 'listSettled', facts: { ...fruit, outcome: 'ordered', entryCount: 40 } },
    says: '“水果”有 40 位接龙，采购单已经备好',
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
  redemptionLapsed: {
    told: {
      kind: 'redemptionLapsed',
      facts: { redemptionId: 'r1', rewardTitle: '手冲咖啡', points: 180 },
    },
    says: '您兑换的“手冲咖啡”没有在十五分钟内付款，180 积分已退回',
  },
  wishReached: {
    told: {
      kind: 'wishReached',
      facts: { rewardId: 'coffee', rewardTitle: '手冲咖啡', points: 180 },
    },
    says: '您的心愿“手冲咖啡”设定时要 180 积分，现在攒够了',
  },
  paymentReturned: {
    told: { kind: 'paymentReturned', facts: { title: '手冲咖啡', amountFen: 990 } },
    says: '您为“手冲咖啡”付的 ¥9.90 到得晚了，已申请原路退回微信',
  },
  tierReached: {
    told: {
      kind: 'tierReached',
      facts: { tierTitle: '金卡会员', on: '2026-03-10', keepUntilOn: '2027-03-31' },
    },
    says: '恭喜您成为金卡会员，至少保留到2027年3月31日，权益现在就能用',
  },
  ...entryMessagesTold,
  listClaimed: {
    told: { kind: 'listClaimed', facts: { ...fruit, entryNo: 12 } },
    says: '“水果”里的第 12 位有会员来认领，请在接龙管理里确认是不是本人',
  },
  tierKept: {
    told: { kind: 'tierKept', facts: { tierTitle: '金卡会员', on: '2027-04-01' } },
    says: '您达到了保级要求，继续做金卡会员',
  },
  tierFell: {
    told: {
      kind: 'tierFell',
      facts: { fromTitle: '金卡会员', tierTitle: '银卡会员', on: '2027-05-01' },
    },
    says: '您的等级从金卡会员变为银卡会员，随时可以再升回来',
  },
  tierEnding: {
    told: { kind: 'tierEnding', facts: ending },
    says: '您的金卡会员到2027年3月31日为止，2027年3月31日前还差 ¥320，就能保住金卡',
  },
  tierGrace: {
    told: { kind: 'tierGrace', facts: { ...ending, untilOn: '2027-04-30' } },
    says: '您的金卡会员已到期，宽限到2027年4月30日，期间权益不变；2027年3月31日前还差 ¥320，就能保住金卡',
  },
  giftCame: {
    told: {
      kind: 'giftCame',
      facts: { giftTitle: '生日礼', points: 80, couponCount: 1, lastOn: '2026-04-08' },
    },
    says: '“生日礼”已经送到：80 积分、1 张券',
  },
  giftWaits: {
    told: {
      kind: 'giftWaits',
      facts: { giftId: 'birthday:m1:2026', giftTitle: '生日礼', untilOn: '2026-03-16' },
    },
    says: '“生日礼”为您备好了，领取截至2026年3月16日',
  },
  giftLapsed: {
    told: { kind: 'giftLapsed', facts: { giftTitle: '生日礼' } },
    says: '“生日礼”没有在期限内领取，已经失效',
  },
  giftTakenBack: {
    told: { kind: 'giftTakenBack', facts: { giftTitle: '首单礼', points: 30 } },
    says: '那笔消费已退款，随它送的“首单礼”一并收回，扣回 30 积分',
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
})
