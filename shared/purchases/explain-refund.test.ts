import { explainRefund, type RefundStory } from './explain-refund'

const story: RefundStory = {
  moneyFen: 5_700,
  isFull: false,
  titles: ['苹果', '牛奶'],
  clawbackPoints: 57,
  expiredPoints: 0,
  pendingPoints: 0,
  takenLots: [{ expiresOn: '2027-06-30', points: 57 }],
  newDebtPoints: 0,
  returnedPoints: 0,
  returnedLots: [],
  debtRepaidPoints: 0,
  returnedCoupons: [],
  voidedCount: 0,
  undoneWith: [],
}

describe('a refund in sentences', () => {
  it('says what came back and from which lot the points were taken', () => {
    expect(explainRefund(story)).toEqual([
      '部分退款 ¥57.00（苹果、牛奶）',
      '扣回这笔获得的 57 积分：2027年6月30日到期的 57 分',
    ])
  })

  it('says nothing of points when none are touched', () => {
    const excluded = { ...story, titles: [], clawbackPoints: 0, takenLots: [] }
    expect(explainRefund(excluded)).toEqual(['部分退款 ¥57.00', '积分不受影响'])
  })

  it('tells debt, what was pending and what had expired apart', () => {
    const all = { pendingPoints: 10, expiredPoints: 7, newDebtPoints: 20 }
    const takenLots = [
      { expiresOn: '2027-06-30', points: 15 },
      { expiresOn: '2027-03-31', points: 5 },
    ]
    expect(explainRefund({ ...story, ...all, takenLots }).slice(1)).toEqual([
      '扣回这笔获得的 40 积分：2027年6月30日到期的 15 分，2027年3月31日到期的 5 分，已经用掉的 20 分记为欠积分',
      '待到账的 10 积分取消',
      '其中 7 积分早已到期，不再扣',
    ])
  })

  it('needs no word on taking when all was pending', () => {
    const pending = { ...story, pendingPoints: 57, takenLots: [] }
    expect(explainRefund(pending)).toEqual([
      '部分退款 ¥57.00（苹果、牛奶）',
      '待到账的 57 积分取消',
    ])
  })

  it('whole: points that paid, coupon and gifts', () => {
    const returnedLots = [
      { fromOn: '2027-03-31', expiresOn: '2027-05-31', points: 60 },
      { fromOn: '2027-06-30', expiresOn: '2027-06-30', points: 40 },
    ]
    const returned = { returnedPoints: 100, returnedLots, debtRepaidPoints: 20 }
    const returnedCoupons = [{ title: '满30减5元券', expiresOn: '2027-05-01' }]
    const undoneWith = [{ label: '咖啡集章卡', value: '收回 1 章' }]
    const gone = { isFull: true, titles: [], returnedCoupons, voidedCount: 2, undoneWith }
    expect(explainRefund({ ...story, ...returned, ...gone })).toEqual([
      '整单退款 ¥57.00',
      '扣回这笔获得的 57 积分：2027年6月30日到期的 57 分',
      '退回当时抵扣的 100 积分：60 分可用到2027年5月31日，40 分可用到2027年6月30日，其中 20 分先抵欠积分',
      '用掉的“满30减5元券”退回卡包，可用到2027年5月1日',
      '这笔消费赠送、还没有用的 2 张券作废',
      '咖啡集章卡：收回 1 章',
    ])
  })
})
