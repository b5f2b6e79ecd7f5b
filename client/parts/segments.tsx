import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './segments.scss'

/** No view can be called so: theirs begin with `segment-`. */
const CHOSEN = 'segments-chosen'

interface SegmentsProps<V extends string> {
  choices: readonly { value: V; label: string }[]
  chosen: V
  onChoose(value: V): void
  /** A stable name for walks, e.g. `mall-filter`. */
  className?: string
}

/** Two or three views of one list, one of them chosen. */
export function Segments<V extends string>(props: SegmentsProps<V>): ReactNode {
  const { choices, chosen, onChoose, className = '' } = props
  return (
    <View className={`segments ${className}`} role="tablist">
      {choices.map(({ value, label }) => (
        <View
          key={value}
          className={`segment segment-${value} ${value === chosen ? CHOSEN : ''}`}
          hoverClass="touched"
          role="tab"
          aria-selected={value === chosen}
          onClick={() => onChoose(value)}
        >
          {label}
        </View>
      ))}
    </View>
  )
}
