import type { HeldKind } from '../moderation/decide-in-transaction'

/**
 * All whose texts may be held for a person, one row each. There is none yet: a shop's first texts
 * by others than its managers are the rules of a community and the words of a drop.
 */
export const heldKinds: readonly HeldKind[] = []
