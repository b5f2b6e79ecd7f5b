import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText } from '../../format'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { open, routes } from '../../routes'
import type { ShownMember } from '../member.store'

/** What she can spend, what is coming or going; what is done with it has a page of its own. */
export function PointsCard({ member }: { member: ShownMember }): ReactNode {
  const { memberNumber, balancePoints, pendingPoints, debtPoints, expiring, frozen } = member
  return (
    <View className="card member-points">
      {frozen && (
        <View className="member-frozen" role="alert">
          {dayText(frozen.on)}起暂停使用，原因：{frozen.reason}
        </View>
      )}
      <View className="soft">可用积分</View>
      <View className="member-balance figures">{countText(balancePoints)}</View>
      {debtPoints > 0 && <Line label="欠积分" value={`${countText(debtPoints)} 分`} strong />}
      {pendingPoints > 0 && <Line label="待到账" value={`${countText(pendingPoints)} 分`} />}
      {expiring && (
        <Line
          label={`有效期至${dayText(expiring.expiresOn)}`}
          value={`${countText(expiring.points)} 分`}
        />
      )}
      <BigButton
        className="member-to-account"
        tone="quiet"
        onTap={() => open(routes.account, { memberNumber })}
      >
        积分明细、调整
      </BigButton>
    </View>
  )
}
