import type { Finding, House, Rule } from './house'
import { rankOf } from './ranks'

/** Where the picture stands, and between which lines. */
export const PICTURE_PAGE = 'docs/architecture.md'
const BEGIN = '<!-- house: drawn by `npm run house`, never by hand -->'
const END = '<!-- house: end -->'

/** Room → the rooms that it imports from. */
export type Arrows = ReadonlyMap<string, readonly string[]>

/** Files at the root of an area stand together: everything may build on them. */
const GROUND = 'ground'
const areas = ['shared', 'cloudfunctions', 'client'] as const

/** The picture in the docs is the one that today's imports draw. */
export const picture: Rule = (house) => {
  const page = house.pages[PICTURE_PAGE]
  if (page === undefined || page === withPicture(page, house)) return []
  const sentence = 'the picture of the rooms is stale: npm run house draws it anew'
  const finding: Finding = { path: PICTURE_PAGE, line: 1, rule: 'picture', sentence }
  return [finding]
}

/** The page with the picture of this house; throws when it has no place for one. */
export function withPicture(page: string, house: House): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`no place between "${BEGIN}" and "${END}"`)
  const drawn = areas.map((area) => draw(area, house)).join('\n\n')
  return `${page.slice(0, from + BEGIN.length)}\n\n${drawn}\n\n${page.slice(to)}`
}

/** Which rooms of an area import from which others; a room is a folder. Tests do not count. */
export function arrowsOf(area: string, house: House): Arrows {
  return arrowsBetween(house, (path) => {
    const [top, room, below] = path.split('/')
    if (top !== area || room === undefined) return null
    return below === undefined ? GROUND : room
  })
}

/** A function's table of contents stands above all rooms: it mounts screens under its name. */
const CONTENTS = /^cloudfunctions\/[a-z]+\/index\.ts$/

/** The arrows between whatever a path belongs to; null leaves the path out. */
export function arrowsBetween({ files }: House, roomOf: (path: string) => string | null): Arrows {
  const arrows = new Map<string, Set<string>>()
  for (const { path, isTest, imports } of files) {
    const room = roomOf(path)
    if (isTest || room === null || CONTENTS.test(path)) continue
    const others = arrows.get(room) ?? new Set<string>()
    arrows.set(room, others)
    for (const { target } of imports) {
      const other = target === undefined ? null : roomOf(target)
      if (other !== null && other !== room) others.add(other)
    }
  }
  const rooms = [...arrows.keys()].sort()
  return new Map(rooms.map((room) => [room, [...(arrows.get(room) ?? [])].sort()]))
}

export function countArrows(arrows: Arrows): number {
  return [...arrows.values()].reduce((sum, others) => sum + others.length, 0)
}

/** Without the arrows that a way over other rooms says already, so that a reader can follow it. */
export function fewestArrows(arrows: Arrows): Arrows {
  const kept = new Map([...arrows].map(([room, others]) => [room, [...others]]))
  for (const [room, others] of arrows) {
    for (const other of others) {
      const without = (kept.get(room) ?? []).filter((each) => each !== other)
      kept.set(room, without)
      if (!leadsTo(room, other, kept)) kept.set(room, [...without, other].sort())
    }
  }
  return kept
}

function leadsTo(from: string, to: string, arrows: Arrows): boolean {
  const seen = new Set<string>()
  const waiting = [from]
  for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
    for (const next of arrows.get(room) ?? []) {
      if (next === to) return true
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return false
}

function draw(area: string, house: House): string {
  const arrows = arrowsOf(area, house)
  const lines = [...fewestArrows(arrows)].flatMap(([room, others]) =>
    others.length > 0 ? others.map((other) => `  ${room} --> ${other}`) : [`  ${room}`],
  )
  const table = [...arrows].map(
    ([room, others]) => `| ${roomText(area, room)} | ${others.join(', ') || '—'} |`,
  )
  return [
    `**${area}/**: ${arrows.size} rooms, ${countArrows(arrows)} arrows.`,
    ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n'),
    ['| room | imports from |', '|---|---|', ...table].join('\n'),
  ].join('\n\n')
}

/** With its rank, where there are ranks. */
function roomText(area: string, room: string): string {
  const rank = area === 'cloudfunctions' ? rankOf(room) : undefined
  return rank === undefined ? room : `${room} (rank ${rank})`
}
