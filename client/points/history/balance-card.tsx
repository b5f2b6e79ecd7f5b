import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { dayText, pointsText } from '../../format'
import type { History } from '../points.store'

const EXPIRIES_SHOWN_FIRST = 3

/** The balance, and all dates on which parts of it end. */
export function BalanceCard({ history }: { history: History }): ReactNode {
  const { balancePoints, debtPoints, pendingPoints } = history
  return (
    <View className="card balance-card">
      <View className="soft">可用积分</View>
      <View className="balance-points figures">{pointsText(balancePoints)}</View>
      {debtPoints > 0 && (
        <View className="balance-debt">
          退款时积分已用掉，欠 {pointsText(debtPoints)} 积分；之后获得的积分会先补上
        </View>
      )}
      {pendingPoints > 0 && (
        <View className="soft figures">另有 {pointsText(pendingPoints)} 积分待到账</View>
      )}
      <Expiries history={history} />
    </View>
  )
}

function Expiries({ history: { expiries } }: { history: History }): ReactNode {
  const [unfolded, setUnfolded] = useState(false)
  if (expiries.length === 0) return null
  const folded = !unfolded && expiries.length > EXPIRIES_SHOWN_FIRST
  return (
    <View className="expiries">
      {(folded ? expiries.slice(0, EXPIRIES_SHOWN_FIRST) : expiries).map((expiry) => (
        <View key={expiry.expiresOn} className="expiry figures">
          <Text className="expiry-on">{dayText(expiry.expiresOn)}到期</Text>
          <Text>{pointsText(expiry.points)} 分</Text>
        </View>
      ))}
      {folded && (
        <View
          className="expiries-all"
          hoverClass="touched"
          role="button"
          onClick={() => setUnfolded(true)}
        >
          查看全部 {expiries.length} 个到期日
        </View>
      )}
    </View>
  )
}
