import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { dayText, inGroups } from '../../format'
import { QrPicture } from '../../parts/code-picture'
import type { RedemptionCard } from '../redemptions.store'

/** What the member shows at the counter: the code as a picture and as digits to read aloud. */
export function PickupTicket({ redemption }: { redemption: RedemptionCard }): ReactNode {
  const { pickupCode, expiresOn } = redemption
  return (
    <View className="pickup-ticket" data-pickup={pickupCode}>
      <View className="pickup-head">请向店员出示自提码</View>
      <View className="pickup-qr">
        <QrPicture text={pickupCode} label="自提码" />
      </View>
      <View
        className="pickup-digits figures"
        hoverClass="touched"
        aria-label={`自提码 ${pickupCode}，点按复制`}
        onClick={() => Taro.setClipboardData({ data: pickupCode })}
      >
        {inGroups(pickupCode).join(' ')}
      </View>
      <View className="pickup-tear" />
      <View className="pickup-until figures">{dayText(expiresOn)}前有效，只能用一次</View>
    </View>
  )
}
