import type { Finding, House, Rule } from './house'

/**
 * No file that ships imports itself by way of others, types included: a circle is read in no order,
 * and what ties it is usually a document's type that wants a file of its own.
 */
export const circles: Rule = (house) =>
  circlesOf(arrowsOf(house)).map((circle): Finding => {
    const [path = ''] = circle
    const sentence = `a circle: ${[...circle, path].join(' → ')}`
    return { path, line: 1, rule: 'circles', sentence }
  })

type Arrows = ReadonlyMap<string, readonly string[]>

function arrowsOf({ files }: House): Arrows {
  const shipped = files.filter(({ path }) => !path.startsWith('dev/'))
  const paths = new Set(shipped.map(({ path }) => path))
  return new Map(
    shipped.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target }) => (target && paths.has(target) ? [target] : [])),
    ]),
  )
}

/** The shortest circle through the first file of each knot, every file in one circle at most. */
function circlesOf(arrows: Arrows): string[][] {
  const told = new Set<string>()
  const found: string[][] = []
  for (const path of [...arrows.keys()].sort()) {
    if (told.has(path)) continue
    const circle = shortestBack(path, arrows)
    if (!circle) continue
    found.push(circle)
    for (const each of circle) told.add(each)
  }
  return found
}

function shortestBack(start: string, arrows: Arrows): string[] | null {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const next of arrows.get(path) ?? []) {
      if (next === start) return wayTo(path, cameFrom)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, path)
      waiting.push(next)
    }
  }
  return null
}

function wayTo(last: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [last]
  for (let at = cameFrom.get(last); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}
