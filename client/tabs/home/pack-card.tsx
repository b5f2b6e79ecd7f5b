import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, shortDay, shortYuan } from '../../format'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'

type Pack = OutputAt<'members.home'>['pack']

/** Stands on the home tab until the welcome pack is claimed. */
export function PackCard({ pack }: { pack: Pack }): ReactNode {
  return (
    <View
      className="pack-card open-pack"
      role="button"
      onClick={() => open(routes.pack)}
      hoverClass="touched"
    >
      <View className="pack-seal">
        <Icon name="gift" size={56} />
      </View>
      <View className="pack-words">
        <View className="pack-title one-line">新人礼包等您领取</View>
        <View className="soft">{contentsOf(pack)}</View>
        {pack.claimableUntilOn && (
          <View className="soft">领取截至{shortDay(pack.claimableUntilOn)}</View>
        )}
      </View>
      <View className="pack-go">领取</View>
    </View>
  )
}

function contentsOf(pack: Pack): string {
  const parts = pack.points > 0 ? [`${countText(pack.points)} 积分`] : []
  const { coupon } = pack
  if (coupon) parts.push(`满${shortYuan(coupon.thresholdFen)}减${shortYuan(coupon.faceFen)}元券`)
  return parts.join(' + ')
}
