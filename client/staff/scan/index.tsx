import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Notice } from '../../page-state'

export default function ScanPage(): ReactNode {
  return (
    <View className="page">
      <Notice icon="gift" title="店员工作台" text="正在布置,马上就好" />
    </View>
  )
}
