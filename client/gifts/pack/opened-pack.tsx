import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, dayText } from '../../format'
import { BigButton } from '../../parts/button'
import { Reminder } from '../../parts/reminder'
import { Ticket } from '../../parts/ticket'
import { open, replaceWith, routes } from '../../routes'

/** The next gift, and that what is in this one will not lie there until it is void. */
const giftKeys = ['gift', 'expiry'] as const

/** What came out of the box, one after the other, each with its last day. */
export function OpenedPack({ opened }: { opened: OutputAt<'gifts.claim'> }): ReactNode {
  return (
    <View className="opened-pack">
      <View className="pack-headline">礼包已到账</View>
      {opened.points > 0 && (
        <View className="reveal reveal-points">
          <View className="points-coin" aria-hidden>
            积
          </View>
          <View className="reveal-words">
            <Text className="reveal-figure figures pack-points">+{countText(opened.points)}</Text>
            <View className="soft figures">有效至{dayText(opened.pointsExpireOn)}</View>
          </View>
          <View className="soft figures">现有 {countText(opened.balancePoints)} 积分</View>
        </View>
      )}
      {opened.coupons.map((coupon) => (
        <View className="reveal reveal-ticket" key={coupon.couponId}>
          <Ticket
            title={coupon.title}
            face={coupon.face}
            thresholdFen={coupon.thresholdFen}
            note={`有效至${dayText(coupon.expiresOn)}`}
            className="pack-coupon"
          />
        </View>
      ))}
      <View className="reveal reveal-rule soft">
        {opened.coupons.length > 0 && '结账时出示会员码，店员会帮您选用优惠券；'}
        积分可以在积分商城换礼品。
      </View>
      <Reminder keys={giftKeys} words="下次有礼、快到期时，微信提醒我" />
      <View className="pack-ways">
        <BigButton className="pack-use" onTap={() => replaceWith(routes.code)}>
          去使用
        </BigButton>
        <BigButton className="pack-mall" tone="quiet" onTap={() => open(routes.mallTab)}>
          逛逛积分商城
        </BigButton>
      </View>
    </View>
  )
}
