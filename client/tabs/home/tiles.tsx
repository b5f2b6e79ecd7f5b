import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'

/** The three ways on from home. Check-in is announced, not faked. */
export function Tiles({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { usableCouponCount, waitingPickupCount } = home
  return (
    <View className="tiles">
      <Tile
        name="coupons"
        icon="coupon"
        title="优惠券"
        note={usableCouponCount > 0 ? `${usableCouponCount} 张可用` : '暂无可用'}
        onTap={() => open(routes.wallet)}
      />
      <Tile
        name="pickups"
        icon="pickup"
        title="我的兑换"
        note={waitingPickupCount > 0 ? `${waitingPickupCount} 件待取` : '去看看'}
        onTap={() => open(routes.redemptions)}
      />
      <Tile name="checkin" icon="seal" title="签到" note="即将开放" />
    </View>
  )
}

interface TileProps {
  name: string
  icon: string
  title: string
  note: string
  /** Absent: not open yet. */
  onTap?(): void
}

function Tile({ name, icon, title, note, onTap }: TileProps): ReactNode {
  return (
    <View
      className={`tile tile-${name}${onTap ? '' : ' tile-closed'}`}
      role="button"
      aria-disabled={!onTap}
      onClick={() => onTap?.()}
      hoverClass={onTap ? 'touched' : 'none'}
    >
      <Icon name={icon} size={56} />
      <Text className="tile-title">{title}</Text>
      <Text className="tile-note figures">{note}</Text>
    </View>
  )
}
