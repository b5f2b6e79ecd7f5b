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
    picture: 'eggs',
    description: '',
    leftCount: 5,
    totalCount: 20,
    limitPerMember: 2,
    redeemedCount: 0,
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
    rewards: [card],
    ...list,
  }
  return redeemButtonOf(card, whole)
}
