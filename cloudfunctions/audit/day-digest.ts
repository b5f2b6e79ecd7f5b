/**
 * The digest of a day: the sum of its entries' hashes modulo 2^256. It is the same in whatever
 * order entries are read, so one pass over the books by member yields the digest of every day, and
 * shows to the day where an entry was changed, added or taken out.
 */
export interface DayDigest {
  readonly digest: string
  readonly entryCount: number
}

const HEX_DIGITS = 64
const noEntry: DayDigest = { digest: '0'.repeat(HEX_DIGITS), entryCount: 0 }
const whole = BigInt(1) << BigInt(4 * HEX_DIGITS)

/** The digest with one more entry; `hash` is 64 hexadecimal digits. */
export function digestWith(before: DayDigest | undefined, hash: string): DayDigest {
  const { digest, entryCount } = before ?? noEntry
  const sum = (BigInt(`0x${digest}`) + BigInt(`0x${hash}`)) % whole
  return { digest: sum.toString(16).padStart(HEX_DIGITS, '0'), entryCount: entryCount + 1 }
}

export function digestOf(day: DayDigest | undefined): DayDigest {
  return day ?? noEntry
}

/** Whether a day's entries are those that were certified: a sentence for a no. */
export function dayFindings(on: string, certified: DayDigest, now: DayDigest): string[] {
  if (certified.digest === now.digest) return []
  const counts = `出证时 ${certified.entryCount} 笔，现有 ${now.entryCount} 笔`
  return [`${on} 的流水与当日证书不符（${counts}）`]
}
