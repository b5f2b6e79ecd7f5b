import { Picker, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../format'
import { Icon } from '../../parts/icon'
import { dayBefore } from '../compared-dates'
import type { ChosenDates } from '../points.store'

/** No shop of ours kept books before. */
const FIRST_ON = '2020-01-01'

interface DateChoiceProps {
  dates: ChosenDates
  todayOn: string
  onChoose(dates: ChosenDates): void
}

/** From which evening to which one. The later one cannot be put before the earlier. */
export function DateChoice({ dates, todayOn, onChoose }: DateChoiceProps): ReactNode {
  const { fromOn, toOn = todayOn } = dates
  const from = (chosenOn: string) => {
    const latest = dayBefore(toOn)
    onChoose({ ...dates, fromOn: chosenOn < latest ? chosenOn : latest })
  }
  const to = (chosenOn: string) => {
    const until = chosenOn < todayOn ? { toOn: chosenOn } : {}
    onChoose({ fromOn: fromOn < chosenOn ? fromOn : dayBefore(chosenOn), ...until })
  }
  return (
    <View className="card change-dates">
      <DateLine label="从" on={fromOn} end={dayBefore(todayOn)} todayOn={todayOn} onChoose={from} />
      <DateLine label="到" on={toOn} end={todayOn} todayOn={todayOn} onChoose={to} />
    </View>
  )
}

interface DateLineProps {
  label: string
  on: string
  end: string
  todayOn: string
  onChoose(on: string): void
}

function DateLine({ label, on, end, todayOn, onChoose }: DateLineProps): ReactNode {
  return (
    <Picker
      mode="date"
      value={on}
      start={FIRST_ON}
      end={end}
      onChange={(event) => onChoose(event.detail.value)}
    >
      <View className="change-date">
        <Text className="change-date-label">{label}</Text>
        <Text className="figures">{on === todayOn ? '现在' : `${dayText(on)}晚上`}</Text>
        <Icon name="arrow" size={36} />
      </View>
    </Picker>
  )
}
