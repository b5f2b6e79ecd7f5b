import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, dayText, unreadText } from '../../format'
import { PageState } from '../../page-state'
import { Avatar } from '../../parts/avatar'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Page } from '../../parts/page'
import { LinkRow } from '../../parts/row'
import { open, type Route, routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import './index.scss'
import { loadRoles, rolesStore } from '../../session/roles.store'
import { LargeText } from './large-text'

type Home = OutputAt<'members.home'>

/** Who I am here, what is mine, and the door behind the counter for those who serve. */
export default function MeTab(): ReactNode {
  const shown = useStore(homeStore)
  useDidShow(() => {
    refresh()
  })
  usePullDownRefresh(() => {
    refresh().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page className="me">
      <PageState shown={shown} skeleton={<MeBones />} onRetry={refresh}>
        {(home) => (
          <>
            {home.member ? <MemberHead member={home.member} /> : <VisitorHead />}
            {home.member && <Belongings home={home} />}
            <StaffDoors />
            <LargeText />
          </>
        )}
      </PageState>
    </Page>
  )
}

async function refresh(): Promise<void> {
  await Promise.all([loadHome(), loadRoles()])
}

function MemberHead({ member }: { member: NonNullable<Home['member']> }): ReactNode {
  return (
    <View
      className="card me-head open-profile"
      onClick={() => open(routes.profile)}
      hoverClass="touched"
    >
      <Avatar avatar={member.avatar} size="large" />
      <View className="me-names">
        <View className="me-name">{member.nickname}</View>
        <View className="soft figures">{dayText(member.joinedOn)}入会</View>
      </View>
      <Icon name="arrow" size={40} />
    </View>
  )
}

function VisitorHead(): ReactNode {
  return (
    <View className="card me-visitor">
      <Avatar avatar="preset:cloud" size="large" />
      <View className="me-name">还不是会员</View>
      <View className="soft">免费入会，领新人礼包，消费就能积分</View>
      <BigButton className="me-join" onTap={() => open(routes.join)}>
        立即入会
      </BigButton>
    </View>
  )
}

interface Own {
  /** For walks: `me-row-<name>`. */
  readonly name: string
  readonly icon: string
  readonly title: string
  readonly route: Route
  /** What waits behind it, if anything does. */
  note?(home: Home): string
}

/** What is a member's own, as the page lists it: a new page is one row here. */
function tierNote({ tier }: OutputAt<'members.home'>): string {
  return tier?.title ?? ''
}

const belongings: readonly Own[] = [
  {
    name: 'inbox',
    icon: 'message',
    title: '消息',
    route: routes.inbox,
    note: ({ unreadCount }) => (unreadCount > 0 ? unreadText(unreadCount) : ''),
  },
  {
    name: 'points',
    icon: 'points',
    title: '积分明细',
    route: routes.points,
    note: ({ balancePoints }) => countText(balancePoints),
  },
  {
    name: 'wallet',
    icon: 'coupon',
    title: '优惠券',
    route: routes.wallet,
    note: ({ usableCouponCount: count }) => (count > 0 ? `${count} 张可用` : ''),
  },
  {
    name: 'gifts',
    icon: 'gift',
    title: '我的礼物',
    route: routes.waitingGifts,
    note: ({ gifts }) => (gifts.length > 0 ? `${gifts.length} 份可领` : ''),
  },
  {
    name: 'checkin',
    icon: 'seal',
    title: '每日签到',
    route: routes.checkIn,
    note: ({ checkIn }) =>
      checkIn && checkIn.streakDays > 0 ? `连续 ${checkIn.streakDays} 天` : '',
  },
  { name: 'tiers', icon: 'seal', title: '会员等级', route: routes.tiers, note: tierNote },
  { name: 'stamps', icon: 'gift', title: '集章卡', route: routes.stampCard },
  { name: 'invite', icon: 'member', title: '邀请邻居', route: routes.invite },
  {
    name: 'redemptions',
    icon: 'pickup',
    title: '我的兑换',
    route: routes.redemptions,
    note: ({ waitingPickupCount: count }) => (count > 0 ? `${count} 件待取` : ''),
  },
  { name: 'list-pickups', icon: 'lists', title: '接龙自提', route: routes.listPickups },
  { name: 'purchases', icon: 'store', title: '我的消费', route: routes.purchases },
  { name: 'opening', icon: 'points', title: '老会员积分', route: routes.opening },
  { name: 'profile', icon: 'member', title: '个人资料', route: routes.profile },
]

function Belongings({ home }: { home: Home }): ReactNode {
  return (
    <View className="card rows me-rows">
      {belongings.map(({ name, icon, title, route, note }) => (
        <LinkRow
          key={name}
          className={`me-row-${name}`}
          icon={icon}
          title={title}
          note={note?.(home) ?? ''}
          onOpen={() => open(route)}
        />
      ))}
    </View>
  )
}

/** A shopper never sees them; the server decides again at every step behind them. */
function StaffDoors(): ReactNode {
  const roles = useStore(rolesStore, (state) => state.data)
  if (!roles || !(roles.isStaff || roles.communityOwner || roles.awaitsOwner)) return null
  return (
    <View className="card rows me-rows">
      {roles.awaitsOwner && (
        <LinkRow
          className="me-row-set-up"
          icon="store"
          title="开店"
          note="店主凭开店码开始"
          onOpen={() => open(routes.setUp)}
        />
      )}
      {roles.isStaff && (
        <LinkRow
          className="me-row-staff"
          icon="staff"
          title="店员工作台"
          note={roles.stores.map((store) => store.name).join('、')}
          onOpen={() => open(routes.scan)}
        />
      )}
      {roles.communityOwner && (
        <LinkRow
          className="me-row-community"
          icon="lists"
          title="团长工作台"
          note="社群与福利"
          onOpen={() => open(routes.communityDesk)}
        />
      )}
      {(roles.communityOwner || roles.isManager) && (
        <LinkRow
          className="me-row-list-desk"
          icon="lists"
          title="发起接龙"
          note="写一单、到货、收款"
          onOpen={() => open(routes.listDesk)}
        />
      )}
      {roles.isManager && (
        <LinkRow
          className="me-row-manager"
          icon="store"
          title="店长工作台"
          note="规则与账目"
          onOpen={() => open(routes.manager)}
        />
      )}
    </View>
  )
}

function MeBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bones shape="row" count={4} />
    </>
  )
}
