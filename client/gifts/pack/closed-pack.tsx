import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, shortDay } from '../../format'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { packStore } from '../gifts.store'

type Pack = OutputAt<'members.home'>['pack']

/** What is in the box, as home tells it. */
interface Closed extends Pick<Pack, 'points' | 'claimableUntilOn'> {
  headline: string
  coupon?: Pack['coupon']
  /** How often it is given, after the day until when. */
  often: string
}

/** The box before it is opened. A failed answer keeps the right to claim: the same tap again. */
export function ClosedPack({ pack }: { pack: Closed }): ReactNode {
  const { sending, refused } = useStore(packStore)
  const { headline, points, coupon, claimableUntilOn, often } = pack
  return (
    <View className="closed-pack">
      <View className="gift-box" aria-hidden>
        <View className="gift-lid" />
        <View className="gift-body" />
        <View className="gift-ribbon" />
        <View className="gift-bow gift-bow-left" />
        <View className="gift-bow gift-bow-right" />
      </View>
      <View className="pack-headline">{headline}</View>
      <View className="pack-inside figures">
        {points > 0 && <View>{countText(points)} 积分</View>}
        {coupon && <View>{coupon.sentence}优惠券一张</View>}
      </View>
      <Refused
        className="pack-refused"
        message={
          refused?.code === 'OFFLINE' ? '网络不太顺畅，礼包为您留着，请再试一次' : refused?.message
        }
      />
      <View className="pack-action">
        <BigButton className="pack-claim" busy={sending} onTap={() => packStore.getState().send()}>
          {refused ? '再试一次' : '一键领取'}
        </BigButton>
      </View>
      {claimableUntilOn && (
        <View className="soft">
          领取截至{shortDay(claimableUntilOn)}，{often}
        </View>
      )}
    </View>
  )
}
