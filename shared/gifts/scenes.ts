/**
 * The scenes of care, one row each. A scene of the calendar says which of a member's days it is:
 * the newest of its days that has begun. A scene of events is given by the feature in which the
 * event happens, in its own transaction.
 */
import { addDays, addMonths } from '../business-date'
import type { Birthday } from '../calendar/birthday'
import { birthdayDaysIn, isTooSoonAfter } from '../calendar/birthday-days'
import { holidayOn, holidays } from '../calendar/holidays'
import type { LunarCalendar } from '../calendar/lunar'
import type { GiftRule, GiftScene, GiftTier } from './gift-rule'

/** What of a member a gift follows from. */
export interface GiftFacts {
  readonly joinedOn: string
  readonly birthday: Birthday | null
  readonly tags: readonly string[]
  readonly tier: GiftTier
  /** Which gifts she has had: the keys of their grants. */
  readonly grants: readonly string[]
  /** When she last bought; null: never. */
  readonly lastBoughtOn: string | null
}

/** What of the shop it follows from beside its rules. */
export interface GiftWorld {
  readonly lunar: LunarCalendar
  /** Days of the month that are member days. */
  readonly memberDays: readonly number[]
  /** What a rule's gift is worth in fen, to tell the greater of two. */
  readonly worthOf: (rule: GiftRule) => number
}

/** One occasion of one member: its days, and what sets it apart from the next one. */
export interface Occasion {
  readonly key: string
  readonly fromOn: string
  readonly untilOn: string
}

interface Begun {
  readonly key: string
  /** The day itself; its gift may begin some days before. */
  readonly on: string
}

interface Asked {
  readonly rule: GiftRule
  readonly facts: GiftFacts
  /** Its day is on this date at the latest. */
  readonly untilOn: string
  readonly world: GiftWorld
}

export interface CalendarScene {
  readonly by: 'date'
  /** `own`: each member has a day of her own; `shop`: the day is everybody's. */
  readonly dayOf: 'own' | 'shop'
  /** It is there from midnight on, without a job: who comes finds it. */
  readonly needsNoJob?: true
  /** How often, in the words of an entry's rule. */
  often(rule: GiftRule): string
  /** The newest day up to a date; null when there was none yet. */
  newest(asked: Asked): Begun | null
  /** Why this day gives nothing although it is hers: she had one too lately. */
  isTooSoon?(day: Begun, rule: GiftRule, grants: readonly string[]): boolean
}

export interface EventScene {
  readonly by: 'event'
  often(rule: GiftRule): string
}

const MONTHS_A_YEAR = 12
/** Longer than a lunar year with its leap month. */
const OVER_A_YEAR_DAYS = 400
const OVER_A_MONTH_DAYS = 62

const once = () => '每位会员一次'

export const scenes: Readonly<Record<GiftScene, CalendarScene | EventScene>> = {
  welcome: {
    by: 'date',
    dayOf: 'own',
    needsNoJob: true,
    often: once,
    newest: ({ facts, untilOn }) =>
      facts.joinedOn <= untilOn ? { key: 'once', on: facts.joinedOn } : null,
  },
  firstPurchase: { by: 'event', often: once },
  repurchase: {
    by: 'event',
    often: ({ when }) => `第${when.purchaseNo ?? 2}次消费送出，每位会员一次`,
  },
  upgrade: { by: 'event', often: () => '每升一级送一次，同一周期不重复' },
  birthday: {
    by: 'date',
    dayOf: 'own',
    often: () => '每位会员每年一次',
    newest: ({ facts, untilOn, world }) => {
      if (!facts.birthday) return null
      const span = { fromOn: addDays(untilOn, -OVER_A_YEAR_DAYS), untilOn }
      const day = birthdayDaysIn(facts.birthday, span, world.lunar).at(-1)
      return day ? { key: day.on, on: day.on } : null
    },
    isTooSoon: ({ on }, _rule, grants) =>
      birthdayGrants(grants).some((given) => given !== on && isTooSoonAfter(given, on)),
  },
  holiday: {
    by: 'date',
    dayOf: 'shop',
    needsNoJob: true,
    often: ({ when }) => `每位会员${when.onDate === null ? '每年' : ''}一次`,
    newest: ({ rule, untilOn, world }) => {
      const on = newestHoliday(rule, untilOn, world.lunar)
      return on === null ? null : { key: on, on }
    },
  },
  referral: { by: 'event', often: () => '每邀请一位新会员一次' },
  wakeUp: {
    by: 'date',
    dayOf: 'own',
    often: ({ when }) => `${when.silentDays}天没来的会员，每次一份`,
    newest: ({ rule, facts, untilOn }) => {
      const key = facts.lastBoughtOn ?? facts.joinedOn
      const silentOn = addDays(key, rule.when.silentDays)
      // Who slept already when the rule began is woken by its beginning.
      const on = rule.sinceOn !== null && silentOn < rule.sinceOn ? rule.sinceOn : silentOn
      return on <= untilOn ? { key, on } : null
    },
  },
  anniversary: {
    by: 'date',
    dayOf: 'own',
    needsNoJob: true,
    often: () => '每位会员每年一次',
    newest: ({ facts: { joinedOn }, untilOn }) => {
      const years = Number(untilOn.slice(0, 4)) - Number(joinedOn.slice(0, 4))
      const on = [years, years - 1]
        .filter((passed) => passed > 0)
        .map((passed) => addMonths(joinedOn, passed * MONTHS_A_YEAR))
        .find((day) => day <= untilOn)
      return on === undefined ? null : { key: on.slice(0, 4), on }
    },
  },
  memberDay: {
    by: 'date',
    dayOf: 'shop',
    needsNoJob: true,
    often: () => '每个会员日一次',
    newest: ({ untilOn, world }) => {
      for (let back = 0; back < OVER_A_MONTH_DAYS; back += 1) {
        const on = addDays(untilOn, -back)
        if (world.memberDays.includes(Number(on.slice(8)))) return { key: on, on }
      }
      return null
    },
  },
}

/** The newest occasion of a member that has begun by a date; null when there was none yet. */
export function occasionOf(
  rule: GiftRule,
  facts: GiftFacts,
  { on, world }: { readonly on: string; readonly world: GiftWorld },
): (Occasion & { readonly isTooSoon: boolean }) | null {
  const scene = scenes[rule.scene]
  if (scene.by === 'event') return null
  const { leadDays, claimDays } = rule.when
  const day = scene.newest({ rule, facts, untilOn: addDays(on, leadDays), world })
  if (!day) return null
  return {
    key: day.key,
    fromOn: addDays(day.on, -leadDays),
    untilOn: addDays(day.on, claimDays - 1),
    isTooSoon: scene.isTooSoon?.(day, rule, facts.grants) ?? false,
  }
}

/** The day of a scene that is everybody's; null where each has her own, or it is no day of it. */
export function isShopDay(
  rule: GiftRule,
  on: string,
  world: Pick<GiftWorld, 'lunar' | 'memberDays'>,
): boolean {
  const dayOn = addDays(on, rule.when.leadDays)
  if (rule.scene === 'memberDay') return world.memberDays.includes(Number(dayOn.slice(8)))
  return rule.scene === 'holiday' && newestHoliday(rule, dayOn, world.lunar) === dayOn
}

/** The rule of a gift's entry, in the shopper's words. */
export function sentenceOfRule(rule: GiftRule): string {
  return `${rule.title}，${scenes[rule.scene].often(rule)}`
}

/** The name of a rule's holiday; null for other scenes and for a date of the shop's own. */
export function holidayNameOf({ scene, when }: Pick<GiftRule, 'scene' | 'when'>): string | null {
  return scene === 'holiday' && when.holiday !== null ? holidays[when.holiday].name : null
}

function newestHoliday(
  { when: { onDate, holiday } }: GiftRule,
  untilOn: string,
  lunar: LunarCalendar,
): string | null {
  if (onDate !== null) return onDate <= untilOn ? onDate : null
  if (holiday === null) return null
  const year = Number(untilOn.slice(0, 4))
  const days = [year, year - 1].map((one) => holidayOn(holiday, one, lunar))
  return days.find((on) => on !== null && on <= untilOn) ?? null
}

/** The birthdays that gave something already, by whichever rule. */
function birthdayGrants(grants: readonly string[]): string[] {
  return grants.filter((key) => key.startsWith('birthday')).map((key) => key.split(':')[2] ?? '')
}
