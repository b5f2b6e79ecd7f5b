import { worthFenOf } from '@shared/audit/liability'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText, yuanText } from '../../format'
import { Line } from '../../parts/line'
import type { LiabilityReport } from '../books.store'

/** Old members' points that nobody has claimed: in no account, so apart from all the rest. */
export function WaitingOpenings({ report }: { report: LiabilityReport }): ReactNode {
  const { waiting, todayOn, fenPerHundredPoints } = report
  const { points, phoneCount, isWhole } = waiting
  if (phoneCount === 0) return null
  const least = isWhole ? '' : '至少 '
  return (
    <View className="card liability-waiting">
      <View className="card-title">老会员待认领</View>
      <Line label="未认领的期初积分" value={`${least}${countText(points)} 分`} />
      <Line label="折合" value={`${least}¥${yuanText(worthFenOf(points, fenPerHundredPoints))}`} />
      <Line label="手机号" value={`${least}${countText(phoneCount)} 个`} />
      <View className="soft">
        截至{dayText(todayOn)}，到期的不算。还不在会员账户里，也不计入期末积分
      </View>
    </View>
  )
}
