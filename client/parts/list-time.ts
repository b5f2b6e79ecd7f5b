import { dayOf, daysBetween, momentText, shortDay } from '../format'

const SECOND_MS = 1_000
const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * SECOND_MS

/** `今天 18:00`, `明天 09:30`, else `12月3日 18:00`: on the shop's wall clock. */
export function nearText(at: number, now: number): string {
  const days = daysBetween(dayOf(now), dayOf(at))
  const clock = momentText(at).slice(11)
  const day = days === 0 ? '今天' : days === 1 ? '明天' : shortDay(dayOf(at))
  return `${day} ${clock}`
}

/** `02:05:09` on the last day, else `3 天 2 小时`; never below zero. */
export function leftText(untilAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((untilAt - now) / SECOND_MS))
  const days = Math.floor(seconds / DAY_SECONDS)
  const hours = Math.floor((seconds % DAY_SECONDS) / 3_600)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  const parts = [hours, Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** So near that seconds count. */
export function isLastDay(untilAt: number, now: number): boolean {
  return untilAt - now < DAY_MS
}
