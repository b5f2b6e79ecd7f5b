import { MAX_COUNTED_UNREAD } from '@shared/limits'

const HOUR_MS = 3_600_000
const SHANGHAI_HOURS = 8

/** Points, or how many of anything: `12345` → `12,345`, `-300` → `−300` with the sign of print. */
export function countText(count: number): string {
  return `${count < 0 ? '−' : ''}${grouped(String(Math.abs(count)))}`
}

/** How many messages are unread: `3 条未读`; very many are not told apart. */
export function unreadText(count: number): string {
  return count >= MAX_COUNTED_UNREAD ? `${MAX_COUNTED_UNREAD - 1}+ 条未读` : `${count} 条未读`
}

/** An amount while it is typed: `1041.` → `1,041.`; what stands behind the point stays. */
export function typedText(typed: string): string {
  const [whole = '', ...rest] = typed.split('.')
  return [grouped(whole), ...rest].join('.')
}

/**
 * A sentence from the server with its points and money grouped, `1041 积分` → `1,041 积分`.
 * Numbers of receipts and members stand in no such place and stay as they are.
 */
export function sentenceText(sentence: string): string {
  // No look-behind: the JavaScriptCore of older iPhones does not parse it.
  const figure = /(¥?)(\d+)((?:\.\d+)*)( ?(?:积分|分|元))?/g
  const withUnits = sentence.replace(figure, (all: string, ...parts: (string | undefined)[]) => {
    const [yen = '', whole = '', decimals = '', unit = ''] = parts
    return yen || unit ? `${yen}${grouped(whole)}${decimals}${unit}` : all
  })
  // The one sentence whose points stand without their unit: it has said 积分 before.
  return withUnits.replace(/从 \d+ 变为 \d+/g, grouped)
}

/** With its sign, as histories show it: `+30`, `−30`. */
export function signedPoints(points: number): string {
  return points < 0 ? countText(points) : `+${countText(points)}`
}

/** Fen as yuan: `5990` → `59.90`. */
export function yuanText(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '−' : ''}${countText(yuan)}.${rest}`
}

/** Without the decimals where there are none, for faces of coupons: `500` → `5`. */
export function shortYuan(fen: number): string {
  return fen % 100 === 0 ? countText(Math.floor(fen / 100)) : yuanText(fen)
}

/** `2026-03-31` → `2026年3月31日`. */
export function dayText(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** `2026-03-31` → `3月31日`. */
export function shortDay(on: string): string {
  const [, month, day] = on.split('-').map(Number)
  return `${month}月${day}日`
}

/** The shop's wall clock, `2026-03-31 09:05`; Shanghai keeps no summer time. */
export function momentText(at: number): string {
  const iso = new Date(at + SHANGHAI_HOURS * HOUR_MS).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

/** The date on the shop's wall clock. What business date it is, the server says. */
export function dayOf(at: number): string {
  return momentText(at).slice(0, 10)
}

/** Days from one business date to another; 0 on the same day. */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(toOn) - Date.parse(fromOn)) / (24 * HOUR_MS))
}

/** How the shop greets at this hour. */
export function greeting(at: number): string {
  const hour = Math.floor(at / HOUR_MS + SHANGHAI_HOURS) % 24
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}

/** Digits in groups of four from the left, as they are read aloud. */
export function inGroups(digits: string): string[] {
  return digits.match(/\d{1,4}/g) ?? []
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
