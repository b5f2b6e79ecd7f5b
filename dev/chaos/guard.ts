import type { Mutant } from '../localcloud/conformance/mutants/mutation'

/** A guard of the books, and the runs of which one must notice when it is out. */
export interface GuardMutant extends Mutant {
  readonly family: 'books' | 'coupons' | 'drops' | 'messages' | 'payments' | 'tills'
  readonly noticedBy: readonly string[]
  /** The endpoint at which a run has to look. */
  readonly only?: string
}

export type Guard = Omit<GuardMutant, 'family'>
