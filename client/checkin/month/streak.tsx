import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { Refused } from '../../parts/refused'
import { checkInNow, checkInStore } from '../../session/checkin.store'
import { loadMonth, type Month } from '../month.store'
import './streak.scss'

/** How many days in a row, the one button, and what is next. */
export function Streak({ month }: { month: Month }): ReactNode {
  const { streakDays, balancePoints } = month
  const { wish, answer, refused } = useStore(checkInStore)
  const isAtStore = wish?.storeCode !== undefined
  const got = answer ? answer.points + answer.bonusPoints : 0
  return (
    <View className="card streak">
      <View className="streak-head">
        <View className="streak-words">
          <View className="streak-label">连续签到</View>
          <View className="streak-days figures">
            <Text className="streak-figure">{streakDays}</Text>
            <Text className="streak-unit">天</Text>
          </View>
          <View className="streak-next figures">{nextWords(month)}</View>
        </View>
        <View className="streak-right">
          <View className="streak-balance figures">
            {countText(balancePoints)} 积分
            {got > 0 && (
              <View key={`${balancePoints}`} className="streak-flying figures" aria-hidden>
                +{countText(got)}
              </View>
            )}
          </View>
          <CheckInButton month={month} />
        </View>
      </View>
      <Refused className="checkin-refused" message={isAtStore ? null : refused?.message} />
      <Ladder month={month} />
    </View>
  )
}

/** 再签2天得20分; beyond the last bonus, what tomorrow brings. */
function nextWords({ nextReward, checkedIn, nextPoints }: Month): string {
  if (!nextReward) return ''
  const { inDays, points } = nextReward
  if (inDays > 1 || points === nextPoints) return `再签 ${inDays} 天得 ${points} 分`
  return checkedIn ? `明天再签得 ${nextPoints} 分` : `今天签到得 ${nextPoints} 分`
}

function CheckInButton({ month }: { month: Month }): ReactNode {
  const { checkedIn, nextPoints } = month
  const sending = useStore(checkInStore, (store) => store.sending)
  const press = async () => {
    if (checkedIn || sending) return
    await checkInNow()
    await loadMonth()
  }
  return (
    <View
      className={`press ${checkedIn ? 'press-done' : ''} ${sending ? 'press-busy' : ''}`}
      role="button"
      aria-disabled={checkedIn || sending}
      hoverClass={checkedIn ? 'none' : 'touched'}
      onClick={press}
    >
      <View className="press-word">{checkedIn ? '已签' : '签到'}</View>
      <View className="press-points figures">{checkedIn ? '明天见' : `+${nextPoints}`}</View>
    </View>
  )
}

/** The steps of the first days in a row: those that are done are filled. */
function Ladder({ month }: { month: Month }): ReactNode {
  const { ladderPoints, bonuses, streakDays } = month
  return (
    <View className="ladder">
      {ladderPoints.map((points, at) => {
        const nth = at + 1
        const bonus = bonuses.find(({ days }) => days === nth)
        const isDone = nth <= streakDays
        return (
          <View key={nth} className={`step ${isDone ? 'step-done' : ''}`}>
            <View className="step-points figures">+{points + (bonus?.points ?? 0)}</View>
            <View className="step-day figures">{nth} 天</View>
          </View>
        )
      })}
    </View>
  )
}
