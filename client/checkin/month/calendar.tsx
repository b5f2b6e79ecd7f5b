import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Icon } from '../../parts/icon'
import { dayWords, markOf, weekdays, weeksOf } from '../calendar-cells'
import { type Day, loadMonth, type Month, makeUpStore, monthBeside } from '../month.store'
import './calendar.scss'

/** One month: a seal for each day that was signed, its lunar day and festivals beneath. */
export function Calendar({ month }: { month: Month }): ReactNode {
  const { days, todayOn } = month
  const [chosenOn, setChosenOn] = useState<string | null>(null)
  const chosen = days.find(({ on }) => on === (chosenOn ?? todayOn)) ?? null
  return (
    <View className="card calendar" data-month={month.month}>
      <MonthHead month={month} />
      <View className="week week-names" aria-hidden>
        {weekdays.map((name) => (
          <View key={name} className="week-name">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(days).map((week) => (
        <View key={week.find((day) => day !== null)?.on} className="week">
          {week.map((day, place) =>
            day ? (
              <DayCell
                key={day.on}
                day={day}
                isToday={day.on === todayOn}
                isChosen={day.on === chosen?.on}
                onChoose={() => setChosenOn(day.on)}
              />
            ) : (
              <View key={weekdays[place]} className="day" />
            ),
          )}
        </View>
      ))}
      <DayLine day={chosen} month={month} />
    </View>
  )
}

function MonthHead({ month: shown }: { month: Month }): ReactNode {
  const { month, todayOn, joinedMonth } = shown
  const [year, number] = month.split('-').map(Number)
  return (
    <View className="month-head">
      <Turn name="before" off={month <= joinedMonth} onTap={() => turn(month, -1)} />
      <View className="month-name figures">
        {year} 年 {number} 月
      </View>
      <Turn name="after" off={month >= todayOn.slice(0, 7)} onTap={() => turn(month, 1)} />
    </View>
  )
}

function turn(month: string, months: number): Promise<void> {
  return loadMonth(monthBeside(month, months))
}

interface TurnProps {
  name: 'before' | 'after'
  off: boolean
  onTap(): void
}

function Turn({ name, off, onTap }: TurnProps): ReactNode {
  return (
    <View
      className={`month-turn month-${name} ${off ? 'month-turn-off' : ''}`}
      role="button"
      aria-label={name === 'before' ? '上个月' : '下个月'}
      aria-disabled={off}
      hoverClass={off ? 'none' : 'touched'}
      onClick={() => {
        if (!off) onTap()
      }}
    >
      <Icon name="arrow" size={36} />
    </View>
  )
}

interface DayCellProps {
  day: Day
  isToday: boolean
  isChosen: boolean
  onChoose(): void
}

function DayCell({ day, isToday, isChosen, onChoose }: DayCellProps): ReactNode {
  const { on, state, mayMakeUp } = day
  const mark = markOf(day)
  const looks = [
    `day day-${state}`,
    ...(isToday ? ['day-today'] : []),
    ...(isChosen ? ['day-chosen'] : []),
    ...(mayMakeUp ? ['day-mendable'] : []),
  ]
  return (
    <View
      className={looks.join(' ')}
      role="button"
      aria-pressed={isChosen}
      hoverClass="touched"
      onClick={onChoose}
    >
      <View className="day-seal figures">{state === 'madeUp' ? '补' : Number(on.slice(8))}</View>
      <View className={`day-mark day-mark-${mark.tone}`}>{mark.text}</View>
    </View>
  )
}

/** What is known of the chosen day, and the card that may mend it. */
function DayLine({ day, month }: { day: Day | null; month: Month }): ReactNode {
  const { makeUpLeft } = month
  const left = makeUpLeft > 0 ? `本月还有 ${makeUpLeft} 张补签卡` : '本月的补签卡已用完'
  return (
    <View className="day-line">
      <View className="day-told figures" aria-live="polite">
        {day ? dayWords(day) : left}
      </View>
      {day?.mayMakeUp ? (
        <View
          className="day-mend"
          role="button"
          hoverClass="touched"
          onClick={() => makeUpStore.getState().open({ on: day.on })}
        >
          补签
        </View>
      ) : (
        day && <View className="soft figures day-cards">{left}</View>
      )}
    </View>
  )
}
