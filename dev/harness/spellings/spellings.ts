import type { Fault } from '../../../shared/reading/reading'

/** What people, tills and spreadsheets write: the value that is meant, or what is told of it. */
export interface Spellings<V> {
  readonly meant: readonly (readonly [typed: string, value: V])[]
  readonly told: readonly (readonly [typed: string, fault: Fault])[]
}
