import { shanghaiText } from '../page/shanghai'

/** Milliseconds as an engineer reads them: `0.4`, `12`, `1,240`. */
export function msText(ms: number): string {
  if (!Number.isFinite(ms)) return '–'
  return ms < 10 ? String(Math.round(ms * 10) / 10) : countText(Math.round(ms))
}

export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const inUnits = (size: number) => (size < 10 ? size.toFixed(1) : String(Math.round(size)))
  if (bytes < 1024 ** 2) return `${inUnits(bytes / 1024)} KB`
  return `${inUnits(bytes / 1024 ** 2)} MB`
}

/** To the millisecond on the day of `nowMs`, else with the date in front of it. */
export function momentText(atMs: number, nowMs: number): string {
  const [text, now] = [shanghaiText(atMs), shanghaiText(nowMs)]
  if (text.slice(0, 10) === now.slice(0, 10)) {
    return `${text.slice(11)}.${String(Math.floor(atMs % 1000)).padStart(3, '0')}`
  }
  return text.slice(0, 4) === now.slice(0, 4) ? text.slice(5) : text.slice(0, 16)
}

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['天', 86_400_000],
  ['小时', 3_600_000],
  ['分钟', 60_000],
  ['秒', 1_000],
]

/** How far off: `3 分钟后`, `2 天前`. */
export function distanceText(atMs: number, nowMs: number): string {
  const distanceMs = Math.abs(atMs - nowMs)
  const [name, unitMs] = UNITS.find(([, ms]) => distanceMs >= ms) ?? ['秒', 1_000]
  return `${Math.floor(distanceMs / unitMs)} ${name}${atMs < nowMs ? '前' : '后'}`
}
