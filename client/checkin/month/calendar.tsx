import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { MonthGrid } from '../../parts/month-grid'
import { MonthTurn } from '../../parts/month-turn'
import { dayWords, markOfDay } from '../calendar-cells'
import { type Day, loadMonth, type Month, makeUpStore } from '../month.store'
import './calendar.scss'

/** One month: a seal for each day that was signed, its lunar day and festivals beneath. */
export function Calendar({ month }: { month: Month }): ReactNode {
  const { days, todayOn, joinedMonth } = month
  const [chosenOn, setChosenOn] = useState<string | null>(null)
  const chosen = days.find(({ on }) => on === (chosenOn ?? todayOn)) ?? null
  return (
    <View className="card calendar" data-month={month.month}>
      <MonthTurn
        month={month.month}
        isInReach={(other) => other >= joinedMonth && other <= todayOn.slice(0, 7)}
        onTurn={loadMonth}
      />
      <MonthGrid days={days}>
        {(day) => (
          <DayCell
            day={day}
            isToday={day.on === todayOn}
            isChosen={day.on === chosen?.on}
            onChoose={() => setChosenOn(day.on)}
          />
        )}
      </MonthGrid>
      <DayLine day={chosen} month={month} />
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
  const mark = markOfDay(day)
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
