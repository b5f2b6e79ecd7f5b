/** What the clock does with lists, each minute. */
import type { Timer } from '../runtime/chores'
import { lapseHolds, sweepMarks } from './entry-chores'
import { arrivalChores } from './tend-arrivals'

export const settleLists: Timer = { chores: [sweepMarks, lapseHolds, ...arrivalChores] }
