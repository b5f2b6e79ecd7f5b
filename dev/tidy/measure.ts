import { circles } from './circles'
import type { House, SourceFile } from './house'
import { type Arrows, arrowsBetween, countArrows } from './picture'

/** One line of the table: what was measured, and the figure. */
export type Measured = readonly (readonly [what: string, figure: string])[]

const TWIN_LINES = 6
const areas = ['shared', 'cloudfunctions'] as const

/** The figures of a house by which two states of it are compared. */
export function measure(house: House): Measured {
  const product = house.files.filter(isProduct)
  const sizes = product.map(linesOf).sort((one, other) => one - other)
  const tests = house.files.filter(({ isTest }) => isTest)
  const [folder, count] = largest(countsBy(product, folderOf))
  const [file, lines] = largest(new Map(product.map((each) => [each.path, linesOf(each)])))
  return [
    ['product files', whole(product.length)],
    ['product lines', whole(sum(sizes))],
    ['test lines', whole(sum(tests.map(linesOf)))],
    ['circles between files', whole(circles(house).length)],
    ...areas.flatMap((area) => measureArea(area, house)),
    ['largest folder, product files', `${whole(count)} (${folder})`],
    ['median file, lines', whole(sizes[Math.floor(sizes.length / 2)] ?? 0)],
    ['largest file, lines', `${whole(lines)} (${file})`],
    [`lines that stand twice, in runs of ${TWIN_LINES} and more`, whole(twinLines(product))],
  ]
}

/** Here a file at the root counts as a room of its own: a heap of them is no order. */
function measureArea(area: string, house: House): Measured {
  const arrows = arrowsBetween(house, (path) => {
    const [top, room] = path.split('/')
    return top === area ? (room ?? null) : null
  })
  return [
    [`rooms of ${area}/`, whole(arrows.size)],
    [`arrows of ${area}/`, whole(countArrows(arrows))],
    [`floors of ${area}/`, whole(floorsOf(arrows))],
  ]
}

/** The rooms on the longest way down; of a circle each room counts once. */
export function floorsOf(arrows: Arrows): number {
  const known = new Map<string, number>()
  const depthOf = (room: string, above: readonly string[]): number => {
    const before = known.get(room)
    if (before !== undefined) return before
    const below = (arrows.get(room) ?? []).filter((other) => !above.includes(other))
    const depth = 1 + Math.max(0, ...below.map((other) => depthOf(other, [...above, room])))
    known.set(room, depth)
    return depth
  }
  return Math.max(0, ...[...arrows.keys()].map((room) => depthOf(room, [])))
}

/** Lines that are part of a run which stands somewhere else too, compared without their margins. */
export function twinLines(files: readonly Pick<SourceFile, 'text'>[]): number {
  const texts = files.map(({ text }) => text.split('\n').map((line) => line.trim()))
  const places = new Map<string, [file: number, line: number][]>()
  for (const [file, lines] of texts.entries()) {
    const said = lines.flatMap((line, place) => (isSaying(line) ? [place] : []))
    for (let first = 0; first + TWIN_LINES <= said.length; first += 1) {
      const run = said.slice(first, first + TWIN_LINES)
      const key = run.map((place) => lines[place]).join('\n')
      const found = places.get(key) ?? []
      places.set(key, [...found, ...run.map((place): [number, number] => [file, place])])
    }
  }
  const twice = [...places.values()].filter((found) => found.length > TWIN_LINES)
  return new Set(twice.flat().map(([file, line]) => `${file}:${line}`)).size
}

/** Blank lines and imports repeat by nature. */
function isSaying(line: string): boolean {
  return line !== '' && !/^import |^\} from /.test(line)
}

function isProduct({ path, isTest }: SourceFile): boolean {
  return !isTest && /^(client|shared|cloudfunctions)\//.test(path)
}

function linesOf({ text }: Pick<SourceFile, 'text'>): number {
  return text.replace(/\n$/, '').split('\n').length
}

function folderOf({ path }: SourceFile): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function countsBy(files: readonly SourceFile[], nameOf: (file: SourceFile) => string) {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(nameOf(file), (counts.get(nameOf(file)) ?? 0) + 1)
  return counts
}

function largest(counts: ReadonlyMap<string, number>): [name: string, count: number] {
  const [first = ['none', 0]] = [...counts].sort(([, one], [, other]) => other - one)
  return [first[0], first[1]]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

function whole(count: number): string {
  return count.toLocaleString('en')
}
