import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Bone } from '../../parts/bone'

const places = ['a', 'b', 'c', 'd', 'e', 'f']

export function MallSkeleton(): ReactNode {
  return (
    <>
      <Bone shape="row" />
      <Bone shape="row" />
      <View className="mall-grid">
        {places.map((place) => (
          <View key={place} className="reward-tile-bone bone" />
        ))}
      </View>
    </>
  )
}
