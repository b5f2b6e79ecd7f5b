/** A line that waits to be fetched, as far as sums and groups need it. */
export interface Waiting {
  readonly entryId: string
  readonly entryNo: number
  readonly listTitle: string
  readonly pickupPointName: string
  readonly dueFen: number
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
