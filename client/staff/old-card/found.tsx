import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, dayText } from '../../format'
import { BigButton } from '../../parts/button'

interface FoundProps {
  found: OutputAt<'openings.openingAtDesk'>
  busy: boolean
  onClaim(): void
}

/** What she would receive, before anything is booked. */
export function Found({ found, busy, onClaim }: FoundProps): ReactNode {
  return (
    <>
      <View className="card old-card-found">
        <View className="soft">旧卡上有</View>
        <OldPoints of={found} />
        <View className="old-card-balance figures">
          转入后可用 {countText(found.balancePoints)} 积分
        </View>
      </View>
      <BigButton className="old-card-claim" busy={busy} onTap={onClaim}>
        确认转入 {countText(found.points)} 积分
      </BigButton>
    </>
  )
}

type Points = Pick<
  OutputAt<'openings.openingAtDesk'>,
  'points' | 'lots' | 'expiredPoints' | 'debtRepaidPoints'
>

/** The points with their dates, what ran out meanwhile, what goes into a debt. */
export function OldPoints({ of }: { of: Points }): ReactNode {
  const { points, lots, expiredPoints, debtRepaidPoints } = of
  return (
    <>
      <View className="old-card-sum figures">+{countText(points)}</View>
      {lots.map((lot) => (
        <View key={lot.expiresOn} className="old-card-lot figures">
          {countText(lot.points)} 积分，可用到 {dayText(lot.expiresOn)}
        </View>
      ))}
      {expiredPoints > 0 && (
        <View className="soft">另有 {countText(expiredPoints)} 积分已经到期，不再转入</View>
      )}
      {debtRepaidPoints > 0 && (
        <View className="soft">其中 {countText(debtRepaidPoints)} 积分先补上欠积分</View>
      )}
    </>
  )
}
