/**
 * A whole sum is shared out by weight, to the last unit: each share is rounded down, and the odd
 * units go to those who lost most by that, the first among equals.
 */

/**
 * Shares of a sum, one for each weight; they add up to the sum. With a sum no greater than the
 * weights together, no share is greater than its weight. Throws for a sum that nobody can take.
 */
export function apportion(sum: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const greatest = sum * Math.max(0, ...weights)
  if (total <= 0 || !Number.isSafeInteger(greatest)) throw new Error('cannot be shared out')
  const shares = weights.map((weight) => Math.floor((sum * weight) / total))
  const oddCount = sum - shares.reduce((all, share) => all + share, 0)
  const lost = weights.map((weight, position) => ({ position, rest: (sum * weight) % total }))
  const first = lost.sort((a, b) => b.rest - a.rest || a.position - b.position).slice(0, oddCount)
  const raised = new Set(first.map(({ position }) => position))
  return shares.map((share, position) => share + (raised.has(position) ? 1 : 0))
}
