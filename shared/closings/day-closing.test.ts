import fc from 'fast-check'
import { addDays } from '../business-date'
import {
  addSums,
  admitSigning,
  belongsTo,
  type ClosingBefore,
  differencesOf,
  isOurs,
  noSums,
  receiptDifferencesOf,
  UNDER_WAY_MS,
} from './day-closing'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe('what belongs to a closing', () => {
  const signedAt = 100 * DAY_MS
  const before = { businessOn: '2026-03-09', signedAt, countedLately: ['counted'] }
  const day = { businessOn: '2026-03-11', before }
  const at = signedAt + HOUR_MS
  it.each([
    ['the day itself', { on: '2026-03-11', at, key: 'a' }, 'onTime'],
    ['the next day', { on: '2026-03-12', at, key: 'a' }, null],
    ['a day that nobody closed', { on: '2026-03-10', at: signedAt - HOUR_MS, key: 'a' }, 'late'],
    ['a closed day, booked later', { on: '2026-03-09', at, key: 'a' }, 'late'],
    ['a closed day, booked before', { on: '2026-03-09', at: signedAt - HOUR_MS, key: 'a' }, null],
    ['a booking that was under way', { on: '2026-03-09', at: signedAt - 1, key: 'a' }, 'late'],
    ['the same, but counted', { on: '2026-03-09', at: signedAt - 1, key: 'counted' }, null],
  ])('%s', (_name, happening, how) => {
    expect(belongsTo(happening, day)).toBe(how)
  })

  it('is the day alone when nothing was ever closed', () => {
    const first = { businessOn: '2026-03-11', before: null }
    expect(belongsTo({ on: '2026-03-11', at, key: 'a' }, first)).toBe('onTime')
    expect(belongsTo({ on: '2026-03-10', at, key: 'a' }, first)).toBeNull()
  })

  it('counts each booking once, whenever it is seen and whenever days are signed', () => {
    // Booked so many hours after its day began; seen by a reader up to two minutes later.
    const booking = fc.record({
      dayNo: fc.integer({ min: 0, max: 6 }),
      hours: fc.integer({ min: 0, max: 90 }),
      underWayMs: fc.integer({ min: 0, max: UNDER_WAY_MS }),
    })
    const signing = fc.record({
      afterDays: fc.integer({ min: 1, max: 3 }),
      hours: fc.integer({ min: 8, max: 40 }),
    })
    const story = fc.tuple(
      fc.array(booking, { maxLength: 30 }),
      fc.array(signing, { minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(story, ([bookings, signings]) => {
        const all = bookings.map(({ dayNo, hours, underWayMs }, place) => {
          const at = dayNo * DAY_MS + hours * HOUR_MS
          return { on: addDays('2026-03-01', dayNo), at, seenAt: at + underWayMs, key: `${place}` }
        })
        const counted: string[] = []
        let before: ClosingBefore | null = null
        let dayNo = 0
        let lastSignedAt = 0
        // A first closing takes its own day, so the story begins with the first day of all.
        for (const { afterDays, hours } of [{ afterDays: 0, hours: 9 }, ...signings]) {
          dayNo += afterDays
          const businessOn = addDays('2026-03-01', dayNo)
          const signedAt = Math.max(dayNo * DAY_MS + hours * HOUR_MS, lastSignedAt + 1)
          const seen = all.filter(({ seenAt, at }) => seenAt < signedAt && at < signedAt)
          const own = seen.filter((one) => belongsTo(one, { businessOn, before }))
          counted.push(...own.map(({ key }) => key))
          const countedLately: string[] = own
            .filter(({ at }) => at >= signedAt - UNDER_WAY_MS)
            .map(({ key }) => key)
          before = { businessOn, signedAt, countedLately }
          lastSignedAt = signedAt
        }
        expect(new Set(counted).size).toBe(counted.length)
        const last = { businessOn: addDays('2026-03-01', dayNo + 30), before }
        const rest = all.filter((one) => belongsTo(one, last)).map(({ key }) => key)
        expect([...counted, ...rest].sort()).toEqual(all.map(({ key }) => key).sort())
      }),
    )
  })
})

const ours = {
  ...noSums,
  purchaseCount: 2,
  billFen: 10_000,
  couponFen: 500,
  paidFen: 9_500,
  refundCount: 1,
  refundFen: 300,
}
const till = {
  receiptCount: 5,
  amountFen: 20_000,
  refundFen: 300,
  couponFen: 500,
  pointsFen: 0,
  nonMemberCount: 3,
  nonMemberFen: 10_500,
  footfallCount: 12,
}

describe('till and books', () => {
  it('agree to the fen, or say where not', () => {
    expect(differencesOf(ours, till)).toEqual([])
    const typed = { ...till, amountFen: 19_950, pointsFen: 100 }
    expect(differencesOf(ours, typed)).toEqual([
      { figure: 'amount', tillFigure: 9_450, ourFigure: 9_500, difference: -50 },
      { figure: 'points', tillFigure: 100, ourFigure: 0, difference: 100 },
    ])
  })
  it('are not compared in what nobody counted', () => {
    const uncounted = { refundFen: null, couponFen: null, pointsFen: null, footfallCount: null }
    const others = { nonMemberCount: null, nonMemberFen: null }
    expect(differencesOf(ours, { ...till, ...uncounted })).toEqual([])
    // Whoever else bought: beyond our books all is theirs, below them something is wrong.
    expect(differencesOf(ours, { ...till, ...uncounted, ...others })).toEqual([])
    const little = { ...till, ...uncounted, ...others, receiptCount: 1, amountFen: 9_400 }
    expect(differencesOf(ours, little)).toEqual([
      { figure: 'receipts', tillFigure: 1, ourFigure: 2, difference: -1 },
      { figure: 'amount', tillFigure: 9_400, ourFigure: 9_500, difference: -100 },
    ])
    expect(differencesOf(ours, { ...till, ...others, refundFen: 0 })).toEqual([
      { figure: 'refund', tillFigure: 0, ourFigure: 300, difference: -300 },
    ])
  })
  it('differ only where somebody counted, on a thousand days', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000 })
    const counted = fc.option(fen, { nil: null })
    const day = fc.record({ purchaseCount: fen, paidFen: fen, refundFen: fen, couponFen: fen })
    const typed = fc.record({
      ...{ receiptCount: fen, amountFen: fen, refundFen: counted, couponFen: counted },
      ...{ pointsFen: counted, nonMemberCount: counted, nonMemberFen: counted },
      footfallCount: counted,
    })
    fc.assert(
      fc.property(day, typed, (sums, told) => {
        const found = differencesOf({ ...noSums, ...sums }, told).map(({ figure }) => figure)
        expect(found.includes('refund')).toBe(
          told.refundFen !== null && told.refundFen !== sums.refundFen,
        )
        expect(found.includes('coupon')).toBe(
          told.couponFen !== null && told.couponFen !== sums.couponFen,
        )
        expect(found.includes('points')).toBe(told.pointsFen !== null && told.pointsFen !== 0)
        const { amountFen, nonMemberFen } = told
        expect(found.includes('amount')).toBe(
          nonMemberFen === null
            ? amountFen < sums.paidFen
            : amountFen !== nonMemberFen + sums.paidFen,
        )
      }),
      { numRuns: 1_000 },
    )
  })
  it('are compared receipt by receipt', () => {
    const here = [
      { receiptNo: '1', amountFen: 100 },
      { receiptNo: '2', amountFen: 200 },
      { receiptNo: '3', amountFen: 300 },
    ]
    const there = [
      { receiptNo: '4', amountFen: 400 },
      { receiptNo: '2', amountFen: 250 },
      { receiptNo: '1', amountFen: 100 },
    ]
    const found = receiptDifferencesOf(here, there)
    expect(found).toEqual([
      { receiptNo: '2', tillFen: 250, ourFen: 200 },
      { receiptNo: '3', tillFen: null, ourFen: 300 },
      { receiptNo: '4', tillFen: 400, ourFen: null },
    ])
    expect(found.filter(isOurs).map(({ receiptNo }) => receiptNo)).toEqual(['2', '3'])
  })
  it('are one receipt however each of the two spells it, and told as the till does', () => {
    const at = (receiptNo: string, amountFen: number) => ({ receiptNo, amountFen })
    expect(receiptDifferencesOf([at('456', 100)], [at('00456', 100)])).toEqual([])
    expect(receiptDifferencesOf([at('a1-07', 100)], [at('A107', 150)])).toEqual([
      { receiptNo: 'A107', tillFen: 150, ourFen: 100 },
    ])
    const two = receiptDifferencesOf([at('2', 1), at('0010', 1)], [])
    expect(two.map(({ receiptNo }) => receiptNo)).toEqual(['0010', '2'])
  })
  it('keep two of one number apart, as when one of another day comes late', () => {
    const [first, late] = [100, 900].map((amountFen) => ({ receiptNo: '1', amountFen }))
    const till = [{ receiptNo: '1', amountFen: 100 }]
    const more = { receiptNo: '1', tillFen: null, ourFen: 900 }
    for (const here of [
      [first, late],
      [late, first],
    ]) {
      const ours = here.flatMap((one) => one ?? [])
      expect(receiptDifferencesOf(ours, till)).toEqual([more])
    }
    const other = [{ receiptNo: '1', amountFen: 150 }]
    const twice = [100, 100].map((amountFen) => ({ receiptNo: '1', amountFen }))
    expect(receiptDifferencesOf(twice, other)).toEqual([
      { receiptNo: '1', tillFen: 150, ourFen: 100 },
      { receiptNo: '1', tillFen: null, ourFen: 100 },
    ])
  })
  it('add up part by part', () => {
    expect(addSums(ours, ours)).toMatchObject({ purchaseCount: 4, paidFen: 19_000, refundFen: 600 })
    expect(addSums(ours, noSums)).toEqual(ours)
  })
})

describe('a signature', () => {
  const wish = {
    businessOn: '2026-03-10',
    todayOn: '2026-03-10',
    lastSignedOn: '2026-03-09',
    isDifferent: false,
    note: null,
  }
  it.each([
    ['a day that agrees', {}, undefined],
    ['a difference with a word', { isDifferent: true, note: '少找一元' }, undefined],
    ['the first day of all', { lastSignedOn: null }, undefined],
    ['a difference without a word', { isDifferent: true }, 'CLOSING_NOTE'],
    ['a day that is signed', { lastSignedOn: '2026-03-10' }, 'CLOSING_SIGNED'],
    ['a day before a signed one', { lastSignedOn: '2026-03-11' }, 'CLOSING_ORDER'],
    ['tomorrow', { businessOn: '2026-03-11' }, 'CLOSING_AHEAD'],
  ])('for %s', (_name, change, code) => {
    const admitted = admitSigning({ ...wish, ...change })
    expect(admitted.ok ? undefined : admitted.code).toBe(code)
  })
})
