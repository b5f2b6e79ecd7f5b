import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf, dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { PickLine } from '../../parts/pick-line'
import { type DropForm, lastsChoices, lastsText, opensAtOf, type When, whensAt } from '../drop-form'
import { spanText } from '../drop-words'

interface TimePartProps {
  form: DropForm
  now: number
  onChange(part: Partial<DropForm>): void
}

const MINUTE_MS = 60_000

/** When it opens, in one tap, and how long it lasts. */
export function TimePart({ form, now, onChange }: TimePartProps): ReactNode {
  const opensAt = opensAtOf(form, now)
  const closesAt = opensAt + form.lastsMinutes * MINUTE_MS
  return (
    <View className="card">
      <View className="card-title">什么时候</View>
      <Chips<When>
        name="when"
        label="什么时候开抢"
        chips={whensAt(now)}
        chosen={[form.when]}
        onTap={(when) => onChange({ when })}
      />
      {form.when === 'picked' && (
        <>
          <PickLine
            name="plan-date"
            mode="date"
            label="日期"
            value={form.pickedOn}
            shown={dayText(form.pickedOn)}
            start={dayOf(now)}
            onChange={(pickedOn) => onChange({ pickedOn })}
          />
          <PickLine
            name="plan-time"
            mode="time"
            label="几点"
            value={form.pickedTime}
            onChange={(pickedTime) => onChange({ pickedTime })}
          />
        </>
      )}
      <View className="plan-label">抢多久</View>
      <Chips
        name="lasts"
        label="抢多久"
        chips={lastsChoices(form).map((minutes) => ({
          value: String(minutes),
          label: lastsText(minutes),
        }))}
        chosen={[String(form.lastsMinutes)]}
        onTap={(minutes) => onChange({ lastsMinutes: Number(minutes) })}
      />
      <View className="plan-span figures">{spanText({ opensAt, closesAt }, now)}</View>
    </View>
  )
}
