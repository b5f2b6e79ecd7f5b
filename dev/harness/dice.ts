/** Chance as a story asks for it, from random numbers in [0, 1). */
export interface Dice {
  /** A whole number from 0 below `most`. */
  upTo(most: number): number
  chance(percent: number): boolean
  pick<T>(some: readonly T[]): T
}

export function diceOf(random: () => number): Dice {
  const upTo = (most: number) => Math.floor(random() * most)
  return {
    upTo,
    chance: (percent) => upTo(100) < percent,
    pick: (some) => {
      const one = some[upTo(some.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}
