import { type DebtMaker, explainComing, explainDebt, explainLot } from './explain-account'

const refund: DebtMaker = {
  reason: 'purchaseRefunded',
  debtChangePoints: 40,
  on: '2026-10-02',
  storeName: '梧桐里店',
  paidFen: 5_860,
  receiptNo: '0815',
}

describe('what an account holds', () => {
  it('says until when points can be spent', () => {
    expect(explainLot({ expiresOn: '2027-01-31', points: 259 })).toBe(
      '259 积分可以用到2027年1月31日',
    )
  })

  it('says when points come that are on their way, and from where', () => {
    const coming = { points: 58, releasesOn: '2026-11-28', receiptNo: '0815' }
    expect(explainComing({ ...coming, storeName: '梧桐里店' })).toBe(
      '在梧桐里店消费的 58 积分，2026年11月28日到账（小票 0815）',
    )
    expect(explainComing({ ...coming, storeName: null, receiptNo: null })).toBe(
      '消费的 58 积分，2026年11月28日到账',
    )
  })
})

describe('the reason of a debt', () => {
  it('is the refund that took more than there was', () => {
    expect(explainDebt(40, [refund])).toEqual([
      {
        points: 40,
        sentence:
          '2026年10月2日在梧桐里店退款 ¥58.60（小票 0815），当时获得的积分已经用掉，还欠 40 积分',
      },
    ])
  })

  it('is the newest refunds, since the oldest debt is repaid first', () => {
    const older = { ...refund, on: '2026-09-01', debtChangePoints: 30 }
    const points = (debtPoints: number) =>
      explainDebt(debtPoints, [refund, older]).map((reason) => reason.points)
    expect(points(70)).toEqual([40, 30])
    expect(points(55)).toEqual([40, 15])
    expect(points(12)).toEqual([12])
    expect(points(0)).toEqual([])
  })

  it('is told in one sentence for refunds that nobody looked up', () => {
    expect(explainDebt(45, [refund]).at(-1)).toEqual({
      points: 5,
      sentence: '更早的退款还欠 5 积分',
    })
  })

  it('is a merge that brought it, the undoing of one, or a check that found it', () => {
    const sentence = (reason: DebtMaker['reason']) =>
      explainDebt(9, [{ ...refund, reason }])[0]?.sentence
    expect(sentence('mergedIn')).toBe('2026年10月2日合并会员身份时带来，还欠 9 积分')
    expect(sentence('mergeUndone')).toBe('2026年10月2日撤销会员合并，还欠 9 积分')
    expect(sentence('rebuilt')).toBe('2026年10月2日核对账户时查明多用了，还欠 9 积分')
  })

  it('leaves out what is not known', () => {
    const bare = { ...refund, storeName: null, paidFen: null, receiptNo: null }
    expect(explainDebt(1, [bare])[0]?.sentence).toBe(
      '2026年10月2日退款，当时获得的积分已经用掉，还欠 1 积分',
    )
  })
})
