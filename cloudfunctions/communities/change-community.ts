/**
 * What is done to a community is one transaction: the community as it is then, and a line of its
 * history that nothing changes again. The line is the request's record, so it costs no call more.
 */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { getById, inTransaction, type Transaction } from '../runtime/database'
import { type Booked, type Meaning, recorded } from '../runtime/once'
import {
  type Community,
  type CommunityActDocument,
  type CommunityDocument,
  forgetCommunities,
} from './repository'

export interface Act<T> {
  readonly communityId: string
  readonly kind: CommunityActDocument['kind']
  /** Decides on the community of this moment, and writes what belongs to it beside. */
  readonly decide: (tx: Transaction, community: Community) => Promise<Outcome<Decision<T>>>
}

export interface Decision<T> {
  readonly changed: Partial<CommunityDocument>
  readonly answer: T
}

/**
 * The same request again is answered from its line. Who meets another at the same key (a group, a
 * number of rules) decides again: the other has it by then.
 */
export function recordedAct<T>(
  context: StaffContext,
  meaning: Meaning,
  act: (hash: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const find = () => getById<{ request: Booked<T> }>('community_acts', context.requestKey)
  return recorded<T>(context, { meaning, find }, async ({ hash }) => {
    const outcome = await act(hash)
    if (outcome.ok) forgetCommunities()
    return !outcome.ok && outcome.code === 'ALREADY_THERE' ? refuse('UNDER_WAY') : outcome
  })
}

/** Refuses COMMUNITY_NOT_FOUND, and what the act refuses. */
export function changeCommunity<T>(
  context: StaffContext,
  hash: string,
  { communityId, kind, decide }: Act<T>,
): Promise<Outcome<T>> {
  return inTransaction<T>(async (tx) => {
    const community = await tx.get<CommunityDocument>('communities', communityId)
    if (!community) return refuse('COMMUNITY_NOT_FOUND')
    const decided = await decide(tx, community)
    if (!decided.ok) return decided
    const { answer } = decided.value
    const { changed, before } = difference(community, decided.value.changed)
    if (Object.keys(changed).length > 0) await tx.update('communities', communityId, changed)
    await insertAct(tx, context, { communityId, kind, changed, before, request: { hash, answer } })
    return accept(answer)
  })
}

/** What is already so is no change: the platform takes it for a document that is missing. */
function difference(community: Community, wanted: Partial<CommunityDocument>) {
  const was = new Map<string, unknown>(Object.entries(community))
  const changed = Object.entries(wanted).filter(([field, value]) => was.get(field) !== value)
  const before = changed.map(([field]) => [field, was.get(field)])
  return { changed: Object.fromEntries(changed), before: Object.fromEntries(before) }
}

/** One more line of a community's history. */
export function insertAct(
  tx: Transaction,
  { requestKey, now, memberId }: Pick<StaffContext, 'requestKey' | 'now' | 'memberId'>,
  act: Omit<CommunityActDocument, 'at' | 'by'>,
): Promise<void> {
  return tx.insert('community_acts', { _id: requestKey, ...act, at: now, by: memberId })
}
