import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'
import { checkInNow, checkInStore } from '../../session/checkin.store'
import './tiles.scss'

/** The three ways on from home; the first checks in by the tap itself. */
export function Tiles({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { usableCouponCount, waitingPickupCount } = home
  return (
    <View className="tiles">
      <CheckInTile checkIn={home.checkIn} />
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
    </View>
  )
}

/** One tap checks in; from then on the tile leads to the month. A "no" is told there. */
function CheckInTile({ checkIn }: Pick<OutputAt<'members.home'>, 'checkIn'>): ReactNode {
  const { sending } = useStore(checkInStore)
  if (!checkIn) return <Tile name="checkin" icon="seal" title="签到" note="暂未开放" />
  const { checkedIn, streakDays, nextPoints } = checkIn
  const press = async () => {
    if (checkedIn) open(routes.checkIn)
    else if (!sending && !(await checkInNow())) open(routes.checkIn)
  }
  return (
    <Tile
      name="checkin"
      isDone={checkedIn}
      icon="seal"
      title={checkedIn ? '已签到' : '签到'}
      note={checkedIn ? `连续 ${streakDays} 天` : `得 ${nextPoints} 积分`}
      onTap={press}
    />
  )
}

interface TileProps {
  name: string
  icon: string
  title: string
  note: string
  /** Nothing is left to do there today. */
  isDone?: boolean
  /** Absent: not open yet. */
  onTap?(): void
}

function Tile({ name, icon, title, note, isDone, onTap }: TileProps): ReactNode {
  return (
    <View
      className={`tile tile-${name}${onTap ? '' : ' tile-closed'}${isDone ? ' tile-done' : ''}`}
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
