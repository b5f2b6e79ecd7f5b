/**
 * Gifts by scene (新人有礼, 纪念日有礼 …): a scene is a row of the shop's data that says what is given
 * and at which occasion; each occasion gives it once. What differs between occasions is one row.
 */
import { addDays, addMonths } from '../business-date'

export interface GiftScene {
  readonly sceneId: string
  /** Every grant and entry keeps the version that it was given by. */
  readonly version: number
  /** As members read it. */
  readonly title: string
  readonly occasion: OccasionKind
  /** Days to claim it, the day itself included. */
  readonly claimDays: number
  readonly points: number
  /** The coupons, by their templates. */
  readonly templateIds: readonly string[]
}

export type OccasionKind = keyof typeof occasions

/** What of a member an occasion follows from. */
export interface OccasionFacts {
  readonly joinedOn: string
  readonly todayOn: string
}

/** One occasion of one member: its days, and what sets it apart from the next one. */
export interface Occasion {
  readonly key: string
  readonly fromOn: string
  readonly untilOn: string
}

/** `joinFirst` shows visitors what waits for them. */
export type GiftState = 'joinFirst' | 'claimable' | 'claimed' | 'expired'

export type GrantState = 'waiting' | 'claimed' | 'granted' | 'lapsed' | 'refused'

interface OccasionRule {
  /** How often, in the words of an entry's rule. */
  readonly often: string
  /** The newest one that has begun: its key and its first day; null when there was none yet. */
  begun(facts: OccasionFacts): { readonly key: string; readonly fromOn: string } | null
}

const MONTHS_A_YEAR = 12

const occasions = {
  joining: {
    often: '每位会员一次',
    begun: ({ joinedOn }) => ({ key: 'once', fromOn: joinedOn }),
  },
  anniversary: {
    often: '每位会员每年一次',
    begun: ({ joinedOn, todayOn }) => {
      const years = Number(todayOn.slice(0, 4)) - Number(joinedOn.slice(0, 4))
      const fromOn = [years, years - 1]
        .filter((passed) => passed > 0)
        .map((passed) => addMonths(joinedOn, passed * MONTHS_A_YEAR))
        .find((on) => on <= todayOn)
      return fromOn === undefined ? null : { key: fromOn.slice(0, 4), fromOn }
    },
  },
  // No date brings it: the feature that counts towards it gives it.
  counted: { often: '每集满一次送一次', begun: () => null },
} as const satisfies Record<string, OccasionRule>

/** The first scene of every shop; its pack is also what a visitor is promised. */
export const WELCOME = 'welcome'

/** The scenes of a new shop, before its manager has changed anything. */
export const newScenes = [
  {
    sceneId: WELCOME,
    version: 1,
    title: '新人礼包',
    occasion: 'joining',
    claimDays: 7,
    points: 100,
    templateIds: ['welcome-5'],
  },
  {
    sceneId: 'anniversary',
    version: 1,
    title: '入会纪念日礼',
    occasion: 'anniversary',
    claimDays: 7,
    points: 50,
    templateIds: [],
  },
] as const satisfies readonly GiftScene[]

export type SceneId = (typeof newScenes)[number]['sceneId']

/** True when a stored row names an occasion that there is. */
export function hasOccasion({ occasion }: Pick<GiftScene, 'occasion'>): boolean {
  return Object.hasOwn(occasions, occasion)
}

export function occasionOf(scene: GiftScene, facts: OccasionFacts): Occasion | null {
  const begun = occasions[scene.occasion].begun(facts)
  return begun && { ...begun, untilOn: addDays(begun.fromOn, scene.claimDays - 1) }
}

/** Nature's key of a grant: one for each scene, member and occasion, whatever the request. */
export function grantKeyOf(sceneId: string, memberId: string, occasionKey: string): string {
  return `${sceneId}:${memberId}:${occasionKey}`
}

/** True when one of these grants is of this occasion, also one that a merged membership had. */
export function isGranted(
  grants: readonly string[],
  sceneId: string,
  occasionKey: string,
): boolean {
  return grants.some((key) => key.startsWith(`${sceneId}:`) && key.endsWith(`:${occasionKey}`))
}

/** How a gift stands with a member; `member` is null for a visitor. */
export function giftStateOf(
  scene: GiftScene,
  member: { readonly joinedOn: string; readonly grants: readonly string[] } | null,
  todayOn: string,
): { readonly state: GiftState; readonly claimableUntilOn: string | null } {
  if (!member) return { state: 'joinFirst', claimableUntilOn: null }
  const occasion = occasionOf(scene, { joinedOn: member.joinedOn, todayOn })
  if (!occasion) return { state: 'expired', claimableUntilOn: null }
  const claimableUntilOn = occasion.untilOn
  if (isGranted(member.grants, scene.sceneId, occasion.key)) {
    return { state: 'claimed', claimableUntilOn }
  }
  return { state: todayOn > claimableUntilOn ? 'expired' : 'claimable', claimableUntilOn }
}

/** The rule of a gift's entry, in the shopper's words. */
export function sceneSentence({ title, occasion }: Pick<GiftScene, 'title' | 'occasion'>): string {
  return `${title}，${occasions[occasion].often}`
}
