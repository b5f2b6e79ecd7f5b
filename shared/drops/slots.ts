/**
 * The slots of a drop: the n-th coupon of a community is a document with n in its key, so that two
 * can never take one. Each instance fills a stretch of its own and moves on when it meets
 * another: most claims meet a free slot at first.
 */

/**
 * The next free slot from `from` on, counted on from the end to the beginning; null when none of
 * the `quota` slots (1, 2 …) is free.
 */
export function nextFree(taken: ReadonlySet<number>, quota: number, from: number): number | null {
  if (taken.size >= quota) return null
  for (let step = 0; step < quota; step += 1) {
    const slot = ((from - 1 + step) % quota) + 1
    if (!taken.has(slot)) return slot
  }
  return null
}

/**
 * Where to go on when another instance was met: the middle of the longest stretch of free slots,
 * since its beginning is where somebody else is filling. Null when none is free.
 */
export function middleOfLongest(taken: ReadonlySet<number>, quota: number): number | null {
  let longest = { from: 0, length: 0 }
  let from = 1
  for (let slot = 1; slot <= quota + 1; slot += 1) {
    if (slot <= quota && !taken.has(slot)) continue
    if (slot - from > longest.length) longest = { from, length: slot - from }
    from = slot + 1
  }
  return longest.length === 0 ? null : longest.from + Math.floor(longest.length / 2)
}
