import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Notice } from '../../page-state'

export default function HistoryPage(): ReactNode {
  return (
    <View className="page">
      <Notice icon="gift" title="积分明细" text="正在布置,马上就好" />
    </View>
  )
}
