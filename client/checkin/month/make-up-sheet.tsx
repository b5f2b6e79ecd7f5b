import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { shortDay } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { refusedText } from '../../parts/refused-text'
import { loadHome } from '../../session/home.store'
import { loadMonth, type Month, makeUpStore } from '../month.store'

/** Asks before a card is used, and says what the streak is then. */
export function MakeUpSheet({ month }: { month: Month }): ReactNode {
  const { wish, sending, refused, answer, send, close } = useStore(makeUpStore)
  if (!wish) return null
  const finish = () => {
    close()
    loadMonth(month.month)
    loadHome()
  }
  const bonus = answer && answer.bonusPoints > 0 ? `，连签奖励 ${answer.bonusPoints} 积分` : ''
  return (
    <ConfirmSheet
      name="makeup"
      title={answer ? '补签好了' : `补签 ${shortDay(wish.on)}`}
      sending={sending}
      refused={refused && refusedText(refused)}
      step={{ label: '用一张补签卡', onTap: () => send() }}
      done={answer && { label: '知道了', onTap: finish }}
      onClose={answer ? finish : close}
    >
      {answer
        ? `现在连续签到 ${answer.streakDays} 天${bonus}`
        : `接上连续天数，补的这天不另给积分。本月还有 ${month.makeUpLeft} 张补签卡，用不完不累积。`}
    </ConfirmSheet>
  )
}
