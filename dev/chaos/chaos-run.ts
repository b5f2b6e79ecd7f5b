import { join } from 'node:path'
import { fixtureFunctions } from '../localcloud/fixtures/sdk'

/** `quick` fits into the tests; `full` is what the figures are shown with. */
export type Size = 'quick' | 'full'

export interface ChaosSetting {
  readonly seed: number
  readonly size: Size
  /** Other functions than the built ones, with a guard taken out; of runs of the shop only. */
  readonly functionsDir?: string
  /** One endpoint, `mall.redeem`, or one function's, `mall.*`, of the runs that go through them. */
  readonly only?: string
  /** How many days `till-days` lives. */
  readonly days?: number
}

/**
 * One run is one file with these exports. The same seed makes the same choices, though not the
 * same interleaving.
 */
export interface ChaosRun {
  readonly name: string
  run(setting: ChaosSetting): Promise<ChaosReport>
}

export interface ChaosReport {
  /** What was done and counted, to be printed. */
  readonly figures: Readonly<Record<string, number>>
  /** A sentence for everything that must not be; empty when all held. */
  readonly broken: readonly string[]
}

/** Random numbers in [0, 1) from a seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Says what is broken, as sentences, where a figure is not what it must be. */
export function unequal(what: string, found: unknown, wanted: unknown): string[] {
  return found === wanted ? [] : [`${what}: ${String(found)} instead of ${String(wanted)}`]
}

/** A cloud whose functions do nothing; the runs speak to its database themselves. */
export const fixtureCloud = {
  functionsDir: fixtureFunctions,
  collectionsFile: join(__dirname, '../localcloud/fixtures/collections.json'),
}
