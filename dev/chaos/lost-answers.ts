import type { ChaosReport, ChaosSetting } from './chaos-run'
import { runTestFile } from './test-file'

export const name = 'lost-answers'

/** Two stories of 390 operations in all each time: the long form has more than 5,000. */
const times = { quick: 1, full: 13 } as const
const OPERATIONS = 390

/**
 * R5. Neighbours live through the functions while one answer in ten is lost after its effect and
 * one in twenty comes late; phones ask again with their request id. Lot by lot the end is that of
 * the heaps, which never heard of losses.
 */
export async function run({ seed, size }: ChaosSetting): Promise<ChaosReport> {
  const environment = { STORY_TIMES: String(times[size]), LOSE_ANSWERS: '1', SEED: String(seed) }
  const file = 'cloudfunctions/points/ledger-model.test.ts'
  const { tests, broken } = runTestFile('functions', file, environment)
  return { figures: { operations: OPERATIONS * times[size], tests }, broken }
}
