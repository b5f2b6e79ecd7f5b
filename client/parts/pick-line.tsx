import { Picker, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './pick-line.scss'

interface PickLineProps {
  /** A stable name for walks, e.g. `opens-date`. */
  name: string
  mode: 'date' | 'time'
  label: string
  /** `2026-03-31` or `20:00`; what is shown may be said in other words. */
  value: string
  shown?: string
  start?: string
  end?: string
  onChange(value: string): void
}

/** One line that opens the phone's own wheel of dates or times. */
export function PickLine(props: PickLineProps): ReactNode {
  const { name, mode, label, value, shown = value, start, end, onChange } = props
  return (
    <Picker
      mode={mode}
      value={value}
      {...(start ? { start } : {})}
      {...(end ? { end } : {})}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={`pick-line ${name}`}>
        <Text className="pick-label">{label}</Text>
        <Text className="pick-value figures">{shown || '请选择'}</Text>
        <Icon name="arrow" size={32} />
      </View>
    </Picker>
  )
}
