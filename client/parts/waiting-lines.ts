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

/** How lines are paid for whoever fetches them; what is not weighed yet is an estimate. */
export function payText(lines: readonly Waiting[]): string {
  const isEstimate = lines.some(({ unit, grams }) => unit === 'jin' && grams === null)
  const sum = (fen: number) => `${isEstimate ? '约 ' : ''}¥${yuanText(fen)}`
  const [dueFen, toOwnerFen] = [dueOf(lines), toOwnerOf(lines)]
  const parts = [
    ...(dueFen > 0 ? [`自提时付 ${sum(dueFen)}`] : []),
    ...(toOwnerFen > 0 ? [`付给团长 ${sum(toOwnerFen)}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : '已付'
}
