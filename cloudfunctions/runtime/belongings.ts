/**
 * What belongs to a member beside her account, and follows her when her membership is merged into
 * another one: each document by one conditional update, so that it may be repeated or broken off
 * anywhere. What has followed remembers the merge, so that the merge can be taken back.
 */
import { changeIf, countWhere, type Fields, findWhere, type Stored } from './database'

/** The collections whose documents follow their member. */
export const belongings = ['coupons', 'purchases', 'redemptions'] as const
export type BelongingCollection = (typeof belongings)[number]

/** What every such document carries. */
export interface Belonging {
  readonly memberId: string
  /** By which merge it came to her. */
  readonly mergeId?: string | null
}

/**
 * True of a document that a merge brought and its undoing takes back, but has not yet: what is done
 * with it would be done to the wrong account.
 */
export function isOnItsWayBack(
  { mergeId }: Pick<Belonging, 'mergeId'>,
  mergedFrom: readonly { readonly mergeId: string }[],
): boolean {
  return Boolean(mergeId) && mergedFrom.every((merge) => merge.mergeId !== mergeId)
}

export function heldBy(
  collection: BelongingCollection,
  memberId: string,
  limit: number,
): Promise<Stored<Belonging>[]> {
  return findWhere<Belonging>(collection, { memberId }, { limit })
}

export function countHeldBy(collection: BelongingCollection, memberId: string): Promise<number> {
  return countWhere(collection, { memberId })
}

/** What a merge brought; with `also`, those of them that fit it. */
export function broughtBy<T extends Belonging>(
  collection: BelongingCollection,
  mergeId: string,
  { limit, also = {} }: { limit: number; also?: Fields },
): Promise<Stored<T>[]> {
  return findWhere<T>(collection, { mergeId, ...also }, { limit })
}

/** False when somebody else has moved it meanwhile. */
export function bring(
  collection: BelongingCollection,
  id: string,
  { fromId, toId, mergeId }: { fromId: string; toId: string; mergeId: string },
): Promise<boolean> {
  return changeIf(collection, { _id: id, memberId: fromId }, { memberId: toId, mergeId })
}

export function giveBack(
  collection: BelongingCollection,
  id: string,
  { fromId, mergeId }: { fromId: string; mergeId: string },
): Promise<boolean> {
  return changeIf(collection, { _id: id, mergeId }, { memberId: fromId, mergeId: null })
}
