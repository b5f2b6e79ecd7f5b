/**
 * Walks through the gifts of some days in the order in which the job gives them: day by day, rule
 * by rule, member by member. It decides by the same code and writes nothing.
 */
import { addDays } from '../../shared/business-date'
import { decideGrants } from '../../shared/gifts/decide'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { type BudgetLeft, type Rehearsed, takenFrom } from '../../shared/gifts/rehearsal'
import { scenes } from '../../shared/gifts/scenes'
import { pointsAtOnce } from '../../shared/gifts/waiting'
import { maskName } from '../../shared/masked-name'
import type { Shop } from '../../shared/rules/shop'
import { type Account, accountOf, accountsBy } from '../points/repository'
import type { Member } from '../runtime/people'
import { budgetsOf, readBudget, totalBudgetId } from './budget-document'
import { type DuePlace, dueMembers } from './due-members'
import { costFenOf, factsOf, type GiftDesk } from './repository'

/** Where a walk goes on: after which page of which rule of which day. */
export interface WalkPlace {
  /** Days since the first. */
  readonly day: number
  /** Among the rules of the calendar. */
  readonly rule: number
  readonly due: DuePlace | null
  /** Of rules with a budget, by their place. */
  readonly left: Readonly<Record<string, BudgetLeft>>
}

export interface WalkWorld {
  readonly shop: Shop
  readonly desk: GiftDesk
  readonly fromOn: string
  readonly days: number
}

export interface WalkPage {
  readonly rehearsed: readonly Rehearsed[]
  /** Null: the walk is over. */
  readonly next: WalkPlace | null
  readonly lookedAt: number
}

export const PAGE_MEMBERS = 100

/** The rules that a date brings, in the order in which they are given. */
export function calendarRules({ lawful }: Pick<GiftDesk, 'lawful'>): readonly GiftRule[] {
  return lawful.filter(({ isOn, scene }) => isOn && scenes[scene].by === 'date')
}

/** Where a walk begins, with what is left of each budget by now. */
export async function walkFrom({ desk, fromOn }: WalkWorld): Promise<WalkPlace> {
  const left: Record<string, BudgetLeft> = {}
  for (const { ruleId, budget } of calendarRules(desk)) {
    const known = budgetsOf(ruleId, budget, fromOn)
    if (known.length === 0) continue
    const [total, day] = [
      await readBudget(totalBudgetId(ruleId)),
      await readBudget(`${ruleId}:${fromOn}`),
    ]
    const totalLeft = budget.totalCount === null ? null : (total?.leftCount ?? budget.totalCount)
    left[ruleId] = { totalLeft, on: fromOn, dayUsed: day ? day.count - day.leftCount : 0 }
  }
  return { day: 0, rule: 0, due: null, left }
}

/** The next page of members of one rule on one day. */
export async function walkOn(place: WalkPlace, world: WalkWorld): Promise<WalkPage> {
  const { desk, fromOn, days } = world
  const rules = calendarRules(desk)
  const rule = rules[place.rule]
  if (!rule) {
    const day = place.day + 1
    const next = day < days ? { ...place, day, rule: 0, due: null } : null
    return { rehearsed: [], next, lookedAt: 0 }
  }
  const on = addDays(fromOn, place.day)
  const page = await dueMembers(rule, on, { desk, place: place.due, limit: PAGE_MEMBERS })
  const accounts = await accountsBy(page.members.map(({ _id }) => _id))
  const decided = page.members.flatMap((member) => {
    const account = accounts.get(member._id) ?? accountOf(member._id, null)
    if (page.isByJoining && account.care.lastBoughtOn !== null) return []
    return rehearsedOf(member, { rule, on, account, world }) ?? []
  })
  const { rehearsed, left } = withinBudgets(decided, { rule, on, left: place.left })
  const step = page.next ? { due: page.next } : { rule: place.rule + 1, due: null }
  return { rehearsed, next: { ...place, ...step, left }, lookedAt: page.members.length }
}

function rehearsedOf(
  member: Member,
  {
    rule,
    on,
    account,
    world: { shop, desk },
  }: { rule: GiftRule; on: string; account: Account; world: WalkWorld },
): Rehearsed | null {
  const decided = decideGrants(desk.lawful, factsOf(member, account), { on, world: desk.world })
  const own = decided.find((each) => each.rule.ruleId === rule.ruleId)
  if (!own) return null
  const { couponTemplateIds } = rule.gift
  const points = pointsAtOnce(rule)
  return {
    ...{ on, scene: rule.scene, ruleId: rule.ruleId, title: rule.title, memberId: member._id },
    ...{ maskedName: maskName(member.nickname), points, couponTemplateIds },
    costFen: costFenOf({ points, couponTemplateIds }, { shop, templates: desk.templates }),
    refused: own.refused,
  }
}

/** One after the other, as they come: who comes too late is told so. */
function withinBudgets(
  decided: readonly Rehearsed[],
  { rule, on, left }: { rule: GiftRule; on: string; left: WalkPlace['left'] },
): { readonly rehearsed: readonly Rehearsed[]; readonly left: WalkPlace['left'] } {
  let own = left[rule.ruleId]
  const rehearsed = decided.map((each): Rehearsed => {
    if (!own || each.refused !== null) return each
    const after = takenFrom(own, rule.budget, on)
    if (!after) return { ...each, refused: 'budget' }
    own = after
    return each
  })
  return { rehearsed, left: own ? { ...left, [rule.ruleId]: own } : left }
}
