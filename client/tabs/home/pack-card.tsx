import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, shortDay } from '../../format'
import { Icon } from '../../parts/icon'
import { open, type Query, routes } from '../../routes'

type Home = OutputAt<'members.home'>

/** Stands on the home tab until the welcome pack is claimed. */
export function PackCard({ pack }: { pack: Home['pack'] }): ReactNode {
  return <Card gift={{ ...pack, title: '新人礼包' }} className="open-pack" query={{}} />
}

/** The same for any other gift that she may claim now. */
export function GiftCard({ gift }: { gift: Home['gifts'][number] }): ReactNode {
  const { giftId, title, points, claimUntilOn: claimableUntilOn } = gift
  const shown = { title, points, coupon: null, claimableUntilOn }
  return <Card gift={shown} className="open-gift" query={{ giftId }} />
}

interface Offered extends Pick<Home['pack'], 'points' | 'coupon' | 'claimableUntilOn'> {
  title: string
}

function Card(props: { gift: Offered; className: string; query: Query }): ReactNode {
  const { gift, className, query } = props
  return (
    <View
      className={`pack-card ${className}`}
      role="button"
      onClick={() => open(routes.pack, query)}
      hoverClass="touched"
    >
      <View className="pack-seal">
        <Icon name="gift" size={56} />
      </View>
      <View className="pack-words">
        <View className="pack-title one-line">{gift.title}等您领取</View>
        <View className="soft">{contentsOf(gift)}</View>
        {gift.claimableUntilOn && (
          <View className="soft">领取截至{shortDay(gift.claimableUntilOn)}</View>
        )}
      </View>
      <View className="pack-go">领取</View>
    </View>
  )
}

function contentsOf({ points, coupon }: Offered): string {
  const parts = points > 0 ? [`${countText(points)} 积分`] : []
  if (coupon) parts.push(`${coupon.sentence}券`)
  return parts.join(' + ') || '一份心意'
}
