import { admitBuyer } from '@shared/mall/redemption'
import type { RefusalCode } from '@shared/refusal'
import { tierNames } from '@shared/tiers/tier'
import { countText, shortDay } from '../format'
import type { RewardCard, RewardList } from './mall.store'

/** What stands in the way of redeeming, or nothing; `label` is what the button says. */
export interface RedeemButton {
  refusal: RefusalCode | null
  label: string
  missingPoints: number
}

/** Asks the rule that the server decides by, so that the button never lies. */
export function redeemButtonOf(reward: RewardCard, list: RewardList): RedeemButton {
  const { saleState } = reward
  if (saleState === 'upcoming') return blocked('REWARD_NOT_ON_SALE', upcomingLabel(reward))
  if (saleState === 'ended') return blocked('REWARD_NOT_ON_SALE', '兑换已结束')
  if (saleState === 'soldOut') return blocked('SOLD_OUT', '已兑完')
  if (!list.isMember) return blocked('MEMBER_REQUIRED', '入会后兑换')
  const { redeemedCount, redeemedTodayCount } = reward
  const { balancePoints, isFrozen, tier } = list
  const buyer = { isFrozen, balancePoints, redeemedCount, redeemedTodayCount, tier }
  const admitted = admitBuyer(reward, buyer)
  if (admitted.ok) return { refusal: null, label: '立即兑换', missingPoints: 0 }
  if (admitted.code === 'ACCOUNT_FROZEN') return blocked(admitted.code, '积分暂停使用')
  if (admitted.code === 'REWARD_TIER') return blocked(admitted.code, tierLabel(reward))
  if (admitted.code === 'REDEMPTION_LIMIT') return blocked(admitted.code, '已达限兑数量')
  if (admitted.code === 'REDEMPTION_DAY_LIMIT') return blocked(admitted.code, '明天再来')
  const missingPoints = reward.pricePoints - balancePoints
  return { refusal: admitted.code, label: `还差 ${countText(missingPoints)} 积分`, missingPoints }
}

function upcomingLabel({ saleFromOn }: RewardCard): string {
  return saleFromOn ? `${shortDay(saleFromOn)}开始兑换` : '还没开始'
}

function tierLabel({ tierFrom }: RewardCard): string {
  return tierFrom ? `${tierNames[tierFrom]}及以上可兑` : ''
}

function blocked(refusal: RefusalCode, label: string): RedeemButton {
  return { refusal, label, missingPoints: 0 }
}
