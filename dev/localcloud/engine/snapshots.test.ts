import fc from 'fast-check'
import { thingDeclarations } from '../fixtures/bare-engine'
import { type CollectionData, type Version, visibleDocument } from './collection-data'
import { entriesIn, entryValues } from './declared-index'
import type { Document } from './document'
import { applyWrites, collectionOf, createEngineState, type EngineState } from './engine-state'
import { undoSince } from './flush'
import { createMemoryStore } from './memory-store'
import { releaseSnapshot, type Snapshot, takeSnapshot } from './snapshots'

const keys = ['a', 'b', 'c']
const limits = { lifetimeMs: 1, mostOperations: 1, leastOperationMs: 0, nowMs: () => 0 }

type Step =
  | { readonly act: 'write'; readonly key: string; readonly document: Document | null }
  | { readonly act: 'take' }
  | { readonly act: 'release' | 'undo'; readonly place: number }

const document = fc.record({
  group: fc.constantFrom('g', 'h'),
  rank: fc.integer({ min: 0, max: 2 }),
  mark: fc.constantFrom('x', 'y', 'z'),
  tags: fc.array(fc.constantFrom('t', 'u'), { maxLength: 2 }),
})

const place = fc.nat(9)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant<'write'>('write'),
      key: fc.constantFrom(...keys),
      document: fc.option(document, { freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant<'take'>('take') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant<'release'>('release'), place }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant<'undo'>('undo'), place }) },
)

/** A held snapshot and a copy of all that it saw when it was taken. */
interface Held {
  readonly snapshot: Snapshot
  readonly seen: readonly (Document | null)[]
}

it('keeps exactly the versions and entries that somebody can still see', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), (steps) => {
      const state = emptyState()
      const held: Held[] = []
      for (const one of steps) {
        take(state, held, one)
        checkViews(state, held)
        checkVersions(state, held)
        checkEntries(things(state))
      }
    }),
    { numRuns: 120 },
  )
})

it('drops what lies between two snapshots, however long the older one stays', () => {
  const state = emptyState()
  const old = takeSnapshot(state.snapshots, state.version)
  let before = takeSnapshot(state.snapshots, state.version)
  for (let n = 0; n < 1000; n += 1) {
    write(state, 'a', { n })
    // Short snapshots that overlap: one is always open.
    const next = takeSnapshot(state.snapshots, state.version)
    releaseSnapshot(state.snapshots, before)
    before = next
    expect(versionsOf(things(state), 'a').length).toBeLessThanOrEqual(3)
  }
  expect(visibleDocument(things(state), 'a', old.at)).toBeNull()
})

function emptyState(): EngineState {
  const store = createMemoryStore()
  const state = createEngineState({ store, declarations: thingDeclarations, limits })
  releaseSnapshot(state.snapshots, state.flush.durable)
  return state
}

const things = (state: EngineState): CollectionData => collectionOf(state, 'things')

function write(state: EngineState, key: string, document: Document | null): void {
  applyWrites(state, [{ collection: 'things', key, document }])
}

function take(state: EngineState, held: Held[], one: Step): void {
  if (one.act === 'write') {
    write(state, one.key, one.document)
  } else if (one.act === 'take') {
    const snapshot = takeSnapshot(state.snapshots, state.version)
    held.push({ snapshot, seen: keys.map((key) => visibleDocument(things(state), key)) })
  } else if (one.act === 'release') {
    const [gone] = held.splice(one.place % Math.max(held.length, 1), 1)
    if (gone !== undefined) releaseSnapshot(state.snapshots, gone.snapshot)
  } else {
    const moment = held[one.place % Math.max(held.length, 1)]
    if (moment === undefined) return
    undoSince(state, moment.snapshot)
    const staying = held.filter(({ snapshot }) => snapshot.at <= moment.snapshot.at)
    held.splice(0, held.length, ...staying)
    expect(keys.map((key) => visibleDocument(things(state), key))).toEqual(moment.seen)
  }
}

function checkViews(state: EngineState, held: readonly Held[]): void {
  for (const { snapshot, seen } of held) {
    const now = keys.map((key) => visibleDocument(things(state), key, snapshot.at))
    expect(now).toEqual(seen)
  }
}

function checkVersions(state: EngineState, held: readonly Held[]): void {
  const moments = held.map(({ snapshot }) => snapshot.at)
  for (const key of keys) {
    const versions = versionsOf(things(state), key)
    for (const [place, { at }] of versions.entries()) {
      const until = versions[place - 1]?.at ?? Number.POSITIVE_INFINITY
      const seen = moments.some((moment) => moment >= at && moment < until)
      expect(place === 0 || seen).toBe(true)
    }
    // A removal is remembered for as long as a transaction may be older than it.
    const [newest] = versions
    const lookedPast = moments.some((moment) => moment < (newest?.at ?? 0))
    if (newest?.document === null) expect(versions.length > 1 || lookedPast).toBe(true)
  }
}

function versionsOf(collection: CollectionData, key: string): Version[] {
  const versions: Version[] = []
  for (let one = collection.chains.get(key); one !== undefined; one = one.older) versions.push(one)
  return versions
}

function checkEntries(collection: CollectionData): void {
  for (const index of collection.indexes) {
    const wanted = new Set<string>()
    for (const key of keys) {
      for (const version of versionsOf(collection, key)) {
        if (version.document === null) continue
        for (const values of entryValues(index, version.document)) {
          wanted.add(JSON.stringify([values, key]))
        }
      }
    }
    const found = [...entriesIn(index, { equal: [] })]
    const there = found.map(({ values, key }) => JSON.stringify([values, key]))
    expect(there.sort()).toEqual([...wanted].sort())
  }
}
