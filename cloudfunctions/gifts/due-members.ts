/**
 * Whom a rule's gift comes to on a date, found by an index: a page costs as many documents as it
 * answers, however many members there are. Several stretches of an index follow each other; a
 * place in them goes on exactly after the last member that was answered.
 */
import { addDays, addMonths } from '../../shared/business-date'
import { birthdaysOn } from '../../shared/calendar/birthday-days'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { isShopDay } from '../../shared/gifts/scenes'
import { birthdayHashOf } from '../members/birthday-document'
import { membersBornOn, membersBy } from '../members/repository'
import { command, countWhere, type Fields, findWhere, type Stored } from '../runtime/database'
import type { Member, MemberDocument } from '../runtime/people'
import type { GiftDesk } from './repository'

/** A stretch of an index: documents whose field lies between two values, both included. */
interface Stretch {
  readonly collection: 'members' | 'points_accounts'
  readonly field: string
  readonly from: string
  readonly to: string
}

/** After which document of which stretch the next page begins. */
export interface DuePlace {
  readonly stretch: number
  readonly value: string
  readonly id: string
}

export interface DuePage {
  readonly members: readonly Member[]
  /** Found by the day of joining: who has bought since is found by her purchases. */
  readonly isByJoining: boolean
  /** Null: these were the last. */
  readonly next: DuePlace | null
}

const MONTHS_A_YEAR = 12
const LEAP_DAY = '-02-29'

/** A page of those whom a rule may concern on a date; whom it does, the rule decides. */
export async function dueMembers(
  rule: GiftRule,
  on: string,
  { desk, place, limit }: { desk: GiftDesk; place: DuePlace | null; limit: number },
): Promise<DuePage> {
  if (rule.scene === 'birthday') return bornOn(rule, on, { desk, place, limit })
  const stretches = await stretchesOf(rule, on, desk)
  for (let at = place?.stretch ?? 0; at < stretches.length; at += 1) {
    const stretch = stretches[at]
    if (!stretch) break
    const isGoneOn = place?.stretch === at && place.id !== ''
    const found = await pageOf(stretch, isGoneOn ? place : null, limit)
    const last = found.at(-1)
    if (!last) continue
    const isFull = found.length === limit
    const next = isFull
      ? { stretch: at, value: stringAt(last, stretch.field), id: last._id }
      : { stretch: at + 1, value: '', id: '' }
    const isOver = next.stretch >= stretches.length
    const isByJoining = rule.scene === 'wakeUp' && stretch.collection === 'members'
    const members = await membersOf(stretch, found)
    return { members, isByJoining, next: isOver ? null : next }
  }
  return { members: [], isByJoining: false, next: null }
}

/** By the keyed hashes of the day's birthdays: the members' own reader knows how. */
async function bornOn(
  rule: GiftRule,
  on: string,
  { desk, place, limit }: { desk: GiftDesk; place: DuePlace | null; limit: number },
): Promise<DuePage> {
  const keys = birthdaysOn(addDays(on, rule.when.leadDays), desk.world.lunar)
  const { born, cursor } = await membersBornOn(keys, { after: place?.value ?? null, limit })
  const members = born.map(({ member }) => member)
  const next = cursor === null ? null : { stretch: 0, value: cursor, id: '' }
  return { members, isByJoining: false, next }
}

/** How many of an index a rule may concern on a date, without looking at any. */
export async function countDue(rule: GiftRule, on: string, desk: GiftDesk): Promise<number> {
  let count = 0
  for (const stretch of await stretchesOf(rule, on, desk)) {
    count += await countWhere(stretch.collection, rangeOf(stretch))
  }
  return count
}

async function stretchesOf(rule: GiftRule, on: string, desk: GiftDesk): Promise<Stretch[]> {
  const dayOn = addDays(on, rule.when.leadDays)
  switch (rule.scene) {
    case 'welcome':
      return [exactly('joinedOn', on)]
    case 'anniversary':
      return (await joinedDaysFor(dayOn)).map((day) => exactly('joinedOn', day))
    case 'birthday':
      return birthdaysOn(dayOn, desk.world.lunar).map(({ key }) =>
        exactly('birthdayHash', birthdayHashOf(key)),
      )
    case 'wakeUp':
      return silentOn(rule, on)
    case 'holiday':
    case 'memberDay':
      return isShopDay(rule, on, desk.world)
        ? [{ collection: 'members', field: '_id', from: '', to: '' }]
        : []
    default:
      return []
  }
}

/** The days of joining whose anniversary is on a date, since the first member joined. */
async function joinedDaysFor(on: string): Promise<string[]> {
  const options = { orderBy: ['joinedOn', 'asc'] as const, limit: 1 }
  const [first] = await findWhere<MemberDocument>('members', {}, options)
  const thisYear = Number(on.slice(0, 4))
  const firstYear = first ? Number(first.joinedOn.slice(0, 4)) : thisYear
  const days: string[] = []
  for (let year = thisYear - 1; year >= firstYear; year -= 1) {
    // Who joined on a leap day has hers on the 28th in other years.
    for (const day of new Set([`${year}${on.slice(4)}`, `${year}${LEAP_DAY}`])) {
      const isDay = addMonths(day, 0) === day
      if (isDay && addMonths(day, MONTHS_A_YEAR * (thisYear - year)) === on) days.push(day)
    }
  }
  return days
}

/** Who bought last so long ago, or joined and never bought; as the rule begins, who before it. */
function silentOn(rule: GiftRule, on: string): Stretch[] {
  const to = addDays(on, -rule.when.silentDays)
  const from = rule.sinceOn === on ? '' : to
  return [
    { collection: 'points_accounts', field: 'care.lastBoughtOn', from, to },
    { ...exactly('joinedOn', to), from },
  ]
}

function exactly(field: string, value: string): Stretch {
  return { collection: 'members', field, from: value, to: value }
}

function pageOf(
  stretch: Stretch,
  place: DuePlace | null,
  limit: number,
): Promise<Stored<object>[]> {
  const { collection, field, from, to } = stretch
  if (field === '_id') {
    const after = place ? { _id: command.gt(place.id) } : {}
    return findWhere<object>(collection, after, { orderBy: ['_id', 'asc'], limit })
  }
  const sorted = { orderBy: [field, 'asc'], thenBy: ['_id', 'asc'], limit } as const
  if (!place) return findWhere<object>(collection, rangeOf(stretch), sorted)
  const same = { [field]: place.value, _id: command.gt(place.id) }
  if (from === to) return findWhere<object>(collection, same, sorted)
  const later = { [field]: command.gt(place.value).and(command.lte(to)) }
  return findWhere<object>(collection, command.or([same, later]), sorted)
}

function rangeOf({ field, from, to }: Stretch): Fields {
  if (field === '_id') return {}
  return { [field]: from === to ? from : command.gte(from).and(command.lte(to)) }
}

/** Of accounts their members. */
async function membersOf(
  { collection }: Stretch,
  found: readonly Stored<object>[],
): Promise<Member[]> {
  const ids = found.map(({ _id }) => _id)
  // Parse edge: the query was asked of this very collection.
  const members = collection === 'members' ? (found as Member[]) : await membersBy('_id', ids)
  return members.filter(({ mergedInto }) => !mergedInto)
}

function stringAt(document: object, path: string): string {
  const value = path.split('.').reduce<unknown>((at, name) => Object(at)[name], document)
  return typeof value === 'string' ? value : ''
}
