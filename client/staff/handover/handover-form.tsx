import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { dayText, inGroups, momentText } from '../../format'
import { BigButton } from '../../parts/button'
import { RewardPicture } from '../../parts/reward-picture'
import { deskStore } from '../../session/desk.store'
import { tillStore } from '../../session/till.store'
import { handoverStore } from '../handover.store'

type Found = Extract<OutputAt<'mall.findPickup'>, { what: 'redemption' }>

/** What to fetch from the shelf and for whom; the code works once, so it is asked once. */
export function HandoverForm({ pickup }: { pickup: Found }): ReactNode {
  const { sending, send } = useStore(handoverStore)
  const { pickupCode, rewardTitle, maskedName } = pickup
  const confirm = async () => {
    await send()
    if (!handoverStore.getState().answer) return
    tillStore.getState().dropPickup(pickupCode)
    deskStore
      .getState()
      .remember({ key: pickupCode, title: maskedName, text: `已自提 ${rewardTitle}` })
  }
  return (
    <>
      <View className="card handover-card">
        <RewardPicture picture={pickup.picture} size="large" />
        <View className="handover-title">{rewardTitle}</View>
        <Line label="会员" value={maskedName} />
        <Line label="自提码" value={inGroups(pickupCode).join(' ')} />
        <Line label="兑换时间" value={momentText(pickup.redeemedAt)} />
        <Line label="有效期至" value={dayText(pickup.expiresOn)} />
      </View>
      <View className="handover-note">确认后自提码立即失效</View>
      <BigButton className="handover-confirm" busy={sending} onTap={confirm}>
        已把礼品交给会员
      </BigButton>
    </>
  )
}

export function Line({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="handover-line figures">
      <Text className="handover-label">{label}</Text>
      <Text>{value}</Text>
    </View>
  )
}
