/** What the platform's faults mean: they are told by their texts. */

/** The conflict has no code of its own, only its text (docs/decisions.md, "The platform"). */
export function isConflict(fault: unknown): boolean {
  return textOf(fault).includes('TransactionConflict')
}

export function isDuplicate(fault: unknown): boolean {
  const text = textOf(fault)
  return text.includes('E11000') || text.includes('DATABASE_DUPLICATE_WRITE')
}

function textOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return String(fault)
  // Parse edge: the SDK throws objects of no type of its own.
  const { errMsg, message, code } = fault as { errMsg?: string; message?: string; code?: string }
  return [errMsg, message, code].filter(Boolean).join(' ')
}
