import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './chips.scss'

export interface Chip<V extends string> {
  readonly value: V
  readonly label: string
}

interface ChipsProps<V extends string> {
  /** A stable name for walks: `time` makes `time-chips` and `time-chip-<value>`. */
  name: string
  label: string
  chips: readonly Chip<V>[]
  chosen: readonly V[]
  /** Several may be on at once, e.g. days of the week. */
  several?: boolean
  onTap(value: V): void
}

/** Short answers to choose from, as many to a line as there is room for. */
export function Chips<V extends string>(props: ChipsProps<V>): ReactNode {
  const { name, label, chips, chosen, several = false, onTap } = props
  return (
    <View
      className={`chips ${name}-chips`}
      role={several ? 'group' : 'radiogroup'}
      aria-label={label}
    >
      {chips.map(({ value, label: words }) => {
        const isOn = chosen.includes(value)
        return (
          <View
            key={value}
            className={`chip ${name}-chip-${value} ${isOn ? 'chip-on' : ''}`}
            hoverClass="touched"
            role={several ? 'checkbox' : 'radio'}
            aria-checked={isOn}
            onClick={() => onTap(value)}
          >
            {words}
          </View>
        )
      })}
    </View>
  )
}
