import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { payFor, RedemptionPay } from '../redemption-pay'
import { loadUntil, type RedemptionCard } from '../redemptions.store'

interface UnpaidCardProps {
  redemption: RedemptionCard
  /** Until when, and how much. */
  note: string
}

/** What was redeemed and waits for its money: until when, and the way to pay. */
export function UnpaidCard({ redemption, note }: UnpaidCardProps): ReactNode {
  const reload = () => {
    loadUntil(redemption.redemptionId)
  }
  return (
    <View className="card redemption-closed redemption-unpaid">
      <View className="redemption-closed-seal">
        <Icon name="pickup" size={72} />
      </View>
      <View className="redemption-closed-label">待付款</View>
      <View className="soft figures">{note}，过时自动取消，积分退回</View>
      <BigButton className="redemption-pay" onTap={() => payFor(redemption)}>
        去付款
      </BigButton>
      <RedemptionPay redemption={redemption} isHere onClose={reload} />
    </View>
  )
}
