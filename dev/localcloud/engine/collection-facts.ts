import type { CollectionIndex } from '../declarations'
import type { EngineState } from './engine-state'

/** What there is, without looking into documents. */
export interface CollectionFacts {
  readonly name: string
  readonly count: number
  /** `_id_` first. */
  readonly indexes: readonly CollectionIndex[]
}

/** Every collection by name, with its newest documents counted. */
export function factsOfCollections({ collections }: EngineState): CollectionFacts[] {
  const facts = [...collections.values()].map(({ name, chains, indexes }) => {
    let count = 0
    for (const { document } of chains.values()) if (document !== null) count += 1
    return { name, count, indexes: indexes.map(({ declaration }) => declaration) }
  })
  return facts.sort((a, b) => (a.name < b.name ? -1 : 1))
}
