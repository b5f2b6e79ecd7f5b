/** One line for staff: what to do or say to the member in front of them, the nearest first. */
import { addDays } from '../business-date'
import type { Birthday } from '../calendar/birthday'
import { birthdayDaysIn } from '../calendar/birthday-days'
import type { LunarCalendar } from '../calendar/lunar'
import type { Lot } from '../points/lots'

export interface PromptFacts {
  readonly birthday: Birthday | null
  readonly joinedOn: string
  readonly todayOn: string
  readonly waitingCount: number
  /** Entries of group-buy lists that wait for her here. */
  readonly waitingEntryCount: number
  readonly couponTitle: string | null
  readonly expiringPoints: number
  readonly debtPoints: number
  /** Her level and what it gives her at the till; null while she has none. */
  readonly benefits: string | null
}

const EXPIRING_DAYS = 30
const BIRTHDAY_WEEK_DAYS = 3
const MOST_PARTS = 3

/** At most three parts; a plain welcome when there is nothing to say. */
export function promptFor(facts: PromptFacts, lunar: LunarCalendar): string {
  const parts = [
    facts.joinedOn === facts.todayOn ? '今天刚入会，欢迎常来' : '',
    isBirthdayNear(facts, lunar) ? '生日前后，说声生日快乐' : '',
    facts.waitingCount > 0 ? `${facts.waitingCount} 件礼品待自提` : '',
    facts.waitingEntryCount > 0 ? `${facts.waitingEntryCount} 单接龙待自提` : '',
    facts.benefits ?? '',
    facts.couponTitle ? `可用“${facts.couponTitle}”` : '',
    facts.expiringPoints > 0 ? `${facts.expiringPoints} 积分 30 天内到期` : '',
    facts.debtPoints > 0 ? `欠 ${facts.debtPoints} 积分，本次先抵还` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.slice(0, MOST_PARTS).join('；') : '老朋友来了，打个招呼吧'
}

/** Points whose last day comes within 30 days. */
export function expiringSoonPoints(lots: readonly Lot[], todayOn: string): number {
  const horizonOn = addDays(todayOn, EXPIRING_DAYS)
  const due = lots.filter((lot) => lot.expiresOn >= todayOn && lot.expiresOn <= horizonOn)
  return due.reduce((sum, lot) => sum + lot.points, 0)
}

/** Three days before or after, also over New Year, by the calendar by which she keeps it. */
function isBirthdayNear({ birthday, todayOn }: PromptFacts, lunar: LunarCalendar): boolean {
  if (!birthday) return false
  const fromOn = addDays(todayOn, -BIRTHDAY_WEEK_DAYS)
  const untilOn = addDays(todayOn, BIRTHDAY_WEEK_DAYS)
  return birthdayDaysIn(birthday, { fromOn, untilOn }, lunar).length > 0
}
