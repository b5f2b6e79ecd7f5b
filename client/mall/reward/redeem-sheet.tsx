import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, dayText, inGroups } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { RewardPicture } from '../../parts/reward-picture'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import { loadRewards, type RewardCard, type RewardList } from '../mall.store'
import { redeemStore } from '../redeem.store'

interface RedeemSheetProps {
  reward: RewardCard
  list: RewardList
}

/** Asks once, with the balance that will be left; then shows the pick-up code. */
export function RedeemSheet({ reward, list }: RedeemSheetProps): ReactNode {
  const { wish, sending, answer } = useStore(redeemStore)
  const close = () => redeemStore.getState().close()
  const title = answer ? '兑换成功' : '确认兑换'
  return (
    <Sheet
      open={wish?.rewardId === reward.rewardId}
      title={title}
      {...(sending ? {} : { onClose: close })}
    >
      {answer ? (
        <Redeemed answer={answer} onClose={close} />
      ) : (
        <Asked reward={reward} list={list} onClose={close} />
      )}
    </Sheet>
  )
}

function Asked({ reward, list, onClose }: RedeemSheetProps & { onClose(): void }): ReactNode {
  const { sending, refused, send } = useStore(redeemStore)
  const confirm = async () => {
    await send()
    await loadRewards()
  }
  return (
    <>
      <View className="redeem-reward">
        <RewardPicture picture={reward.picture} size="small" />
        <View className="redeem-reward-title">{reward.title}</View>
      </View>
      <View className="redeem-sum">
        <View className="redeem-row">
          <Text>使用积分</Text>
          <Text className="redeem-cost figures">−{countText(reward.pricePoints)}</Text>
        </View>
        <View className="redeem-row">
          <Text>兑换后剩余</Text>
          <Text className="figures">{countText(list.balancePoints - reward.pricePoints)}</Text>
        </View>
      </View>
      {refused ? (
        <View className="redeem-refused" role="alert">
          {refused.message}
        </View>
      ) : (
        <View className="redeem-note">兑换后凭提货码到店领取，取货前可随时取消，积分原样退回</View>
      )}
      <BigButton className="redeem-confirm" busy={sending} onTap={confirm}>
        {refused ? '再试一次' : '确认兑换'}
      </BigButton>
      <View className="redeem-cancel" hoverClass="touched" onClick={onClose}>
        再想想
      </View>
    </>
  )
}

interface RedeemedProps {
  answer: OutputAt<'mall.redeem'>
  onClose(): void
}

function Redeemed({ answer, onClose }: RedeemedProps): ReactNode {
  const { redemptionId, rewardTitle, pickupCode, expiresOn, balancePoints } = answer
  const show = () => {
    onClose()
    open(routes.redemption, { redemptionId })
  }
  return (
    <View className="redeem-done" data-pickup={pickupCode}>
      <View className="redeem-seal">
        <Icon name="check" size={72} />
      </View>
      <View className="redeem-done-title">{rewardTitle}</View>
      <View className="redeem-code figures">{inGroups(pickupCode).join(' ')}</View>
      <View className="redeem-note">
        {dayText(expiresOn)}前到店出示提货码 · 剩余 {countText(balancePoints)} 积分
      </View>
      <BigButton className="redeem-show" onTap={show}>
        查看提货码
      </BigButton>
      <View className="redeem-cancel" hoverClass="touched" onClick={onClose}>
        继续逛逛
      </View>
    </View>
  )
}
