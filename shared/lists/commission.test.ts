import fc from 'fast-check'
import { type CollectedEntry, listSumsOf, monthSumsOf } from './commission'

const owner = { ownerId: 'owner', commissionPercent: 8 }
const paid = (paidFen: number, paidTo: string | null, refundedFen = 0): CollectedEntry => ({
  ...{ paidFen, refundedFen, parts: [{ paidTo, amountFen: paidFen }] },
})

describe('the commission of a list', () => {
  it('is what she took in less her share, where it was paid to her', () => {
    expect(listSumsOf([paid(2_000, 'owner'), paid(3_050, 'owner')], owner)).toEqual({
      ...{
        collectedFen: 5_050,
        refundedFen: 0,
        commissionFen: 404,
        heldFen: 5_050,
        owedFen: 4_646,
      },
    })
  })

  it('is what the shop owes her, where it was paid at the pick-up or online', () => {
    expect(listSumsOf([paid(2_000, 'clerk'), paid(3_050, null)], owner)).toEqual({
      ...{ collectedFen: 5_050, refundedFen: 0, commissionFen: 404, heldFen: 0, owedFen: -404 },
    })
  })

  it('follows what was refunded', () => {
    expect(listSumsOf([paid(2_000, 'owner', 500), paid(1_000, 'clerk', 1_000)], owner)).toEqual({
      ...{
        collectedFen: 3_000,
        refundedFen: 1_500,
        commissionFen: 120,
        heldFen: 1_500,
        owedFen: 1_380,
      },
    })
  })

  it('asks each for what she took herself, where several took a part', () => {
    const parts = [
      { paidTo: null, amountFen: 1_665 },
      { paidTo: 'owner', amountFen: 67 },
    ]
    const entry = { paidFen: 1_732, refundedFen: 0, parts }
    const none = { ...owner, commissionPercent: 0 }
    expect(listSumsOf([entry], none).owedFen).toBe(67)
    expect(listSumsOf([{ ...entry, refundedFen: 1_700 }], none).owedFen).toBe(32)
  })

  it('is rounded down once for the list, not for each entry', () => {
    const entries = [paid(13, 'owner'), paid(13, 'owner')]
    expect(listSumsOf(entries, { ...owner, commissionPercent: 50 }).commissionFen).toBe(13)
    expect(listSumsOf(entries, owner).commissionFen).toBe(2)
  })

  it('is nothing where the shop gives none, or nobody has paid', () => {
    const none = { ...owner, commissionPercent: 0 }
    expect(listSumsOf([paid(2_000, 'owner')], none)).toMatchObject({ commissionFen: 0 })
    expect(listSumsOf([], owner)).toMatchObject({ commissionFen: 0, owedFen: 0 })
  })
})

describe('a month', () => {
  const entry = fc.record({
    paidFen: fc.nat(100_000),
    share: fc.integer({ min: 0, max: 100 }),
    paidTo: fc.constantFrom('owner', 'clerk', null),
  })
  it('adds up: money is with the owner, with the shop, or given back', () => {
    const lists = fc.array(fc.array(entry, { maxLength: 20 }), { maxLength: 6 })
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 30 }), (all, commissionPercent) => {
        const sums = all.map((entries) =>
          listSumsOf(
            entries.map(({ paidFen, share, paidTo }) =>
              paid(paidFen, paidTo, Math.floor((paidFen * share) / 100)),
            ),
            { ownerId: 'owner', commissionPercent },
          ),
        )
        const month = monthSumsOf(sums)
        const keptFen = month.collectedFen - month.refundedFen
        expect(month.commissionFen).toBeLessThanOrEqual((keptFen * commissionPercent) / 100)
        expect(month.owedFen).toBe(month.heldFen - month.commissionFen)
        // What the owner keeps of the money, and what the shop does, is all of it.
        expect(month.owedFen + month.commissionFen).toBeLessThanOrEqual(keptFen)
        expect(month.owedFen).toBeGreaterThanOrEqual(-month.commissionFen)
      }),
    )
  })
})
