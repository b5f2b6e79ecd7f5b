import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, yuanText } from '../../format'
import { Line } from '../../parts/line'
import type { DayClosing } from '../closing.store'
import './cards.scss'

/** What group-buy lists brought to this store that day: of no till, so nothing to count here. */
export function ListsCard({ lists }: { lists: DayClosing['lists'] }): ReactNode {
  const { purchaseCount, paidFen, refundCount, refundFen } = lists
  if (purchaseCount + refundCount === 0) return null
  return (
    <View className="card closing-lists">
      <View className="card-title">接龙</View>
      <Line label="实收" value={`${countText(purchaseCount)} 笔 ¥${yuanText(paidFen)}`} />
      {refundCount > 0 && (
        <Line label="退款" value={`${countText(refundCount)} 笔 ¥${yuanText(refundFen)}`} />
      )}
      <View className="closing-hint">不经过收银机，不算在上面的实收里，也不用核对</View>
    </View>
  )
}
