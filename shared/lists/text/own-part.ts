/** What of the text behind a number belongs to its entry, and what stands below it. */
import type { Folded } from './fold'
import type { Goods } from './goods'
import { mayOrder } from './menu'
import { isBoundary, type Stretch } from './message'
import { closing } from './vocabulary'

interface Below {
  readonly text: Folded
  readonly goods: Goods
  readonly isLast: boolean
}

/** Its own lines, up to an empty one, to closing words or to another message. */
export function ownPart(
  [from, to]: Stretch,
  { text, goods, isLast }: Below,
): { own: Stretch; rest: readonly Stretch[] } {
  const lines = linesIn(text.key, [from, to])
  let wasEmpty = false
  let end = 0
  for (const [place, line] of lines.entries()) {
    const words = text.key.slice(...line)
    const isEmpty = words.trim() === ''
    if (place > 0 && !isEmpty) {
      const hasOrder = mayOrder(text, goods, line)
      if (isBoundary(words) || (wasEmpty && (isLast || !hasOrder))) break
      if (closing.test(words.trim()) && !hasOrder) break
    }
    if (!isEmpty) end = place
    if (isEmpty && place > 0) wasEmpty = true
    // The number may stand on a line of its own.
    if (place === 0 && isEmpty) wasEmpty = false
  }
  const last = lines[end] ?? [from, to]
  return { own: [from, last[1]], rest: lines.slice(end + 1) }
}

function linesIn(key: string, [from, to]: Stretch): Stretch[] {
  const lines: Stretch[] = []
  let start = from
  while (start <= to) {
    const found = key.indexOf('\n', start)
    const end = found < 0 || found > to ? to : found
    lines.push([start, end])
    start = end + 1
  }
  return lines
}
