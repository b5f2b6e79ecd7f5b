import fc from 'fast-check'
import { accept, refuse } from '../refusal'
import {
  askAgainAt,
  dueAtOf,
  keptFen,
  MAX_ORDER_REFUNDS,
  type OrderMoney,
  refundedFen,
  verdictOn,
  withRefund,
  withRefundAnswer,
} from './order'

const unpaid: OrderMoney = {
  state: 'unpaid',
  amountFen: 990,
  memberId: 'ann',
  paid: null,
  refunds: [],
}
const paid: OrderMoney = { ...unpaid, state: 'paid', paid: { at: 1, transactionId: 't1' } }
const ask = (order: OrderMoney, cause: string, amountFen: number) =>
  withRefund(order, { cause, amountFen, at: 5 })

function taken<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

describe('money that WeChat says it has', () => {
  const right = { amountFen: 990, memberId: 'ann' }

  it.each([
    ['of an order that waits for it', unpaid, 'book'],
    ['of one that was closed', { ...unpaid, state: 'closed' }, 'late'],
    ['of one that has it', paid, 'repeat'],
    ['of one that gave it back', { ...paid, state: 'refunded' }, 'repeat'],
  ] as const)('%s', (_which, order, verdict) => {
    expect(verdictOn(order, right)).toBe(verdict)
  })

  it.each([
    [{ ...right, amountFen: 1 }, 'wrongAmount'],
    [{ ...right, amountFen: 991 }, 'wrongAmount'],
    [{ ...right, memberId: 'bob' }, 'wrongPayer'],
  ] as const)('is not booked when it is %j', (seen, fault) => {
    for (const order of [unpaid, paid, { ...unpaid, state: 'closed' as const }]) {
      expect(verdictOn(order, seen)).toBe(fault)
    }
  })
})

describe('a refund', () => {
  it('goes from asked to done, and then the order is as what is left of it', () => {
    const part = taken(ask(paid, 'less', 300))
    expect([part.state, keptFen(part)]).toEqual(['refunding', 690])
    const done = withRefundAnswer(part, 'less', { isDone: true, at: 9 })
    expect(done).toMatchObject({ state: 'paid', refunds: [{ doneAt: 9 }] })
    const rest = taken(ask(done, 'cancelled', 690))
    expect(withRefundAnswer(rest, 'cancelled', { isDone: true, at: 9 }).state).toBe('refunded')
  })

  it('of the same cause is the same one, of another amount none', () => {
    const once = taken(ask(paid, 'less', 300))
    expect(ask(once, 'less', 300)).toEqual(accept(once))
    expect(ask(once, 'less', 301)).toEqual(refuse('REQUEST_REUSED'))
  })

  it('is of money that came, and of no more', () => {
    expect(ask(unpaid, 'less', 300)).toEqual(refuse('ORDER_UNPAID'))
    expect(ask(paid, 'less', 991)).toEqual(refuse('REFUND_EXCEEDS', { leftFen: 990 }))
    expect(ask(paid, 'less', 0)).toEqual(refuse('REFUND_EXCEEDS', { leftFen: 990 }))
  })

  it('is tried again later when it was refused, ever more seldom', () => {
    let order = taken(ask(paid, 'all', 990))
    const gaps = [1, 2, 3, 4, 5, 6].map(() => {
      order = withRefundAnswer(order, 'all', { isDone: false, at: 0 })
      return (order.refunds[0]?.tryAt ?? 0) / 60_000
    })
    expect(gaps).toEqual([1, 5, 30, 120, 360, 360])
    expect(order.state).toBe('refunding')
  })

  it('is one of fifty at most', () => {
    let order: OrderMoney = paid
    for (let n = 0; n < MAX_ORDER_REFUNDS; n += 1) order = taken(ask(order, `${n}`, 1))
    expect(ask(order, 'one more', 1)).toEqual(refuse('REFUND_PARTS'))
  })

  it('never gives back more than came, whatever is asked', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(1_200)))
    fc.assert(
      fc.property(asked, (wishes) => {
        let order: OrderMoney = paid
        for (const [cause, amountFen] of wishes) {
          const outcome = ask(order, cause, amountFen)
          if (outcome.ok) order = outcome.value
          expect(refundedFen(order) + keptFen(order)).toBe(990)
          expect(keptFen(order)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('when the job looks at an order', () => {
  const upkeep = { askAt: 100, closedAt: null, isClosedThere: false, isTold: false }

  it.each([
    ['waits for its money', { ...unpaid, ...upkeep }, 100],
    ['has it, and what it is for does not know yet', { ...paid, ...upkeep }, 1],
    ['has it', { ...paid, ...upkeep, isTold: true }, 0],
    [
      'was closed, and nobody knows yet',
      { ...unpaid, ...upkeep, state: 'closed', closedAt: 50 },
      50,
    ],
    [
      'was closed here alone',
      { ...unpaid, ...upkeep, state: 'closed', closedAt: 50, isTold: true },
      100,
    ],
    [
      'was closed here and there',
      { ...unpaid, ...upkeep, state: 'closed', closedAt: 50, isTold: true, isClosedThere: true },
      0,
    ],
  ] as const)('that %s', (_which, order, dueAt) => {
    expect(dueAtOf(order)).toBe(dueAt)
  })

  it('and a refund that waits is a reason as well', () => {
    const order = taken(
      withRefund({ ...paid, ...upkeep, isTold: true }, { cause: 'x', amountFen: 1, at: 70 }),
    )
    expect(dueAtOf(order)).toBe(70)
    expect(dueAtOf(withRefundAnswer(order, 'x', { isDone: true, at: 71 }))).toBe(0)
  })

  it('asks in gaps of minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 99].map((count) => askAgainAt(0, count) / 60_000)).toEqual([
      1, 1, 2, 3, 4, 5, 5,
    ])
  })
})
