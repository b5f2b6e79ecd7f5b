/** Patterns at one place of a folded text. */

/** Where what matches here ends; null when nothing does. */
export function endOf(pattern: RegExp, key: string, from: number): number | null {
  pattern.lastIndex = from
  return pattern.test(key) && pattern.lastIndex > from ? pattern.lastIndex : null
}

export function isCutNumber(key: string, from: number): boolean {
  return /\d/.test(key[from] ?? '') && /[\d.]/.test(key[from - 1] ?? '')
}
