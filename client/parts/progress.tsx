import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './progress.scss'

/** How far something has come, in hundredths; the words beside it say the same. */
export function Progress({ share }: { share: number }): ReactNode {
  return (
    <View className="progress" aria-hidden>
      <View className="progress-done" style={{ width: `${share}%` }} />
    </View>
  )
}
