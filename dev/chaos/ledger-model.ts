import type { ChaosReport, ChaosSetting } from './chaos-run'
import { runTestFile } from './test-file'

export const name = 'ledger-model'

const stories = { quick: 100, full: 500 } as const
const STEPS = 100

/**
 * R6. Stories of 100 steps (earn, spend, expire, refund, reverse, freeze, days) lived through by
 * the rules and by a heap of single points: equal lot by lot after every step.
 */
export async function run({ seed, size }: ChaosSetting): Promise<ChaosReport> {
  const environment = { STORIES: String(stories[size]), SEED: String(seed) }
  const { tests, broken } = runTestFile('rules', 'shared/points/ledger-model.test.ts', environment)
  return { figures: { stories: stories[size], 'steps each': STEPS, tests }, broken }
}
