/** Fen as people read them: ¥35.80. Digits are cut, never divided. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const sign = fen < 0 ? '-' : ''
  return `${sign}¥${digits.slice(0, -2)}.${digits.slice(-2)}`
}
