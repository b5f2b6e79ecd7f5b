/** What waits for a member: what was put aside for her, and what her days bring by themselves. */
import { startOfDateAt } from '../business-date'
import type { Care } from './care'
import { openGifts } from './decide'
import type { GiftRule, GiftScene } from './gift-rule'
import { grantKeyOf, isGranted } from './grant-key'
import { type GiftFacts, type GiftWorld, occasionOf, scenes } from './scenes'

export interface Waiting {
  readonly giftId: string
  readonly scene: GiftScene
  readonly title: string
  readonly points: number
  readonly claimUntilOn: string
}

/** `joinFirst` shows visitors what waits for them. */
export type PackState = 'joinFirst' | 'claimable' | 'claimed' | 'expired'

export interface WaitingCase {
  readonly memberId: string
  readonly facts: GiftFacts
  readonly care: Pick<Care, 'waiting'>
  readonly now: number
  readonly todayOn: string
}

const GIFT_HOUR_MS = 9 * 3_600_000

/** The instant at which the gifts of a date come. */
export function giftsComeAt(on: string): number {
  return startOfDateAt(on) + GIFT_HOUR_MS
}

/** True once a gift that begins on a date can be had: those with a job come at nine. */
export function hasCome(
  { scene }: Pick<GiftRule, 'scene'>,
  fromOn: string,
  { now, todayOn }: Pick<WaitingCase, 'now' | 'todayOn'>,
): boolean {
  const row = scenes[scene]
  if (row.by === 'date' && row.needsNoJob) return fromOn <= todayOn
  return fromOn < todayOn || (fromOn === todayOn && now >= giftsComeAt(todayOn))
}

/** The points of its gift that come at once: those of a welcome back come with the purchase. */
export function pointsAtOnce({ scene, gift }: Pick<GiftRule, 'scene' | 'gift'>): number {
  return scene === 'wakeUp' ? 0 : gift.points
}

/** In the order in which they are claimed: what ends first. */
export function waitingFor(
  rules: readonly GiftRule[],
  { memberId, facts, care, now, todayOn }: WaitingCase,
  world: GiftWorld,
): readonly Waiting[] {
  const kept = care.waiting
    .filter(({ untilOn }) => untilOn >= todayOn)
    .map(({ giftId, rule, untilOn }): Waiting => {
      const { scene, title, points } = rule
      return { giftId, scene, title, points, claimUntilOn: untilOn }
    })
  const open = openGifts(rules, facts, { on: todayOn, world })
    .filter(({ rule, occasion }) => hasCome(rule, occasion.fromOn, { now, todayOn }))
    .map(({ rule, occasion }): Waiting => {
      const giftId = grantKeyOf(rule.ruleId, memberId, occasion.key)
      const { scene, title } = rule
      return { giftId, scene, title, points: pointsAtOnce(rule), claimUntilOn: occasion.untilOn }
    })
  return [...kept, ...open].sort((a, b) => a.claimUntilOn.localeCompare(b.claimUntilOn))
}

/** How the welcome pack stands with a member, or (null) with a visitor. */
export function packStateOf(
  rule: GiftRule,
  facts: GiftFacts | null,
  at: { readonly todayOn: string; readonly world: GiftWorld },
): { readonly state: PackState; readonly claimableUntilOn: string | null } {
  if (!facts) return { state: 'joinFirst', claimableUntilOn: null }
  const occasion = occasionOf(rule, facts, { on: at.todayOn, world: at.world })
  if (!occasion) return { state: 'expired', claimableUntilOn: null }
  const claimableUntilOn = occasion.untilOn
  if (isGranted(facts.grants, rule.ruleId, occasion.key)) {
    return { state: 'claimed', claimableUntilOn }
  }
  const isOpen = at.todayOn <= claimableUntilOn
  return { state: isOpen ? 'claimable' : 'expired', claimableUntilOn }
}
