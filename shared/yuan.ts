/** Fen as people read them: ¥35.80. Digits are cut, never divided. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const sign = fen < 0 ? '-' : ''
  return `${sign}¥${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Yuan as short as a coupon says them: `5`, `9.9`, `0.05`. Digits are cut, never divided. */
export function plainYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const cents = digits.slice(-2).replace(/0+$/, '')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${cents === '' ? '' : `.${cents}`}`
}
