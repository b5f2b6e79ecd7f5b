import { yuanText } from '../format'

/** A line that waits to be fetched, as far as sums and groups need it. */
export interface Waiting {
  readonly entryId: string
  readonly entryNo: number
  readonly listTitle: string
  readonly pickupPointName: string
  readonly dueFen: number
  readonly toOwnerFen: number
  readonly unit: 'piece' | 'jin'
  readonly grams: number | null
  readonly untilOn: string | null
}

/** Lines of one entry: they are paid together. */
export interface WaitingEntry<L extends Waiting> {
  readonly entryId: string
  readonly entryNo: number
  readonly listTitle: string
  readonly pickupPointName: string
  readonly untilOn: string | null
  readonly lines: readonly L[]
}

/** Lines by entry, in the order in which they came. */
export function byEntry<L extends Waiting>(lines: readonly L[]): readonly WaitingEntry<L>[] {
  const entries = new Map<string, L[]>()
  for (const line of lines) {
    const others = entries.get(line.entryId)
    if (others) others.push(line)
    else entries.set(line.entryId, [line])
  }
  return [...entries.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { entryId, entryNo, listTitle, pickupPointName, untilOn } = first
    return [{ entryId, entryNo, listTitle, pickupPointName, untilOn, lines: own }]
  })
}

/** What is to be paid for all of these lines. */
export function dueOf(lines: readonly Waiting[]): number {
  return lines.reduce((sum, { dueFen }) => sum + dueFen, 0)
}

/** What their owners have still to be paid for them. */
export function toOwnerOf(lines: readonly Waiting[]): number {
  return lines.reduce((sum, { toOwnerFen }) => sum + toOwnerFen, 0)
}

/** Behind a line at the desk: what is taken for it, who else is to be paid, or that it is paid. */
export function feeText({ dueFen, toOwnerFen }: Waiting): string {
  if (dueFen > 0) return `¥${yuanText(dueFen)}`
  return toOwnerFen > 0 ? '团长收款' : '已付'
}

/**
 * How lines are paid for whoever fetches them, a sentence for each who is paid; none: all is. An
 * entry that is not weighed yet makes its sum an estimate.
 */
export function payTexts(lines: readonly Waiting[]): readonly string[] {
  const entries = byEntry(lines)
  return payees.flatMap(({ word, fenOf }) => {
    const own = entries.filter((entry) => fenOf(entry.lines) > 0)
    const about = own.some((entry) => entry.lines.some(isUnweighed)) ? '约 ' : ''
    const fen = own.reduce((sum, entry) => sum + fenOf(entry.lines), 0)
    return fen > 0 ? [`${word} ${about}¥${yuanText(fen)}`] : []
  })
}

const payees = [
  { word: '自提时付', fenOf: dueOf },
  { word: '付给团长', fenOf: toOwnerOf },
] as const

function isUnweighed({ unit, grams }: Waiting): boolean {
  return unit === 'jin' && grams === null
}
