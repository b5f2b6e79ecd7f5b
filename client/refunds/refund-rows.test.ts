import { type RefundShown, rowsOf } from './refund-rows'

const shown: RefundShown = {
  lines: [],
  freightFen: 0,
  moneyFen: 4_500,
  isFull: true,
  isShopFault: false,
  clawbackPoints: 45,
  expiredPoints: 0,
  pendingPoints: 0,
  takenLots: [{ expiresOn: '2027-03-31', points: 45 }],
  newDebtPoints: 0,
  returnedPoints: 0,
  returnedLots: [],
  debtRepaidPoints: 0,
  balancePoints: 1_200,
  debtPoints: 0,
  coupons: [],
  withdrawnCoupons: [],
  voidedGifts: [],
  undoneWith: [],
}
const told = (change: Partial<RefundShown>) =>
  rowsOf({ ...shown, ...change }).map(({ label, value }) => `${label} ${value}`)

describe('what the clerk sees of a refund', () => {
  it('names each lot with its last day, and what stays as it is', () => {
    expect(told({})).toEqual(['扣回 2027年3月31日到期的 −45', '已兑换的礼品 不受影响'])
    expect(told({ clawbackPoints: 0, takenLots: [] })[0]).toBe('扣回积分 不用扣')
    const undoneWith = [{ label: '咖啡集章卡', value: '收回 1 章' }]
    expect(told({ undoneWith })[1]).toBe('咖啡集章卡 收回 1 章')
  })

  it('tells debt, pending, expired, returned points, coupon and gifts apart', () => {
    const returnedLots = [{ fromOn: '2027-03-31', expiresOn: '2027-05-31', points: 1_000 }]
    expect(
      told({
        ...{ takenLots: [], newDebtPoints: 20, pendingPoints: 15, expiredPoints: 10 },
        ...{ returnedPoints: 1_000, returnedLots, debtRepaidPoints: 20 },
        coupons: [{ couponId: 'c', title: '满30减5', expiresOn: '2027-04-09' }],
        voidedGifts: ['买赠券'],
      }),
    ).toEqual([
      '已用掉，记为欠积分 20',
      '待到账的取消 −15',
      '早已到期，不再扣 10',
      '退回抵扣的，可用到 2027年5月31日 +1,000',
      '其中先抵欠积分 20',
      '退回“满30减5” 用到 2027年4月9日',
      '赠送的“买赠券” 作废',
      '已兑换的礼品 不受影响',
    ])
  })
})
