import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, sentenceText } from '../../format'
import type { RewardList } from '../../mall/mall.store'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'

/** What there is to spend, and the way to what was redeemed; a visitor is asked in. */
export function MallHead({ list }: { list: RewardList }): ReactNode {
  if (!list.isMember) return <VisitorHead rate={list.earn.rate} />
  return (
    <View className="mall-head">
      <View className="mall-balance" hoverClass="touched" onClick={() => open(routes.points)}>
        <View className="soft">可用积分</View>
        <View className="mall-points figures">{countText(list.balancePoints)}</View>
      </View>
      <View
        className="mall-redemptions"
        hoverClass="touched"
        role="button"
        onClick={() => open(routes.redemptions)}
      >
        <Icon name="pickup" size={40} />
        <Text className="mall-redemptions-label">我的兑换</Text>
        <Icon name="arrow" size={32} />
      </View>
    </View>
  )
}

function VisitorHead({ rate }: { rate: string }): ReactNode {
  return (
    <View className="mall-head">
      <View className="mall-balance">
        <View className="mall-invitation">入会即可攒积分换礼</View>
        <View className="soft">{sentenceText(`到店${rate}，礼包先送到手`)}</View>
      </View>
      <View
        className="mall-redemptions mall-join"
        hoverClass="touched"
        role="button"
        onClick={() => open(routes.join)}
      >
        <Text className="mall-redemptions-label">去入会</Text>
        <Icon name="arrow" size={32} />
      </View>
    </View>
  )
}
