import { type CollectionData, dropVersion, type Version } from './collection-data'

/** A version that is kept for somebody's sake. */
interface Kept {
  readonly collection: CollectionData
  readonly key: string
  readonly version: Version
}

/** A moment that somebody still looks at, and what is kept because of it. */
export interface Snapshot {
  readonly at: number
  /** How many look at this same moment. */
  holders: number
  /** Versions that were replaced since, of which this is the last snapshot to see them. */
  replaced: Kept[]
  /** Removals since: until nobody looks back before them they still make writers conflict. */
  removals: Kept[]
}

/** The snapshots that are held, oldest first. */
export interface SnapshotTable {
  readonly held: Snapshot[]
}

/** Holds the present moment, whose versions stay until `releaseSnapshot`. */
export function takeSnapshot(table: SnapshotTable, at: number): Snapshot {
  const newest = table.held.at(-1)
  if (newest !== undefined && newest.at === at) {
    newest.holders += 1
    return newest
  }
  const snapshot = { at, holders: 1, replaced: [], removals: [] }
  table.held.push(snapshot)
  return snapshot
}

/** Holds a moment that is held already, once more. */
export function holdSnapshot(snapshot: Snapshot): Snapshot {
  snapshot.holders += 1
  return snapshot
}

/** Lets go of a moment: what only it could see is dropped, the rest is left to the one before. */
export function releaseSnapshot(table: SnapshotTable, snapshot: Snapshot): void {
  snapshot.holders -= 1
  const place = table.held.indexOf(snapshot)
  if (snapshot.holders > 0 || place < 0) return
  table.held.splice(place, 1)
  const before = table.held[place - 1]
  for (const kept of snapshot.replaced) {
    if (before !== undefined && before.at >= kept.version.at) before.replaced.push(kept)
    else dropVersion(kept.collection, kept.key, kept.version)
  }
  for (const kept of snapshot.removals) {
    if (before !== undefined) before.removals.push(kept)
    else forgetRemoval(kept)
  }
}

/** A version was replaced: it stays for the newest snapshot that sees it, or goes at once. */
export function keepReplaced(table: SnapshotTable, kept: Kept): void {
  const newest = table.held.at(-1)
  if (newest !== undefined && newest.at >= kept.version.at) newest.replaced.push(kept)
  else dropVersion(kept.collection, kept.key, kept.version)
}

/** A document was removed: that it was is remembered for those who look back before it. */
export function keepRemoval(table: SnapshotTable, kept: Kept): void {
  const looking = table.held.filter(({ at }) => at < kept.version.at).at(-1)
  if (looking !== undefined) looking.removals.push(kept)
  else forgetRemoval(kept)
}

/**
 * Forgets all snapshots after this one, which sees the newest state again: whatever replaced or
 * removed something since has been undone by the caller.
 */
export function returnToSnapshot(table: SnapshotTable, snapshot: Snapshot): void {
  table.held.splice(table.held.indexOf(snapshot) + 1)
  snapshot.replaced = []
  snapshot.removals = []
}

function forgetRemoval({ collection, key, version }: Kept): void {
  const newest = collection.chains.get(key)
  if (newest === version && version.older === undefined) collection.chains.delete(key)
}
