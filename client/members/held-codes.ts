import type { OutputAt } from '../api'

type Codes = OutputAt<'members.code'>
export type CodeStep = Codes['codes'][number]
export type Settled = NonNullable<Codes['lastSettled']>

/** The code of this moment among those that the phone holds; null when they are used up. */
export function heldCodeAt(codes: readonly CodeStep[], now: number): CodeStep | null {
  return codes.find((code) => code.fromAt <= now && now < code.untilAt) ?? null
}

/** Whole seconds until the page turns, and which part of the minute is left. */
export function turnOf(code: CodeStep, now: number): { seconds: number; part: number } {
  const leftMs = Math.max(code.untilAt - now, 0)
  return { seconds: Math.ceil(leftMs / 1_000), part: leftMs / (code.untilAt - code.fromAt) }
}

/** The purchase that was booked between two answers, if there was one. */
export function newlySettled(before: Codes | null, after: Codes | null): Settled | null {
  const settled = after?.lastSettled ?? null
  if (before === null || settled === null) return null
  return before.lastSettled?.purchaseId === settled.purchaseId ? null : settled
}

/** As staff type them: 4-4-4-3-3. */
export function codeGroups(memberCode: string): string[] {
  return /^(\d{4})(\d{4})(\d{4})(\d{3})(\d{3})$/.exec(memberCode)?.slice(1) ?? [memberCode]
}
