import { type Cluster, visitsAmong, withoutVisit, withVisit } from './visits'

const MINUTE_MS = 60_000
const visit = (minute: number, storeId = 'a') => ({
  storeId,
  month: '2026-03',
  at: minute * MINUTE_MS,
})

/** Counts purchases at these minutes one after the other, then gives some back. */
function counted(minutes: readonly number[], givenBack: readonly number[] = []): number {
  let clusters: readonly Cluster[] = []
  let count = 0
  const take = (step: { clusters: readonly Cluster[]; change: number }) => {
    clusters = step.clusters
    count += step.change
  }
  for (const minute of minutes) take(withVisit(clusters, visit(minute)))
  for (const minute of givenBack) take(withoutVisit(clusters, visit(minute)))
  return count
}

describe('purchases that count', () => {
  it.each([
    ['one', [0], 1],
    ['two within ten minutes', [0, 9], 1],
    ['two ten minutes apart', [0, 10], 2],
    ['three, of which the first and the last are far apart', [0, 8, 15], 2],
    ['the same in another order', [15, 0, 8], 2],
    ['five within ten minutes', [0, 1, 2, 3, 4], 1],
  ] as const)('%s', (_name, minutes, count) => {
    expect(counted(minutes)).toBe(count)
  })

  it('lie at one store: at another one they are a purchase of their own', () => {
    const { clusters } = withVisit([], visit(0))
    expect(withVisit(clusters, visit(1, 'b')).change).toBe(1)
    expect(withVisit(clusters, visit(1)).change).toBe(0)
  })

  it('count alone where only the day is known', () => {
    const { clusters } = withVisit([], visit(0))
    expect(withVisit(clusters, { ...visit(1), at: null })).toEqual({ clusters, change: 1 })
    expect(withoutVisit(clusters, { ...visit(1), at: null })).toEqual({ clusters, change: -1 })
  })
})

describe('a purchase that is given back', () => {
  it('takes its count along, whichever of a split bill it was', () => {
    expect(counted([0, 5], [0])).toBe(1)
    expect(counted([0, 5], [5])).toBe(1)
    expect(counted([0, 5], [0, 5])).toBe(0)
    expect(counted([0, 8, 15], [8])).toBe(2)
    expect(counted([0, 8, 15], [0])).toBe(1)
  })

  it('is one alone that is remembered no more', () => {
    expect(counted([0, 60, 120], [0])).toBe(2)
    expect(withVisit(withVisit([], visit(0)).clusters, visit(60)).clusters).toHaveLength(1)
  })

  it('never lets the count rise, nor one more purchase fall', () => {
    for (let round = 0; round < 200; round += 1) {
      const ats = Array.from({ length: 8 }, () => Math.floor(Math.random() * 40) * MINUTE_MS)
      const sorted = ats.sort((a, b) => a - b)
      for (const place of sorted.keys()) {
        const less = visitsAmong(sorted.filter((_at, other) => other !== place))
        expect([0, 1]).toContain(visitsAmong(sorted) - less)
      }
    }
  })
})
