/** `1250`, `1.25kg`, `2.5斤` as grams; null when it is none. */
export function gramsOf(typed: string): number | null {
  const parts = /^(\d{1,6})(?:\.(\d{1,3}))?\s*(kg|公斤|斤|g|克)?$/i.exec(typed.trim())
  if (!parts) return null
  const [, whole = '', decimals = '', unit = 'g'] = parts
  const factor = /^(kg|公斤)$/i.test(unit) ? 1_000 : unit === '斤' ? 500 : 1
  // The decimals are read as a whole number of thousandths, since 0.1 has no exact float.
  const thousandths = Number(whole) * 1_000 + Number(decimals.padEnd(3, '0'))
  const grams = Math.floor((thousandths * factor) / 1_000)
  return grams > 0 && grams * 1_000 === thousandths * factor ? grams : null
}
