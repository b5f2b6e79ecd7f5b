import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, shortDay } from '../../format'
import { Icon } from '../../parts/icon'
import { PageLink } from '../../parts/page-link'
import { open, type Query, type Route, routes } from '../../routes'

type Home = OutputAt<'members.home'>

/** Stands on the home tab until the welcome pack is claimed. */
export function PackCard({ pack }: { pack: Home['pack'] }): ReactNode {
  return <Card gift={{ ...pack, title: '新人礼包' }} className="open-pack" query={{}} />
}

/** More of them would push the way to the code out of sight. */
const MOST_CARDS = 2

/** The same for other gifts that she may claim now: what ends first, and a way to the rest. */
export function WaitingCards({ gifts }: { gifts: Home['gifts'] }): ReactNode {
  const rest = gifts.length - MOST_CARDS
  return (
    <>
      {gifts.slice(0, MOST_CARDS).map((gift) => (
        <GiftCard key={gift.giftId} gift={gift} />
      ))}
      {rest > 0 && (
        <PageLink className="more-gifts" to={routes.waitingGifts}>
          {`还有 ${rest} 份礼物等您领`}
        </PageLink>
      )}
    </>
  )
}

function GiftCard({ gift }: { gift: Home['gifts'][number] }): ReactNode {
  const { giftId, scene, title, points, claimUntilOn: claimableUntilOn } = gift
  const shown = { title, points, coupon: null, claimableUntilOn }
  // Who was away is asked what kept her, which the pack has no room for.
  if (scene === 'wakeUp') {
    return <Card gift={shown} className="open-gift" to={routes.waitingGifts} query={{}} />
  }
  return <Card gift={shown} className="open-gift" query={{ giftId }} />
}

interface Offered extends Pick<Home['pack'], 'points' | 'coupon' | 'claimableUntilOn'> {
  title: string
}

interface CardProps {
  gift: Offered
  className: string
  to?: Route
  query: Query
}

function Card({ gift, className, to = routes.pack, query }: CardProps): ReactNode {
  return (
    <View
      className={`pack-card ${className}`}
      role="button"
      onClick={() => open(to, query)}
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
