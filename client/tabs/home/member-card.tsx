import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { serverNow } from '../../clock'
import { countText, greeting, sentenceText, shortDay } from '../../format'
import { Avatar } from '../../parts/avatar'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'
import { Balance } from './balance'

type Home = OutputAt<'members.home'>

interface MemberCardProps {
  home: Home
  member: NonNullable<Home['member']>
}

/** The hero: the member, her points in large figures, and her code one tap away. */
export function MemberCard({ home, member }: MemberCardProps): ReactNode {
  return (
    <View className="hero">
      <View className="hero-head" onClick={() => open(routes.profile)}>
        <Avatar avatar={member.avatar} />
        <View className="hero-names">
          <View className="hero-name one-line">{member.nickname}</View>
          <View className="hero-greeting one-line">
            {greeting(serverNow())}，{home.shop.name}欢迎您
          </View>
        </View>
      </View>
      {home.tier && (
        <View
          className="hero-tier home-tier"
          role="button"
          hoverClass="touched"
          onClick={() => open(routes.tiers)}
        >
          {home.tier.title}
          <Icon name="arrow" size={32} />
        </View>
      )}
      <View className="hero-points" onClick={() => open(routes.points)} hoverClass="touched">
        <View className="hero-label">
          可用积分
          <Icon name="arrow" size={32} />
        </View>
        <Balance points={home.balancePoints} />
        <PointsNote home={home} />
      </View>
      <View
        className="hero-code open-code"
        role="button"
        onClick={() => open(routes.code)}
        hoverClass="hero-code-touched"
      >
        <Icon name="code" size={48} />
        <Text>出示会员码</Text>
      </View>
    </View>
  )
}

function PointsNote({ home }: { home: Home }): ReactNode {
  const { debtPoints, expiringSoon, earn } = home
  if (debtPoints > 0) {
    return (
      <View className="hero-note">欠 {countText(debtPoints)} 积分，之后获得的积分会先抵扣</View>
    )
  }
  if (!expiringSoon) {
    return <View className="hero-note">{sentenceText(`${earn.rate}，${earn.terms}`)}</View>
  }
  return (
    <View className="hero-note">
      {countText(expiringSoon.points)} 积分将于{shortDay(expiringSoon.expiresOn)}到期
    </View>
  )
}
