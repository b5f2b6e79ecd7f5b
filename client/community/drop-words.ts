import { addDays } from '@shared/business-date'
import { dayOf, momentText, shortDay } from '../format'
import type { DropRow } from './drops.store'

export const stateWords: Readonly<Record<DropRow['state'], string>> = {
  scheduled: '未开始',
  open: '进行中',
  soldOut: '已抢完',
  closed: '已结束',
  cancelled: '已取消',
}

/** Its title and terms may wait for a manager, or have been sent back: nobody else sees it then. */
export function standingText({ state, textState }: Pick<DropRow, 'state' | 'textState'>): string {
  if (state === 'cancelled' || state === 'closed' || textState === 'approved') {
    return stateWords[state]
  }
  return textState === 'held' ? '文字待审' : '文字没通过'
}

/** Is it still to come, or under way? */
export function isAhead({ state }: DropRow): boolean {
  return state === 'scheduled' || state === 'open' || state === 'soldOut'
}

/** `今天 20:00 – 21:00`, `11月30日 20:00 – 12月1日 20:00`. */
export function spanText(
  { opensAt, closesAt }: Pick<DropRow, 'opensAt' | 'closesAt'>,
  now: number,
): string {
  const from = `${dayWords(opensAt, now)} ${clockText(opensAt)}`
  const isSameDay = dayOf(opensAt) === dayOf(closesAt)
  const until = isSameDay ? '' : `${dayWords(closesAt, now)} `
  return `${from} – ${until}${clockText(closesAt)}`
}

function dayWords(at: number, now: number): string {
  const on = dayOf(at)
  if (on === dayOf(now)) return '今天'
  return on === addDays(dayOf(now), 1) ? '明天' : shortDay(on)
}

function clockText(at: number): string {
  return momentText(at).slice(11)
}

export function whoText({ joinedBeforeOn }: DropRow['who']): string {
  return joinedBeforeOn === null ? '所有会员' : `${shortDay(joinedBeforeOn)}之前入会的会员`
}

type Share = DropRow['communities'][number]

/** By what was used in the shop; nobody is ranked by what was claimed or passed on. */
export function rankedByUse(communities: readonly Share[]): Share[] {
  return [...communities].sort(byUse)
}

function byUse(a: Omit<Share, 'quota'>, b: Omit<Share, 'quota'>): number {
  return b.redemptions - a.redemptions || b.claims - a.claims
}

/** The communities over several drops, summed up; one that has not opened counts for nobody. */
export function rankedAcross(drops: readonly DropRow[]): Omit<Share, 'quota'>[] {
  const sums = new Map<string, Omit<Share, 'quota'>>()
  for (const { communityId, name, claims, redemptions } of drops.flatMap(
    (drop) => drop.communities,
  )) {
    const sum = sums.get(communityId)
    sums.set(communityId, {
      ...{ communityId, name },
      claims: claims + (sum?.claims ?? 0),
      redemptions: redemptions + (sum?.redemptions ?? 0),
    })
  }
  return [...sums.values()].sort(byUse)
}

export interface DropFigures {
  readonly quota: number
  readonly claims: number
  readonly redemptions: number
}

/** All communities of a drop together. */
export function figuresIn({ communities }: DropRow): DropFigures {
  const sum = (of: (share: Share) => number) => communities.reduce((all, one) => all + of(one), 0)
  return {
    quota: sum(({ quota }) => quota),
    claims: sum(({ claims }) => claims),
    redemptions: sum(({ redemptions }) => redemptions),
  }
}
