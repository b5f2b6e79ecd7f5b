export interface Period {
  readonly fromOn: string
  readonly untilOn: string
}

/** The month of a date, up to that date; or the whole month that was so many months before. */
export function monthBefore(todayOn: string, months: number): Period {
  const [year = 0, month = 1] = todayOn.split('-').map(Number)
  const fromOn = dateText(year, month - 1 - months, 1)
  return { fromOn, untilOn: months === 0 ? todayOn : dateText(year, month - months, 0) }
}

/** The twelve months that end with a date. */
export function yearUntil(todayOn: string): Period {
  const [year = 0, month = 1, day = 1] = todayOn.split('-').map(Number)
  return { fromOn: dateText(year - 1, month - 1, day + 1), untilOn: todayOn }
}

/** Days and months beyond their ends carry over: day 0 is the last of the month before. */
function dateText(year: number, monthIndex: number, day: number): string {
  return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10)
}
