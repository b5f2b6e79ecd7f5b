import type { RewardCard, RewardList } from './mall.store'
import { redeemButtonOf } from './redeem-button'

describe('the button of a reward', () => {
  it('redeems what is on sale, in stock, within the limit and affordable', () => {
    expect(buttonFor({}, { balancePoints: 300 })).toMatchObject({
      refusal: null,
      label: '立即兑换',
    })
  })

  it('says how many points are missing', () => {
    expect(buttonFor({}, { balancePoints: 299 })).toEqual({
      refusal: 'POINTS_INSUFFICIENT',
      label: '还差 1 积分',
      missingPoints: 1,
    })
  })

  it('says that the limit is reached before it speaks of points', () => {
    expect(buttonFor({ redeemedCount: 2 }, { balancePoints: 0 }).label).toBe('已达限兑数量')
  })

  it('says which level it is for, and that there is another one tomorrow', () => {
    const gold = buttonFor({ tierFrom: 'gold' }, { tier: 'silver' })
    expect(gold).toMatchObject({ refusal: 'REWARD_TIER', label: '金卡及以上可兑' })
    expect(buttonFor({ tierFrom: 'gold' }, { tier: 'diamond' }).label).toBe('立即兑换')
    const today = buttonFor({ limitPerDay: 1, redeemedCount: 1, redeemedTodayCount: 1 }, {})
    expect(today).toMatchObject({ refusal: 'REDEMPTION_DAY_LIMIT', label: '明天再来' })
  })

  it('says that frozen points cannot be spent before it speaks of them', () => {
    expect(buttonFor({ redeemedCount: 2 }, { isFrozen: true, balancePoints: 0 })).toMatchObject({
      refusal: 'ACCOUNT_FROZEN',
      label: '积分暂停使用',
    })
  })

  it('sends a visitor to join', () => {
    expect(buttonFor({}, { isMember: false, balancePoints: 0 }).refusal).toBe('MEMBER_REQUIRED')
  })

  it.each([
    ['soldOut', '已兑完'],
    ['upcoming', '3月20日开始兑换'],
    ['ended', '兑换已结束'],
  ] as const)('is closed to everybody while %s', (saleState, label) => {
    expect(buttonFor({ saleState }, { isMember: false }).label).toBe(label)
  })
})

function buttonFor(reward: Partial<RewardCard>, list: Partial<RewardList>) {
  const card: RewardCard = {
    rewardId: 'eggs',
    title: '散养土鸡蛋',
    kind: 'goods',
    cashFen: 0,
    pricePoints: 300,
    worthFen: 2990,
    picture: '',
    description: '',
    leftCount: 5,
    totalCount: 20,
    limitPerMember: 2,
    limitPerDay: null,
    tierFrom: null,
    redeemedCount: 0,
    redeemedTodayCount: 0,
    saleFromOn: '2026-03-20',
    saleUntilOn: null,
    saleState: 'onSale',
    ...reward,
  }
  const whole: RewardList = {
    serverNow: 0,
    todayOn: '2026-03-10',
    earn: { rate: '', terms: '' },
    isMember: true,
    isFrozen: false,
    balancePoints: 500,
    tier: null,
    wishId: null,
    rewards: [card],
    ...list,
  }
  return redeemButtonOf(card, whole)
}
