/**
 * A message against what was taken from the list's text before. People renumber, so an entry is the
 * one of its name, and of several of one name that with the same order, or else the next.
 */
import { nameKey } from './fold'
import type { Line } from './orders'

export interface Named {
  readonly name: string
  readonly lines: readonly Line[]
}

export interface Taken extends Named {
  readonly number: number
}

export type Seen = 'new' | 'known' | 'changed'

/** For each entry what it was taken as, its place in `taken`; null: it is new. */
export function matchTaken(
  entries: readonly Named[],
  taken: readonly Named[],
): { readonly places: readonly (number | null)[]; readonly gone: readonly number[] } {
  const waiting = placesByName(taken)
  const places: (number | null)[] = entries.map((entry) => {
    const same = waiting.get(nameKey(entry.name)) ?? []
    const at = same.findIndex((place) => isSameOrder(entry, taken[place]))
    return at < 0 ? null : (same.splice(at, 1)[0] ?? null)
  })
  for (const [at, entry] of entries.entries()) {
    if (places[at] === null) places[at] = waiting.get(nameKey(entry.name))?.shift() ?? null
  }
  const gone = [...waiting.values()].flat().sort((one, other) => one - other)
  return { places, gone }
}

export function seenAs(entry: Named, before: Named | undefined): Seen {
  if (!before) return 'new'
  return isSameOrder(entry, before) ? 'known' : 'changed'
}

function placesByName(taken: readonly Named[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { name }] of taken.entries()) {
    const key = nameKey(name)
    places.set(key, [...(places.get(key) ?? []), place])
  }
  return places
}

export function isSameOrder(one: Named, other: Named | undefined): boolean {
  if (!other || one.lines.length !== other.lines.length) return false
  const quantities = new Map(other.lines.map(({ itemId, quantity }) => [itemId, quantity]))
  return one.lines.every(({ itemId, quantity }) => quantities.get(itemId) === quantity)
}
