import { View } from '@tarojs/components'
import type { ReactElement, ReactNode } from 'react'
import './month-grid.scss'
import { weekdays, weeksOf } from './month-weeks'

interface MonthGridProps<D extends { readonly on: string }> {
  /** Days that follow one another, of one month or not. */
  days: readonly D[]
  /** What stands in a day's field. */
  children(day: D): ReactElement
}

/** The sheet of a wall calendar: weeks from Monday on, one field a day. */
export function MonthGrid<D extends { readonly on: string }>(props: MonthGridProps<D>): ReactNode {
  const { days, children } = props
  return (
    <View className="month-grid">
      <View className="month-week" aria-hidden>
        {weekdays.map((name) => (
          <View key={name} className="month-weekday">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(days).map((week) => (
        <View key={week.find((day) => day !== null)?.on} className="month-week">
          {week.map((day, place) => (
            <View key={weekdays[place]} className="month-cell">
              {day && children(day)}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
