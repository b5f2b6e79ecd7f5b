export const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Shifted so that UTC's getters read Shanghai's calendar, whatever the browser's own zone. */
export function shiftedToShanghai(ms: number): Date {
  return new Date(ms + SHANGHAI_OFFSET_MS)
}

/** `2026-11-21 10:00:05`, as a clock on a wall in Shanghai shows it. */
export function shanghaiText(ms: number): string {
  return shiftedToShanghai(ms).toISOString().slice(0, 19).replace('T', ' ')
}
