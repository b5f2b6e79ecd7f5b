/** A share of a sum of money, rounded half a fen up. */
export function multiplyRounded(amountFen: number, times: number, by: number): number {
  // The one division of lists' money: both factors are whole, and so is what is rounded.
  return Math.floor((amountFen * times * 2 + by) / (by * 2))
}
