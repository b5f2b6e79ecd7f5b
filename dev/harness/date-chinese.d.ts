/** Its own types lie where its package.json does not lead; these are those that our tests use. */
declare module 'date-chinese' {
  type Moment = [cycle: number, year: number, month: number, isLeap: boolean, day: number]

  export class CalendarChinese {
    fromGregorian(year: number, month: number, day: number): this
    fromJDE(julianDay: number): this
    get(): Moment
    toGregorian(year?: number): { year: number; month: number; day: number }
    qingming(year: number): number
  }
}
