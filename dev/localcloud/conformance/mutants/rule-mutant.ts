import type { Mutant } from './mutation'

/** A rule of the platform taken out of the local cloud, and the case that must notice. */
export interface RuleMutant extends Mutant {
  readonly area: string
  /** The one that must fail. */
  readonly killedBy: string
  /** How long the transactions of its cloud live; 30 s when not given. */
  readonly transactionLifetimeMs?: number
  /** Proven without a case: a cloud that declares so many for a collection does not start. */
  readonly indexesCount?: number
}

export const engine = 'engine'
export const gateway = 'gateway'
