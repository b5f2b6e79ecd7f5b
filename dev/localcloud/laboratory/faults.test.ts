import fc from 'fast-check'
import type { Disk } from '../engine/disk'
import { chanceAt, type Place, readFaultHeader } from './fault-rules'
import { createFaults } from './faults'
import type { FaultRule } from './operator-api'

const place = (wish: Partial<Place> = {}): Place => ({
  at: 'after-call',
  function: 'mall',
  request: 1,
  call: 1,
  ...wish,
})

function disk(): Disk {
  let state: Disk['state'] = 'well'
  return {
    get state() {
      return state
    },
    set: (wanted) => {
      state = wanted
    },
  }
}

function faultsOf(rules: readonly FaultRule[], seed = 1) {
  const faults = createFaults(disk())
  faults.set({ seed, rules })
  return faults
}

describe('the x-fault header', () => {
  it.each<[string, FaultRule[]]>([
    ['kill-before-call:1', [{ kind: 'kill', at: 'before-call', call: 1 }]],
    ['drop-answer', [{ kind: 'drop', at: 'answer' }]],
    ['delay-answer:20', [{ kind: 'delay', at: 'answer', delayMs: 20 }]],
    [
      'delay-after-call:3:500; drop-after-call:3',
      [
        { kind: 'delay', at: 'after-call', call: 3, delayMs: 500 },
        { kind: 'drop', at: 'after-call', call: 3 },
      ],
    ],
  ])('reads %s', (header, rules) => {
    expect(readFaultHeader(header)).toEqual(rules)
  })

  it.each(['', 'kill', 'kill-answer', 'kill-after-call:0', 'drop-answer:5', 'drop-answer;', 'x'])(
    'refuses "%s"',
    (header) => {
      expect(readFaultHeader(header)).toBeUndefined()
    },
  )
})

describe('the rules that are switched on', () => {
  it('hit the place they name and no other', () => {
    const rule: FaultRule = {
      kind: 'kill',
      at: 'after-call',
      function: 'mall',
      call: 2,
      request: 3,
    }
    const faults = faultsOf([rule])
    expect(faults.strikesAt(place({ call: 2, request: 3 }))).toEqual([rule])
    expect(faults.strikesAt(place({ call: 1, request: 3 }))).toEqual([])
    expect(faults.strikesAt(place({ call: 2, request: 2 }))).toEqual([])
    expect(faults.strikesAt(place({ call: 2, request: 3, function: 'gifts' }))).toEqual([])
    expect(faults.strikesAt(place({ call: 2, request: 3, at: 'before-call' }))).toEqual([])
    expect(faults.state().hits).toEqual([1])
  })

  it('hit the same places again with the same seed, and others with another', () => {
    const struck = (seed: number) => {
      const faults = faultsOf([{ kind: 'drop', at: 'after-call', rate: 0.3 }], seed)
      return places.map((one) => faults.strikesAt(one).length)
    }
    const places = Array.from({ length: 200 }, (_unused, n) =>
      place({ request: 1 + (n >> 2), call: 1 + (n & 3) }),
    )
    expect(struck(7)).toEqual(struck(7))
    expect(struck(7)).not.toEqual(struck(8))
  })

  it('hit about as often as their rate says', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, tenths) => {
        const hits = Array.from({ length: 3000 }, (_unused, n) =>
          chanceAt(seed, 0, place({ request: n })),
        ).filter((chance) => chance < tenths / 10).length
        expect(Math.abs(hits / 3000 - tenths / 10)).toBeLessThan(0.06)
      }),
      { numRuns: 30 },
    )
  })

  it('delay before they drop', () => {
    const faults = faultsOf([
      { kind: 'drop', at: 'answer' },
      { kind: 'delay', at: 'answer' },
    ])
    const kinds = faults.strikesAt(place({ at: 'answer', call: 0 })).map(({ kind }) => kind)
    expect(kinds).toEqual(['delay', 'drop'])
  })

  it('make a timer fire twice', () => {
    const faults = faultsOf([{ kind: 'duplicate', at: 'tick', function: 'mall', request: 2 }])
    expect([1, 2, 3].map(() => faults.timesToFire('mall'))).toEqual([1, 2, 1])
    expect(faults.timesToFire('gifts')).toBe(1)
  })

  it.each([
    [{ rules: [{ kind: 'explode', at: 'answer' }] }, 'rules.0.kind'],
    [{ rules: [{ kind: 'kill', at: 'answer' }] }, 'killed before or after'],
    [{ rules: [{ kind: 'duplicate', at: 'answer' }] }, 'at its tick'],
    [{ rules: [{ kind: 'drop', at: 'answer', rate: 2 }] }, 'rules.0.rate'],
    [{ rules: [], disc: 'full' }, 'disc'],
    [null, 'setting'],
  ])('are refused with a sentence when they make no sense: %j', (wish, sentence) => {
    const faults = createFaults(disk())
    // Parse edge: what a program sends is of no type.
    expect(() => faults.set(wish as never)).toThrow(sentence)
  })
})
