import { accept, type Outcome, refuse } from '../../shared/refusal'
import { meaningHashOf } from './context'
import { type Booked, recorded } from './once'

const context = { requestKey: 'key', now: 0 }
const meaning = { billFen: 100 }
const mine: Booked<string> = { hash: meaningHashOf(meaning), answer: 'the first answer' }

/** Answers one request: what each look finds, and what each booking comes to, one after another. */
async function ask(looks: readonly (Booked<string> | null)[], bookings: Outcome<string>[]) {
  let looked = 0
  let booked = 0
  const find = async () => {
    const request = looks[Math.min(looked, looks.length - 1)] ?? null
    looked += 1
    return request && { request }
  }
  const outcome = await recorded(context, { meaning, find }, async () => {
    booked += 1
    return bookings[booked - 1] ?? refuse('INTERNAL')
  })
  return { outcome, looked, booked }
}

describe('a request that is recorded', () => {
  it('is booked once, with one look before it', async () => {
    const asked = await ask([null], [accept('done')])
    expect(asked).toEqual({ outcome: accept('done'), looked: 1, booked: 1 })
  })

  it('is answered from its record, and refused where that meant something else', async () => {
    const again = await ask([mine], [])
    expect(again).toEqual({ outcome: accept(mine.answer), looked: 1, booked: 0 })
    const other = await ask([{ ...mine, hash: 'another' }], [])
    expect(other.outcome).toEqual(refuse('REQUEST_REUSED'))
  })

  it('takes the answer of a twin, whatever it was refused for itself', async () => {
    const used = await ask([null, mine], [refuse('COUPON_USED')])
    expect(used.outcome).toEqual(accept(mine.answer))
    const there = await ask([null, null, mine], [refuse('ALREADY_THERE')])
    expect(there).toEqual({ outcome: accept(mine.answer), looked: 3, booked: 1 })
  })

  it('is booked again after work that was under way, and only then', async () => {
    const asked = await ask([null], [refuse('UNDER_WAY'), accept('done')])
    expect(asked).toEqual({ outcome: accept('done'), looked: 2, booked: 2 })
    const refused = await ask([null], [refuse('COUPON_USED')])
    expect(refused).toEqual({ outcome: refuse('COUPON_USED'), looked: 2, booked: 1 })
  })

  it('is told BUSY when no twin shows itself in two seconds', async () => {
    const { outcome, booked } = await ask([null], [refuse('ALREADY_THERE')])
    expect(outcome).toEqual(refuse('BUSY'))
    expect(booked).toBe(1)
  })
})
