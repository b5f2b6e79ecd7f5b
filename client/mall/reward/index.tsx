import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Notice } from '../../page-state'

export default function RewardPage(): ReactNode {
  return (
    <View className="page">
      <Notice icon="gift" title="礼品详情" text="正在布置,马上就好" />
    </View>
  )
}
