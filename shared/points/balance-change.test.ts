import { type CountedEntry, explainChange } from './balance-change'

const welcome = { title: '新人礼包', rule: '新人礼包，每位会员一次' }
const dates = { fromOn: '2026-11-01', toOn: '2026-11-25' }
const entry = (
  reason: CountedEntry['reason'],
  points: number,
  debtChangePoints = 0,
): CountedEntry => ({ reason, points, debtChangePoints })
const sentencesOf = (
  [beforePoints, afterPoints]: readonly [number, number],
  entries: readonly CountedEntry[],
) => {
  const { sentence, lines } = explainChange({ ...dates, beforePoints, afterPoints }, entries)
  return [sentence, ...lines.map((line) => line.sentence)]
}

describe('why there are fewer', () => {
  it('says the whole first, then what took the most, then what came in', () => {
    const entries = [
      entry('purchase', 58),
      entry('redemption', -500),
      entry('expiry', -80),
      entry('purchase', 22),
    ]
    expect(sentencesOf([1_036, 536], entries)).toEqual([
      '2026年11月1日到2026年11月25日，可用积分从 1036 变为 536，少了 500 积分',
      '兑换 1 次，使用 500 积分',
      '到期失效 80 积分',
      '消费 2 笔，获得 80 积分',
    ])
  })

  it('says what came in first where there are more', () => {
    expect(
      sentencesOf(
        [0, 70],
        [entry('redemption', -30), { ...entry('gift', 100), facts: { gift: welcome } }],
      ),
    ).toEqual([
      '2026年11月1日到2026年11月25日，可用积分从 0 变为 70，多了 70 积分',
      '领取新人礼包，获得 100 积分',
      '兑换 1 次，使用 30 积分',
    ])
  })

  it('tells apart what a refund took and what it could not take, and what repaid it', () => {
    const entries = [
      entry('purchaseRefunded', -99, 40),
      entry('adjusted', 100, -40),
      entry('adjusted', -10),
    ]
    expect(sentencesOf([59, 50], entries)).toEqual([
      '2026年11月1日到2026年11月25日，可用积分从 59 变为 50，少了 9 积分',
      '退款 1 笔，扣回当时获得的 99 积分',
      '抵还以前欠的 40 积分',
      '人工调整 1 次，扣减 10 积分',
      '其中不够扣的 40 积分没有扣，先记为欠积分',
      '人工调整 1 次，增加 100 积分',
    ])
  })

  it('leaves out what changed nothing, and says so when nothing did', () => {
    const entries = [entry('purchase', 0), entry('frozen', 0), entry('unfrozen', 0)]
    expect(sentencesOf([5, 5], entries)).toEqual([
      '2026年11月1日到2026年11月25日，可用积分从 5 变为 5，没有多也没有少',
    ])
  })

  it('tells what a check against the entries has put right', () => {
    const entries = [entry('purchase', 5), entry('rebuilt', 0)]
    expect(sentencesOf([1_050, 55], entries).slice(1)).toEqual([
      '账户曾与流水不符，核对后更正，减少 1000 积分',
      '消费 1 笔，获得 5 积分',
    ])
    expect(sentencesOf([0, 55], entries).slice(1)).toEqual([
      '账户曾与流水不符，核对后更正，增加 50 积分',
      '消费 1 笔，获得 5 积分',
    ])
  })

  it('is a fault when the entries do not lead from one balance to the other', () => {
    expect(() => sentencesOf([5, 6], [])).toThrow('do not explain')
  })
})
