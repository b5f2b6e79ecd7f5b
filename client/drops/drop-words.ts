import type { DropState } from '@shared/drops/drop'
import { tierNames } from '@shared/tiers/tier'
import { dayText, momentText } from '../format'
import type { DropShown } from './drops.store'

export const stateWords: Readonly<Record<DropState, string>> = {
  scheduled: '未开始',
  open: '进行中',
  soldOut: '已抢完',
  closed: '已结束',
  cancelled: '已取消',
}

const SECOND_MS = 1_000
const DAY_SECONDS = 86_400

/**
 * The drop as time has carried it on since the server told of it: it opens and closes on the phone
 * by the server's clock, so that a whole group need not ask again in the same second.
 */
export function atTime(drop: DropShown, now: number): DropShown {
  const { state, opensAt, closesAt, leftCount, blockedBy } = drop
  if (state === 'closed' || state === 'cancelled') return drop
  if (now >= closesAt) return { ...drop, state: 'closed', blockedBy: over(blockedBy) }
  if (state !== 'scheduled' || now < opensAt) return drop
  const isEarly = blockedBy?.code === 'DROP_NOT_OPEN'
  return {
    ...drop,
    state: leftCount > 0 ? 'open' : 'soldOut',
    blockedBy: isEarly ? null : blockedBy,
  }
}

/** Of a drop at which nobody can do anything any more, whoever looks and however she came. */
export const overWords: Readonly<Partial<Record<DropState, string>>> = {
  soldOut: '来晚一步，已经抢完了',
  closed: '这次社群福利已经结束',
  cancelled: '这次社群福利取消了',
}

/** What she may do about it, the one thing. */
export type NextStep = 'claim' | 'wallet' | 'join' | 'wait' | 'card' | 'none'

export function nextStepOf({ state, claimed, blockedBy }: DropShown): NextStep {
  if (claimed) return 'wallet'
  if (overWords[state] !== undefined) return 'none'
  switch (blockedBy?.code) {
    case undefined:
      return 'claim'
    case 'MEMBER_REQUIRED':
      return 'join'
    case 'DROP_NOT_OPEN':
      return 'wait'
    case 'GROUP_REQUIRED':
      return 'card'
    default:
      return 'none'
  }
}

/** `02:05:09`, or `1 天 02:05:09`; never below zero. */
export function countdownText(untilAt: number, now: number): string {
  const left = Math.max(0, Math.ceil((untilAt - now) / SECOND_MS))
  const days = Math.floor(left / DAY_SECONDS)
  const inDay = left % DAY_SECONDS
  const parts = [Math.floor(inDay / 3_600), Math.floor(inDay / 60) % 60, inDay % 60]
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return days > 0 ? `${days} 天 ${clock}` : clock
}

/** `11月30日 20:00`, on the shop's wall clock. */
export function minuteText(at: number): string {
  const [on = '', clock = ''] = momentText(at).split(' ')
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日 ${clock}`
}

/** Whom it is for, in a shopper's words. */
export function audienceText({ joinedBeforeOn, tierFrom }: DropShown['who']): string {
  if (joinedBeforeOn === null && tierFrom === null) return '全体会员'
  const joined = joinedBeforeOn === null ? '' : `${dayText(joinedBeforeOn)}前入会的`
  return `${joined}${tierFrom === null ? '会员' : `${tierNames[tierFrom]}及以上会员`}`
}

function over(blockedBy: DropShown['blockedBy']): DropShown['blockedBy'] {
  return blockedBy ?? { code: 'DROP_CLOSED', message: '这次社群福利已经结束', detail: {} }
}
