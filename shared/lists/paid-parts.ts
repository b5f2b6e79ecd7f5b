/**
 * What was paid for an entry, by who took it: WeChat, its owner, whoever stood at the counter. Each
 * accounts for her own part, and what goes back comes off the parts, WeChat's first, since it alone
 * gives back by itself.
 */
export interface PaidPart {
  /** Who took it; null online. */
  readonly paidTo: string | null
  readonly amountFen: number
}

/** The parts after so much of them went back: online first, then in the order they were paid. */
export function withoutFen(parts: readonly PaidPart[], backFen: number): readonly PaidPart[] {
  const online = parts.filter(({ paidTo }) => paidTo === null)
  const inPerson = parts.filter(({ paidTo }) => paidTo !== null)
  let leftFen = backFen
  return [...online, ...inPerson].flatMap((part) => {
    const offFen = Math.min(leftFen, part.amountFen)
    leftFen -= offFen
    return offFen === part.amountFen ? [] : [{ ...part, amountFen: part.amountFen - offFen }]
  })
}

/** What one person has taken of them. */
export function takenBy(parts: readonly PaidPart[], paidTo: string): number {
  return parts.reduce((sum, part) => (part.paidTo === paidTo ? sum + part.amountFen : sum), 0)
}
