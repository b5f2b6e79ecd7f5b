import { addDays, yearAfter } from '../../shared/business-date'
import type { gifts, Rehearsal, RehearsedGrant } from '../../shared/contract/gifts'
import { type DayTotals, type Rehearsed, sumOf, withGrant } from '../../shared/gifts/rehearsal'
import { pointsAtOnce } from '../../shared/gifts/waiting'
import { accept, refuse } from '../../shared/refusal'
import { countReachable } from '../messages/permit-document'
import type { UseCase } from '../runtime/context'
import { workingTime } from '../runtime/working-time'
import { countDue } from './due-members'
import { cursorOf, placeOfCursor, type RehearsalPlace } from './rehearsal-cursor'
import { calendarRules, type WalkPlace, type WalkWorld, walkFrom, walkOn } from './rehearsal-walk'
import { costFenOf, newestGiftDesk } from './repository'

/** Gifts of one answer, and a page of members beyond. */
const PAGE_GRANTS = 100
/** Members of whom the first answer counts everything; in a larger shop it asks the indexes. */
const MOST_COUNTED = 6_000
const COUNTING_MS = 8_000

/**
 * Who would get what on 1–31 days from today on: the job's own code over the same members, writing
 * nothing. The first answer has the totals of the days; each goes on after the one before. Refuses
 * INPUT_INVALID for days that are past or beyond a year, and for a cursor that is none.
 */
export const rehearse: UseCase<typeof gifts.rehearse> = async (input, context) => {
  const { shop, now, todayOn } = context
  const { fromOn, days } = input
  const isAhead = fromOn >= todayOn && fromOn <= yearAfter(todayOn)
  if (!isAhead) return refuse('INPUT_INVALID', { field: 'fromOn' })
  const world: WalkWorld = { shop, desk: await newestGiftDesk(shop), fromOn, days }
  const place = input.cursor === undefined ? null : placeOfCursor(input.cursor, input)
  if (input.cursor !== undefined && !place) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { grants, next } = await pageFrom(place?.walk ?? (await walkFrom(world)), world)
  const totals = place ?? (await totalsOf(world, { grants, next }))
  const answer: Rehearsal = {
    serverNow: now,
    ...{ days: [...totals.days], grants: grants.map(viewOf) },
    ...(next ? { cursor: cursorOf({ ...totals, walk: next }, input) } : {}),
    ...costOf(totals.days),
    ...{ reachableCount: totals.reachableCount, isAtMost: totals.isAtMost },
  }
  return accept(answer)
}

interface Page {
  readonly grants: readonly Rehearsed[]
  readonly next: WalkPlace | null
}

async function pageFrom(from: WalkPlace, world: WalkWorld): Promise<Page> {
  const grants: Rehearsed[] = []
  const hasTimeLeft = workingTime(COUNTING_MS)
  let next: WalkPlace | null = from
  while (next && grants.length < PAGE_GRANTS && hasTimeLeft()) {
    const page: Awaited<ReturnType<typeof walkOn>> = await walkOn(next, world)
    grants.push(...page.rehearsed)
    next = page.next
  }
  return { grants, next }
}

type Totals = Pick<RehearsalPlace, 'days' | 'reachableCount' | 'isAtMost'>

/** Counts on after the first page to the end, as far as one answer may. */
async function totalsOf(world: WalkWorld, first: Page): Promise<Totals> {
  const days = emptyDays(world)
  const reached = new Set<string>()
  const count = (grants: readonly Rehearsed[]) => {
    for (const grant of grants) {
      const at = days.findIndex(({ on }) => on === grant.on)
      const day = days[at]
      if (day) days[at] = withGrant(day, grant)
      if (grant.refused === null) reached.add(grant.memberId)
    }
  }
  count(first.grants)
  const hasTimeLeft = workingTime(COUNTING_MS)
  let { next } = first
  for (let lookedAt = 0; next; ) {
    if (lookedAt > MOST_COUNTED || !hasTimeLeft()) return atMostOf(world)
    const page: Awaited<ReturnType<typeof walkOn>> = await walkOn(next, world)
    count(page.rehearsed)
    lookedAt += page.lookedAt
    next = page.next
  }
  const reachableCount = await countReachable(world.shop, 'gift', [...reached])
  return { days, reachableCount, isAtMost: false }
}

/** What the indexes count: no more than that can come. */
async function atMostOf(world: WalkWorld): Promise<Totals> {
  const { desk, shop } = world
  const days: DayTotals[] = []
  for (const day of emptyDays(world)) {
    let totals = day
    for (const rule of calendarRules(desk)) {
      const { totalCount, dayCount } = rule.budget
      const most = Math.min(totalCount ?? Infinity, dayCount ?? Infinity)
      const grantCount = Math.min(await countDue(rule, day.on, desk), most)
      const points = pointsAtOnce(rule)
      const costFen = costFenOf({ ...rule.gift, points }, { shop, templates: desk.templates })
      totals = {
        on: day.on,
        grantCount: totals.grantCount + grantCount,
        costPoints: totals.costPoints + grantCount * points,
        costFen: totals.costFen + grantCount * costFen,
      }
    }
    days.push(totals)
  }
  const permittedCount = await countReachable(shop, 'gift')
  const reachableCount = Math.min(permittedCount, sumOf(days).grantCount)
  return { days, reachableCount, isAtMost: true }
}

function emptyDays({ fromOn, days }: WalkWorld): DayTotals[] {
  return Array.from({ length: days }, (_unused, day) => ({
    ...{ on: addDays(fromOn, day), grantCount: 0, costPoints: 0, costFen: 0 },
  }))
}

function costOf(days: readonly DayTotals[]) {
  const { costPoints, costFen } = sumOf(days)
  return { costPoints, costFen }
}

function viewOf(grant: Rehearsed): RehearsedGrant {
  const { on, scene, ruleId, title, memberId, maskedName, points, refused } = grant
  return {
    ...{ on, scene, ruleId, title, memberId, maskedName, points },
    couponTemplateIds: [...grant.couponTemplateIds],
    ...(refused === null ? {} : { refused }),
  }
}
