import { Button, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { routes } from '../../routes'
import {
  offerCoupon,
  offerStore,
  openCouponStore,
  type WalletCoupon,
  walletStore,
  withdrawOffer,
  withdrawStore,
} from '../coupons.store'

/** Says what giving it means before it is done: once, to one friend, back after a day. */
export function GiveAway({ coupon }: { coupon: WalletCoupon }): ReactNode {
  const { sending, refused } = useStore(offerStore)
  return (
    <View className="coupon-second">
      <View className="coupon-rule">
        只能送一次，一位朋友领取；24 小时内没人领，就回到您的卡包。期间您不能使用它
      </View>
      <Refused className="offer-refused" message={refused?.message} />
      <BigButton
        className="offer-confirm"
        busy={sending}
        onTap={() => offerCoupon(coupon.couponId)}
      >
        {refused ? '再试一次' : '确认送出'}
      </BigButton>
    </View>
  )
}

interface OfferedProps {
  coupon: WalletCoupon
  offerId: string
}

/** The link goes to a friend by WeChat, in a browser as text; it may return until it is taken. */
export function Offered({ coupon, offerId }: OfferedProps): ReactNode {
  const { sending, refused } = useStore(withdrawStore)
  return (
    <View className="coupon-offered">
      <View className="coupon-rule">发给一位朋友，谁先点开领取就归谁</View>
      {process.env.TARO_ENV === 'h5' ? (
        <BigButton className="offer-copy" onTap={() => copyLink(offerId)}>
          复制赠送链接
        </BigButton>
      ) : (
        <Button className="big-button big-button-main offer-share" openType="share">
          发给微信好友
        </Button>
      )}
      <Refused className="withdraw-refused" message={refused?.message} />
      <View className="coupon-second">
        <BigButton
          className="offer-withdraw"
          tone="quiet"
          busy={sending}
          onTap={() => withdrawOffer(offerId)}
        >
          撤回“{coupon.title}”
        </BigButton>
      </View>
    </View>
  )
}

/** What WeChat's share card leads to: the offer that is open, else this shop. */
export function sharedCoupon(): { title: string; path: string } {
  const { couponId } = openCouponStore.getState()
  const coupons = walletStore.getState().data?.coupons ?? []
  const coupon = coupons.find((each) => each.couponId === couponId)
  if (!coupon?.offerId) return { title: '惠邻会员', path: routes.home }
  return { title: `送您一张“${coupon.title}”`, path: pathOf(coupon.offerId) }
}

function pathOf(offerId: string): string {
  return `${routes.received}?offerId=${encodeURIComponent(offerId)}`
}

function copyLink(offerId: string): void {
  const [page = ''] = window.location.href.split('#')
  // Whose phone this is belongs to nobody else's link.
  const data = `${page.replace(/[?&](as|groupEntry)=[\w-]*/g, '')}#${pathOf(offerId)}`
  Taro.setClipboardData({ data })
}
