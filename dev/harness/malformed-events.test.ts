import { everyKindOfMalformed, malformedTwins } from './malformed-events'

const input = { storeId: 'east', billFen: 1_000, points: 3, note: '送货' }
const event = { action: 'settle', requestId: 'one', input }
const fields = Object.keys(input)

/** The wrong values by the field that they stand in; `undefined` is a field that is missing. */
function wrongValues(seed: number): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>(fields.map((field) => [field, []]))
  for (const { text } of everyKindOfMalformed(event, { envelopes: 4, seed })) {
    const sent = Object(JSON.parse(text)).input
    const changed = fields.filter((field) => {
      const [now, before] = [Object(sent)[field], Object(input)[field]]
      return JSON.stringify(now) !== JSON.stringify(before)
    })
    // An envelope that is wrong has no field, or all of them in order.
    if (changed.length === 1) found.get(changed[0] ?? '')?.push(Object(sent)[changed[0] ?? ''])
  }
  return found
}

/** What a schema tells apart, by a predicate that some value of every field must meet. */
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  list: (value) => Array.isArray(value),
  record: (value) => ['{}', '{"toString":"x"}'].includes(JSON.stringify(value) ?? ''),
  operator: (value) => JSON.stringify(value)?.startsWith('{"$') ?? false,
  path: (value) => Object.keys(Object(value)).includes('a.b'),
  prototype: (value) => JSON.stringify(value)?.includes('"__proto__"') ?? false,
  negative: (value) => typeof value === 'number' && value < 0,
  fraction: (value) => typeof value === 'number' && value > 0 && value < 1,
  huge: (value) => typeof value === 'number' && value >= 2 ** 53,
  empty: (value) => value === '',
  long: (value) => typeof value === 'string' && value.length === 5_000,
  control: (value) => value === 'a\u0000b' || value === 'a\u0007b',
  direction: (value) => value === 'a\u202Eb',
  half: (value) => value === '\uD800',
}

const seeds = [1, 2, 3, 4, 5]
const ofSeeds = seeds.map(wrongValues)

describe('events of every kind', () => {
  it.each(Object.entries(kinds))('hold %s at every field, whatever the seed', (_kind, isOfKind) => {
    for (const found of ofSeeds) {
      expect(fields.filter((field) => !found.get(field)?.some(isOfKind))).toEqual([])
    }
  })

  it('hold everything that is wrong with a field alone, and its absence', () => {
    const [found = new Map()] = ofSeeds
    expect(found.get('points')).toEqual(expect.arrayContaining([0, '100', 100_001, -100_001]))
    expect(found.get('billFen')).toEqual(expect.arrayContaining(['1e3', 10_000_001, undefined]))
    expect(found.get('note')).toEqual(expect.arrayContaining(['字'.repeat(61)]))
  })

  it('never hold what is right at a field', () => {
    for (const found of ofSeeds) expect(found.get('points')).not.toContain(-1)
  })

  it('are all events there are, with enough seeds', () => {
    const met = new Set<string>()
    for (let seed = 1; seed <= 100; seed += 1) {
      for (const { text } of everyKindOfMalformed(event, { envelopes: 'all', seed })) met.add(text)
    }
    const all = new Set(malformedTwins(event, 5_000, 1).map(({ text }) => text))
    expect([...all].filter((text) => !met.has(text))).toEqual([])
    expect(met.size).toBe(all.size)
  })
})
