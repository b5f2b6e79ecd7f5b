import { noOrigins, type Origins, type Part, type TracedEntry, traceEntry } from './clearing'

const LOT = '2027-03-31'
const entry = (sides: string, points: number, told: Partial<TracedEntry> = {}) => {
  const [from = '', to = ''] = sides.split(' > ')
  const sign = to === 'member:a' ? 1 : -1
  const posting = { from, to, points }
  const lotChanges = [{ expiresOn: LOT, points: sign * points }]
  return { posting, lotChanges, storeId: null, sourceId: null, ...told }
}
const earnAt = (storeId: string | null, points: number) =>
  entry('program:issued > member:a', points, { storeId })
const spendAt = (storeId: string | null, points: number, sourceId = 'spend') =>
  entry('member:a > program:redeemed', points, { storeId, sourceId })

function trace(entries: readonly TracedEntry[]): { origins: Origins; cleared: readonly Part[] } {
  return entries.reduce<{ origins: Origins; cleared: readonly Part[] }>(
    ({ origins }, one) => traceEntry(origins, one),
    { origins: noOrigins, cleared: [] },
  )
}

describe('clearing between stores', () => {
  it('spends first what came first, store by store', () => {
    const { cleared, origins } = trace([
      earnAt('east', 30),
      earnAt('west', 50),
      spendAt('west', 40),
    ])
    expect(cleared).toEqual([
      { storeId: 'east', points: 30 },
      { storeId: 'west', points: 10 },
    ])
    expect(origins.lots[LOT]).toEqual([{ storeId: 'west', points: 40 }])
  })

  it('brings back what the same spend took', () => {
    const back = entry('program:redeemed > member:a', 40, { sourceId: 'spend' })
    const { cleared, origins } = trace([
      earnAt('east', 30),
      earnAt(null, 50),
      spendAt(null, 40),
      back,
    ])
    expect(cleared).toEqual([
      { storeId: 'east', points: -30 },
      { storeId: null, points: -10 },
    ])
    expect(origins.lots[LOT]?.reduce((sum, { points }) => sum + points, 0)).toBe(80)
  })

  it('brings back in parts what the spend took, each point of it once', () => {
    const part = entry('program:redeemed > member:a', 50, { sourceId: 'spend' })
    const history = [earnAt('east', 50), earnAt('west', 50), spendAt('east', 100), part]
    expect(trace(history).cleared).toEqual([{ storeId: 'east', points: -50 }])
    const { cleared, origins } = trace([...history, part])
    expect(cleared).toEqual([{ storeId: 'west', points: -50 }])
    expect(origins.lots[LOT]).toEqual([
      { storeId: 'east', points: 50 },
      { storeId: 'west', points: 50 },
    ])
  })

  it('carries the store along when a lot gets another date', () => {
    const moved = {
      ...entry('member:a > member:a', 0),
      lotChanges: [
        { expiresOn: LOT, points: -30 },
        { expiresOn: '2027-05-31', points: 30 },
      ],
    }
    expect(trace([earnAt('east', 30), moved]).origins.lots).toEqual({
      '2027-05-31': [{ storeId: 'east', points: 30 }],
    })
  })

  it('clears nothing when points expire, are clawed back or come in', () => {
    const gone = entry('member:a > program:expired', 10)
    expect(trace([earnAt('east', 30), gone]).cleared).toEqual([])
    expect(trace([earnAt('east', 30)]).cleared).toEqual([])
  })

  it('knows no store for what it never saw come in', () => {
    expect(trace([spendAt('east', 5)]).cleared).toEqual([{ storeId: null, points: 5 }])
  })
})
