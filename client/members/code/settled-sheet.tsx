import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { settledStore } from '../code.store'

/** Rises on the shopper's phone as soon as staff have booked her purchase. */
export function SettledSheet(): ReactNode {
  const { settled, dismiss } = useStore(settledStore)
  if (!settled) return null
  return (
    <Sheet open title="结账成功" onClose={dismiss}>
      <View className="settled-sheet">
        <Text className="settled-arrived figures">+{countText(settled.earnedPoints)}</Text>
        <Text className="settled-arrived-unit">积分已到账</Text>
        <View className="settled-row">
          <Text className="soft">实付</Text>
          <Text className="figures">¥{yuanText(settled.paidFen)}</Text>
        </View>
        <View className="settled-row">
          <Text className="soft">门店</Text>
          <Text>{settled.storeName}</Text>
        </View>
      </View>
      <BigButton className="settled-done" onTap={dismiss}>
        好的
      </BigButton>
    </Sheet>
  )
}
