import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, shortDay, yuanText } from '../../format'
import { Line } from '../../parts/line'
import type { DayClosing } from '../closing.store'
import './cards.scss'

const SHOWN_LATE = 5

/** What our books have of the day: the one number that matters, and what it is made of. */
export function OurCard({ day }: { day: DayClosing }): ReactNode {
  const { sums, openDays } = day.ours
  return (
    <View className="card closing-ours">
      <View className="soft">会员实收 · {shortDay(day.businessOn)}</View>
      <View className="closing-sum figures">
        <Text className="closing-yen">¥</Text>
        {yuanText(sums.paidFen)}
      </View>
      <Line label="笔数" value={`${countText(sums.purchaseCount)} 笔`} />
      <Line label="退款" value={`${countText(sums.refundCount)} 笔 ¥${yuanText(sums.refundFen)}`} />
      <Line label="优惠券抵扣" value={`¥${yuanText(sums.couponFen)}`} />
      <Line label="积分抵扣" value={`¥${yuanText(sums.pointsFen)}`} />
      {openDays.length > 0 && (
        <View className="closing-hint">含没有日结的 {openDays.map(shortDay).join('、')}</View>
      )}
      <Late day={day} />
    </View>
  )
}

/** It came after its own day was signed, and says so. */
function Late({ day }: { day: DayClosing }): ReactNode {
  const { late, lateSums } = day.ours
  const count = lateSums.purchaseCount + lateSums.refundCount
  if (count === 0) return null
  return (
    <View className="closing-late">
      <View className="closing-late-title">其中 {count} 笔属于已经日结的日子，记在今天的账里</View>
      {late.slice(0, SHOWN_LATE).map((row) => (
        <View
          key={`${row.kind}/${row.on}/${row.receiptNo}/${row.amountFen}`}
          className="soft figures"
        >
          {shortDay(row.on)} {row.maskedName} {row.kind === 'refund' ? '退款' : '消费'} ¥
          {yuanText(row.amountFen)}
        </View>
      ))}
      {count > SHOWN_LATE && <View className="soft">还有 {count - SHOWN_LATE} 笔</View>}
    </View>
  )
}
