/** What the clock does with lists, each minute. */
import type { Timer } from '../runtime/chores'

export const settleLists: Timer = { chores: [] }
