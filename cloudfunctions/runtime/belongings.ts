/**
 * What belongs to a member beside her account, and follows her when her membership is merged into
 * another one: each document by one conditional update, so that it may be repeated or broken off
 * anywhere. What has followed remembers the merge, so that the merge can be taken back.
 */
import { type BelongingCollection, collections } from './collections'
import { changeIf, command, countWhere, type Fields, findWhere, type Stored } from './database'
import type { CollectionDeclaration } from './declaration'

/** The collections whose documents follow their member, as they are declared. */
export const belongings: readonly BelongingCollection[] = Object.keys(collections).filter(follows)

function follows(name: string): name is BelongingCollection {
  const declared: Readonly<Record<string, CollectionDeclaration>> = collections
  return declared[name]?.followsUnlessUsed !== undefined
}

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

/** A page of what a merge brought. */
export function broughtBy(
  collection: BelongingCollection,
  mergeId: string,
  limit: number,
): Promise<Stored<Belonging>[]> {
  return findWhere<Belonging>(collection, { mergeId }, { limit })
}

/**
 * True when something that a merge brought was used since, or was booked for the other membership
 * by a request from before it: its points came to the wrong account.
 */
export async function isUsedSince(mergeId: string, sinceAt: number): Promise<boolean> {
  for (const collection of belongings) {
    for (const field of collections[collection].followsUnlessUsed) {
      const used: Fields = { mergeId, [field]: command.gte(sinceAt) }
      if ((await findWhere(collection, used, { limit: 1 })).length > 0) return true
    }
  }
  return false
}

/** False when somebody else has moved it meanwhile. */
export function bring(
  collection: BelongingCollection,
  id: string,
  { fromId, toId, mergeId }: { fromId: string; toId: string; mergeId: string },
): Promise<boolean> {
  return changeIf(collection, { _id: id, memberId: fromId }, { memberId: toId, mergeId })
}

/** What is another's by now, e.g. a coupon that was given to a friend, stays where it is. */
export function giveBack(
  collection: BelongingCollection,
  id: string,
  { fromId, toId, mergeId }: { fromId: string; toId: string; mergeId: string },
): Promise<boolean> {
  return changeIf(
    collection,
    { _id: id, memberId: toId, mergeId },
    { memberId: fromId, mergeId: null },
  )
}
