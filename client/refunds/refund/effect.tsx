import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, yuanText } from '../../format'
import { type RefundShown, rowsOf } from '../refund-rows'

interface EffectProps {
  title: string
  shown: RefundShown
}

/** Everything that a refund does: money, points by lot, debt, coupon, and what she has after. */
export function Effect({ title, shown }: EffectProps): ReactNode {
  const { moneyFen, balancePoints, debtPoints } = shown
  return (
    <View className="card refund-effect">
      <View className="card-title">{title}</View>
      <View className="refund-money figures">
        <Text className="refund-money-words">退给会员</Text>
        <Text className="refund-money-figure">¥{yuanText(moneyFen)}</Text>
      </View>
      {rowsOf(shown).map(({ label, value, tone }) => (
        <View key={label} className="refund-row figures">
          <Text className="refund-row-label">{label}</Text>
          <Text className={`refund-row-value refund-${tone}`}>{value}</Text>
        </View>
      ))}
      <View className="refund-row refund-after figures">
        <Text className="refund-row-label">之后可用积分</Text>
        <Text className="refund-row-value">{countText(balancePoints)}</Text>
      </View>
      {debtPoints > 0 && (
        <View className="refund-row figures">
          <Text className="refund-row-label">之后还欠，以后获得的先补上</Text>
          <Text className="refund-row-value refund-loss">{countText(debtPoints)}</Text>
        </View>
      )}
    </View>
  )
}
