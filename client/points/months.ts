import type { HistoryEntry } from './points.store'

export interface Month {
  /** `2026-11`. */
  month: string
  label: string
  entries: HistoryEntry[]
}

/** Entries under the month of the business date that they were booked on; order is kept. */
export function byMonth(entries: readonly HistoryEntry[]): Month[] {
  const months: Month[] = []
  for (const entry of entries) {
    const month = entry.on.slice(0, 7)
    const newest = months[months.length - 1]
    if (newest?.month === month) newest.entries.push(entry)
    else months.push({ month, label: labelOf(month), entries: [entry] })
  }
  return months
}

function labelOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}
