import type { Timer } from '../runtime/chores'
import { forgetting } from '../runtime/retention'
import { oldLookups } from './lookup-document'
import { oldReveals } from './repository'
import { reseal } from './reseal'

/** Private data go to the newest key; who looked at some long ago is forgotten. */
export const keepPrivate: Timer = { chores: [reseal, forgetting(oldReveals, ...oldLookups)] }
