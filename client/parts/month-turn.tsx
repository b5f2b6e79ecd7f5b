import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './month-turn.scss'
import { monthBeside } from './month-weeks'

interface MonthTurnProps {
  /** `YYYY-MM`. */
  month: string
  /** Whether there is anything to see of a month. */
  isInReach(month: string): boolean
  onTurn(month: string): void
}

/** Over a calendar: which month it shows, and the ways to those beside it. */
export function MonthTurn({ month, isInReach, onTurn }: MonthTurnProps): ReactNode {
  const [year, number] = month.split('-').map(Number)
  const turnTo = (name: TurnProps['name'], months: number): TurnProps => {
    const other = monthBeside(month, months)
    return { name, isOff: !isInReach(other), onTap: () => onTurn(other) }
  }
  return (
    <View className="month-head">
      <Turn {...turnTo('before', -1)} />
      <View className="month-name figures">
        {year} 年 {number} 月
      </View>
      <Turn {...turnTo('after', 1)} />
    </View>
  )
}

interface TurnProps {
  name: 'before' | 'after'
  isOff: boolean
  onTap(): void
}

function Turn({ name, isOff, onTap }: TurnProps): ReactNode {
  return (
    <View
      className={`month-turn month-${name} ${isOff ? 'month-turn-off' : ''}`}
      role="button"
      aria-label={name === 'before' ? '上个月' : '下个月'}
      aria-disabled={isOff}
      hoverClass={isOff ? 'none' : 'touched'}
      onClick={() => {
        if (!isOff) onTap()
      }}
    >
      <Icon name="arrow" size={36} />
    </View>
  )
}
