import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon'
import { isInReach, monthBeside } from '../rehearsal-span'

interface MonthTurnProps {
  month: string
  todayOn: string
  onTurn(month: string): void
}

/** From this month on, as far as the server looks. */
export function MonthTurn({ month, todayOn, onTurn }: MonthTurnProps): ReactNode {
  const [year, number] = month.split('-').map(Number)
  return (
    <View className="gift-month">
      <Turn name="before" month={monthBeside(month, -1)} todayOn={todayOn} onTurn={onTurn} />
      <View className="gift-month-name figures">
        {year} 年 {number} 月
      </View>
      <Turn name="after" month={monthBeside(month, 1)} todayOn={todayOn} onTurn={onTurn} />
    </View>
  )
}

function Turn({ name, month, todayOn, onTurn }: MonthTurnProps & { name: 'before' | 'after' }) {
  const isOff = !isInReach(month, todayOn)
  return (
    <View
      className={`gift-turn gift-turn-${name} ${isOff ? 'gift-turn-off' : ''}`}
      role="button"
      aria-label={name === 'before' ? '上个月' : '下个月'}
      aria-disabled={isOff}
      hoverClass={isOff ? 'none' : 'touched'}
      onClick={() => {
        if (!isOff) onTurn(month)
      }}
    >
      <Icon name="arrow" size={36} />
    </View>
  )
}
