/** What the clock does with lists, each minute. */
import type { Timer } from '../runtime/chores'
import { lapseHolds, sweepMarks } from './entry-chores'

export const settleLists: Timer = { chores: [sweepMarks, lapseHolds] }
