import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './refused.scss'

interface RefusedProps {
  /** A stable name for walks, e.g. `merge-refused`. */
  className: string
  /** Null or absent: nothing was refused, nothing is shown. */
  message: string | null | undefined
}

/** A "no" where it happened: its sentence, above the button that asks again. */
export function Refused({ className, message }: RefusedProps): ReactNode {
  if (!message) return null
  return (
    <View className={`refused ${className}`} role="alert">
      {message}
    </View>
  )
}
