import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './tick-box.scss'

/** A round box with a tick or without; the line that it stands in is what is tapped and read. */
export function TickBox({ ticked }: { ticked: boolean }): ReactNode {
  return <View className={`tick-box${ticked ? ' tick-box-ticked' : ''}`} />
}
