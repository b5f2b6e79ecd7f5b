import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, shortYuan } from '../../format'
import { open, routes } from '../../routes'

/** For somebody who has not joined: what waits for her, and the one way to it. */
export function VisitorCard({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { shop, pack } = home
  return (
    <View className="hero visitor">
      <View className="visitor-shop one-line">{shop.name}</View>
      <View className="visitor-slogan">{shop.slogan}</View>
      <View className="visitor-gifts">
        {pack.points > 0 && (
          <View className="visitor-gift">
            <Text className="visitor-figure figures">{countText(pack.points)}</Text>
            <Text className="visitor-unit">入会积分</Text>
          </View>
        )}
        {pack.coupon && (
          <View className="visitor-gift">
            <Text className="visitor-figure figures">
              {pack.coupon.face.startsWith('¥') && <Text className="visitor-yuan">¥</Text>}
              {pack.coupon.face.replace('¥', '')}
            </Text>
            <Text className="visitor-unit">满{shortYuan(pack.coupon.thresholdFen)}元可用</Text>
          </View>
        )}
      </View>
      <View
        className="hero-code home-join"
        role="button"
        onClick={() => open(routes.join)}
        hoverClass="hero-code-touched"
      >
        立即入会领礼包
      </View>
      <View className="visitor-note">免费入会，不用手机号</View>
    </View>
  )
}
