/** Who came to which store and checked in there, a document for each member and calendar day. */

import type { Nearness } from '../../shared/checkin/nearness'
import type { CheckInAnswer } from '../../shared/contract/checkin'
import { MAX_WRONG_STORE_CODES } from '../../shared/limits'
import {
  changeIf,
  command,
  countWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'

export interface VisitsDocument {
  readonly memberId: string
  readonly on: string
  /** The stores of `visits`, to be counted by. */
  readonly storeIds: readonly string[]
  readonly visits: readonly StoreVisit[]
  readonly wrongCount: number
}
export type Visits = Stored<VisitsDocument>

export interface StoreVisit {
  readonly storeId: string
  readonly at: number
  /** `unknown` where she told no place, or the shop has told none of the store. */
  readonly nearness: Nearness
  /** What she was answered, so that she is answered the same again. */
  readonly request: { readonly hash: string; readonly answer: CheckInAnswer }
}

/** Whose visits of which calendar day. */
export interface VisitDay {
  readonly memberId: string
  readonly on: string
}

export function readVisits(day: VisitDay, tx?: Transaction): Promise<Visits | null> {
  const id = idOf(day)
  return tx ? tx.get<VisitsDocument>('store_visits', id) : getById('store_visits', id)
}

/** Adds a visit in the transaction that books it; `known` is the day's document so far. */
export async function keepVisit(
  tx: Transaction,
  day: VisitDay,
  { known, visit }: { readonly known: Visits | null; readonly visit: StoreVisit },
): Promise<void> {
  const visits = [...(known?.visits ?? []), visit]
  const storeIds = visits.map(({ storeId }) => storeId)
  const wrongCount = known?.wrongCount ?? 0
  const document: Visits = { _id: idOf(day), ...day, storeIds, visits, wrongCount }
  if (known) await tx.put('store_visits', document)
  else await tx.insert('store_visits', document)
}

/** Counts a wrong code: false when she may try no more today. Parallel guesses all count. */
export async function countWrongCode(day: VisitDay): Promise<boolean> {
  const _id = idOf(day)
  const mayTry = { _id, wrongCount: command.lt(MAX_WRONG_STORE_CODES) }
  const oneMore = { wrongCount: command.inc(1) }
  if (await changeIf('store_visits', mayTry, oneMore)) return true
  const first: Visits = { _id, ...day, storeIds: [], visits: [], wrongCount: 1 }
  if ((await insertNew('store_visits', first)).ok) return true
  return changeIf('store_visits', mayTry, oneMore)
}

export function countVisits(storeId: string, on: string): Promise<number> {
  return countWhere('store_visits', { on, storeIds: storeId })
}

function idOf({ memberId, on }: VisitDay): string {
  return `${memberId}:${on}`
}
