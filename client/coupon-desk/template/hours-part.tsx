import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { PickLine } from '../../parts/pick-line'
import { Problem } from '../../parts/typed-line'
import type { HoursTyped } from '../template-form'
import type { FormPartProps } from './form-part'

const MOST_RANGES = 3
const morning: HoursTyped = { from: '08:00', until: '10:00' }

/** Hours of the day, a range each; none is all day. */
export function HoursPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { hours } = form
  const change = (place: number, part: Partial<HoursTyped>) =>
    onChange({ hours: hours.map((each, at) => (at === place ? { ...each, ...part } : each)) })
  return (
    <>
      <View className="form-label">时段（不加就是全天）</View>
      {hours.map(({ from, until }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ranges have no name but their place.
        <View key={place} className="template-hours">
          <PickLine
            name="hours-from"
            mode="time"
            label="从"
            value={from}
            onChange={(clock) => change(place, { from: clock })}
          />
          <PickLine
            name="hours-until"
            mode="time"
            label="到"
            value={until}
            onChange={(clock) => change(place, { until: clock })}
          />
          <View
            className="template-remove"
            role="button"
            hoverClass="touched"
            onClick={() => onChange({ hours: hours.filter((_each, at) => at !== place) })}
          >
            去掉这个时段
          </View>
        </View>
      ))}
      <Problem text={problems.hours} />
      {hours.length < MOST_RANGES && (
        <View
          className="template-add hours-add"
          role="button"
          hoverClass="touched"
          onClick={() => onChange({ hours: [...hours, morning] })}
        >
          {hours.length === 0 ? '加一个时段' : '再加一个时段'}
        </View>
      )}
    </>
  )
}
