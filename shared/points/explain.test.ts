import { type EntryStory, explainEntry, explainFreeze } from './explain'

const story: EntryStory = {
  reason: 'purchase',
  points: 99,
  debtChangePoints: 0,
  storeName: '梧桐里店',
  on: '2026-03-10',
  paidFen: 9_999,
  receiptNo: '0815',
  rewardTitle: null,
  note: null,
  pendingChangePoints: 0,
  releasesOn: null,
  cap: null,
}
const reward = { storeName: null, paidFen: null, receiptNo: null, rewardTitle: '土鸡蛋一盒' }

describe('the sentence of an entry', () => {
  it('tells place, money, points and receipt of a purchase', () => {
    expect(explainEntry(story)).toBe('在梧桐里店消费 ¥99.99，获得 99 积分（小票 0815）')
  })

  it('tells the day of a receipt whose code was forgotten, and of its cap', () => {
    const told = { ...story, reason: 'purchaseForgotten', boughtOn: '2026-03-08' } as const
    expect(explainEntry(told)).toBe(
      '补记 3 月 8 日在梧桐里店的消费 ¥99.99，获得 99 积分（小票 0815）',
    )
    expect(explainEntry({ ...told, points: 5, cap: 'day' })).toContain('获得 5 积分，当日已达上限')
    expect(explainEntry({ ...told, points: 5, cap: 'month' })).toContain('，当月已达上限')
  })

  it('tells what points took off a bill', () => {
    const paid = { ...story, reason: 'purchasePaid', points: -500, offFen: 500 } as const
    expect(explainEntry(paid)).toBe('在梧桐里店消费，用 500 积分抵 ¥5.00（小票 0815）')
  })

  it('leaves out what is not known', () => {
    const bare = { ...story, storeName: null, paidFen: null, receiptNo: null }
    expect(explainEntry(bare)).toBe('消费，获得 99 积分')
  })

  it('says that a purchase of excluded goods earned nothing', () => {
    expect(explainEntry({ ...story, points: 0 })).toContain('获得 0 积分')
  })

  it('says what of the bill earns nothing', () => {
    expect(explainEntry({ ...story, points: 79, excludedFen: 2_000 })).toBe(
      '在梧桐里店消费 ¥99.99（其中 ¥20.00 的商品不参与积分），获得 79 积分（小票 0815）',
    )
  })

  it.each([
    ['gift', 100, '领取新人礼包，获得 100 积分'],
    ['redemption', -500, '兑换“土鸡蛋一盒”，使用 500 积分'],
    ['redemptionCancelled', 500, '取消兑换“土鸡蛋一盒”，退回 500 积分'],
    ['pickupExpired', 500, '“土鸡蛋一盒”逾期未取，退回 500 积分'],
    ['expiry', -80, '80 积分到期，已失效'],
  ] as const)('%s of %i points: %s', (reason, points, sentence) => {
    const gift = { title: '新人礼包', rule: '新人礼包，每位会员一次' }
    expect(explainEntry({ ...story, ...reward, gift, reason, points })).toBe(sentence)
  })

  it('says what a refund took back', () => {
    const refund = { ...story, reason: 'purchaseRefunded', points: -99 } as const
    expect(explainEntry(refund)).toBe('在梧桐里店退款 ¥99.99，扣回当时获得的 99 积分（小票 0815）')
  })

  it('says when a refund took nothing back, since it had earned nothing or it had expired', () => {
    const refund = { ...story, reason: 'purchaseRefunded', points: 0 } as const
    expect(explainEntry(refund)).toBe('在梧桐里店退款 ¥99.99，没有需要扣回的积分（小票 0815）')
  })

  it('says what became debt, and what repaid it', () => {
    const refund = { ...story, reason: 'purchaseRefunded', points: -99 } as const
    expect(explainEntry({ ...refund, debtChangePoints: 40 })).toMatch(/，不足的 40 分记为欠积分$/)
    expect(explainEntry({ ...story, debtChangePoints: -40 })).toMatch(/，其中 40 分抵还欠积分$/)
  })

  it('says why the points were frozen, and that they come back', () => {
    const told = { ...story, points: 0, note: '核对账目' }
    expect(explainEntry({ ...told, reason: 'frozen' })).toBe(
      '积分暂停使用（核对账目），暂停期间不会过期',
    )
    expect(explainEntry({ ...told, reason: 'unfrozen', note: null })).toBe(
      '积分恢复使用，快到期的积分已顺延',
    )
    expect(explainFreeze({ on: '2026-03-10', reason: '核对账目' })).toEqual({
      on: '2026-03-10',
      sentence: '积分暂停使用，原因：核对账目。期间照常累积，不会过期；恢复后至少还能用 30 天',
    })
  })

  it('says why somebody adjusted the points by hand', () => {
    const told = { ...story, reason: 'adjusted', note: '补记漏登的消费' } as const
    expect(explainEntry({ ...told, points: 30 })).toBe('人工调整（补记漏登的消费），增加 30 积分')
    expect(explainEntry({ ...told, points: -30 })).toContain('扣减 30 积分')
  })

  it('says when pending points come, that they came, and that a refund cancels them', () => {
    const promised = { ...story, points: 0, pendingChangePoints: 99, releasesOn: '2026-03-17' }
    expect(explainEntry(promised)).toBe(
      '在梧桐里店消费 ¥99.99，获得 99 积分，2026-03-17 到账（小票 0815）',
    )
    const released = { ...story, reason: 'released', paidFen: null } as const
    expect(explainEntry(released)).toBe('在梧桐里店消费的 99 积分到账（小票 0815）')
    const refund = { ...story, reason: 'purchaseRefunded', points: 0 } as const
    expect(explainEntry({ ...refund, pendingChangePoints: -99 })).toBe(
      '在梧桐里店退款 ¥99.99，待到账的 99 积分取消（小票 0815）',
    )
  })

  it('says what a merge moved, debt included, and that it was undone', () => {
    const bare = { ...story, ...reward }
    const told = (reason: EntryStory['reason'], points: number, debtChangePoints = 0) =>
      explainEntry({ ...bare, reason, points, debtChangePoints })
    expect(told('mergedOut', -80)).toBe('会员身份合并，转出 80 积分')
    expect(told('mergedOut', 40, -40)).toBe(
      '会员身份合并，欠积分转出，记入 40 积分，其中 40 分抵还欠积分',
    )
    expect(told('mergedIn', 80, -30)).toBe('合并会员身份，转入 80 积分，其中 30 分抵还欠积分')
    expect(told('mergedIn', -40, 10)).toContain('带来的欠积分扣去 40 积分，不足的 10 分记为欠积分')
    expect(told('mergeUndone', -80)).toBe('撤销会员合并，转出 80 积分')
  })

  it('says that a cap was reached, with 0 points as with some', () => {
    expect(explainEntry({ ...story, points: 0, cap: 'day' })).toBe(
      '在梧桐里店消费 ¥99.99，获得 0 积分，今日已达上限（小票 0815）',
    )
    expect(explainEntry({ ...story, points: 7, cap: 'month' })).toContain(
      '获得 7 积分，本月已达上限',
    )
  })

  it('names the reward even when its title is lost', () => {
    const redemption = { ...story, ...reward, rewardTitle: null, points: -5 }
    expect(explainEntry({ ...redemption, reason: 'redemption' })).toContain('“礼品”')
  })
})
