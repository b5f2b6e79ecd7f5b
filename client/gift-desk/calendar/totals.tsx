import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText } from '../../format'
import type { Rehearsal, RehearsedGrant } from '../rehearsal.store'
import { aboutYuan, couponsText, grantCountOf } from '../rehearsal-words'

interface TotalsProps {
  rehearsal: Rehearsal
  grants: readonly RehearsedGrant[]
  /** No further page: what is counted from them is all of it. */
  isWhole: boolean
}

/** What these days come to, before any single gift. */
export function Totals({ rehearsal, grants, isWhole }: TotalsProps): ReactNode {
  const { costPoints, costFen, reachableCount, isAtMost } = rehearsal
  const most = isAtMost ? '最多 ' : ''
  return (
    <View className="card gift-totals">
      <View className="gift-totals-head figures">
        {most}
        <View className="gift-totals-count">{countText(grantCountOf(rehearsal))}</View>
        份礼，约 {aboutYuan(costFen)}
      </View>
      <View className="gift-totals-parts figures">
        <Part label="积分" value={`${most}${countText(costPoints)}`} />
        <Part label="优惠券" value={couponsText(grants, isWhole)} />
        <Part label="微信能通知" value={`${most}${countText(reachableCount)} 人`} />
      </View>
      <View className="soft">
        {isAtMost
          ? '会员很多，这里按人数估最大值；实际会扣掉不符合、同日重复和超出预算的'
          : '收不到微信通知的人，打开小程序在消息里能看到'}
      </View>
    </View>
  )
}

function Part({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="gift-totals-part">
      <View className="gift-totals-value">{value}</View>
      <View className="soft">{label}</View>
    </View>
  )
}
