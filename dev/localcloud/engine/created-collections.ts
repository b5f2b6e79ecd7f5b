import {
  collectionNameTaken,
  invalidParam,
  storageRefused,
  tooManyCollections,
} from '../platform-error'
import { createCollection } from './collection-data'
import type { EngineState } from './engine-state'
import type { Store } from './store'

const fact = 'createdCollections'

/** "Maximum number of collections" in the platform's table of quotas. */
const mostCollections = 100

/** Letters, digits, - and _, as the SDK's own (unused) check has it; the stricter reading. */
const allowedName = /^[a-zA-Z0-9][\w-]{0,63}$/

/** The collections that functions created while the cloud ran; they outlive it. */
export function createdCollections(store: Store): string[] {
  const stored: unknown = JSON.parse(store.readFact(fact) ?? '[]')
  return Array.isArray(stored) ? stored.map(String) : []
}

/** `createCollection`: a name that is taken is an error, as the documentation says. */
export async function addCollection(state: EngineState, name: string): Promise<void> {
  if (!allowedName.test(name)) throw invalidParam(`the collection name ${name} is not allowed`)
  if (state.collections.has(name)) throw collectionNameTaken()
  if (state.collections.size >= mostCollections) throw tooManyCollections(mostCollections)
  state.collections.set(name, createCollection(name, []))
  const names = [...createdCollections(state.store), name]
  try {
    await state.store.writeFact(fact, JSON.stringify(names))
  } catch {
    state.collections.delete(name)
    throw storageRefused()
  }
}

/** Forgets the collections that were created after the given ones; they must be empty. */
export async function forgetCollections(
  state: EngineState,
  staying: ReadonlySet<string>,
): Promise<void> {
  const gone = [...state.collections.keys()].filter((name) => !staying.has(name))
  if (gone.length === 0) return
  for (const name of gone) state.collections.delete(name)
  const names = createdCollections(state.store).filter((name) => staying.has(name))
  await state.store.writeFact(fact, JSON.stringify(names))
}
