import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MonthGrid } from '../../parts/month-grid'
import { markOf } from '../../parts/month-weeks'
import { type RehearsedDay, type RehearsedGrant, readUpTo } from '../rehearsal.store'
import { aboutYuan, giftsText } from '../rehearsal-words'

interface DayGridProps {
  days: readonly RehearsedDay[]
  grants: readonly RehearsedGrant[]
  chosenOn: string | null
  onChoose(on: string): void
}

/** The days with their lunar day and festival, and on each how many gifts at what cost. */
export function DayGrid({ days, grants, chosenOn, onChoose }: DayGridProps): ReactNode {
  const refusedOn = new Set(grants.flatMap(({ on, refused }) => (refused ? [on] : [])))
  const [first] = days
  return (
    <View className="card gift-grid">
      <MonthGrid days={days}>
        {(day) => (
          <DayCell
            day={day}
            isFirst={day === first}
            isRefused={refusedOn.has(day.on)}
            isChosen={day.on === chosenOn}
            onChoose={() => {
              onChoose(day.on)
              void readUpTo(day.on)
            }}
          />
        )}
      </MonthGrid>
    </View>
  )
}

interface DayCellProps {
  day: RehearsedDay
  isFirst: boolean
  /** Somebody's gift of the day falls to a policy or a budget. */
  isRefused: boolean
  isChosen: boolean
  onChoose(): void
}

function DayCell({ day, isFirst, isRefused, isChosen, onChoose }: DayCellProps): ReactNode {
  const { on, grantCount, costFen } = day
  const mark = markOf(on)
  const [month, date] = [Number(on.slice(5, 7)), Number(on.slice(8))]
  const looks = [
    'gift-day',
    ...(grantCount > 0 ? ['gift-day-giving'] : []),
    ...(isChosen ? ['gift-day-chosen'] : []),
  ]
  return (
    <View
      className={looks.join(' ')}
      data-on={on}
      role="button"
      aria-pressed={isChosen}
      hoverClass="touched"
      onClick={onChoose}
    >
      <View className="gift-day-date figures">
        {isFirst || date === 1 ? `${month}/${date}` : date}
      </View>
      <View className={`gift-day-mark gift-day-${mark.tone}`}>{mark.text}</View>
      <View className="gift-day-count figures">
        {grantCount > 0 ? giftsText(grantCount) : isRefused ? '不送' : ''}
      </View>
      <View className="gift-day-cost figures">{grantCount > 0 ? aboutYuan(costFen) : ''}</View>
    </View>
  )
}
