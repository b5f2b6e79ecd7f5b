import { accept, refuse } from '../refusal'
import { newShop } from '../rules/shop'
import { admitForgotten, countForgotten, mergeForgotten } from './forgotten-receipt'

const rule = newShop.forgottenReceipt
const todayOn = '2026-03-10'

describe('a receipt whose code was forgotten', () => {
  it.each([
    ['2026-03-10', accept(null)],
    ['2026-03-03', accept(null)],
    ['2026-03-02', refuse('RECEIPT_TOO_OLD', { earliestOn: '2026-03-03' })],
    ['2026-03-11', refuse('INPUT_INVALID', { field: 'receiptOn' })],
  ])('of %s is answered on March 10 with %j', (receiptOn, outcome) => {
    expect(admitForgotten({ receiptOn, todayOn }, null, rule)).toEqual(outcome)
  })

  it('is taken three times in a month, counted in the month in which it is brought', () => {
    const dates = { receiptOn: todayOn, todayOn }
    const twice = countForgotten(countForgotten(null, '2026-03-01'), '2026-03-09')
    expect(admitForgotten(dates, twice, rule)).toEqual(accept(null))
    const thrice = countForgotten(twice, todayOn)
    expect(thrice).toEqual({ month: '2026-03', count: 3 })
    expect(admitForgotten(dates, thrice, rule)).toEqual(
      refuse('RECEIPT_MONTH_CAP', { limitCount: 3 }),
    )
    const april = { receiptOn: '2026-03-31', todayOn: '2026-04-01' }
    expect(admitForgotten(april, thrice, rule)).toEqual(accept(null))
    expect(countForgotten(thrice, '2026-04-01')).toEqual({ month: '2026-04', count: 1 })
  })

  it('goes by the figures that the shop has set', () => {
    const strict = { ...rule, withinDays: 1, monthCapCount: 0 }
    const dates = { receiptOn: '2026-03-08', todayOn }
    expect(admitForgotten(dates, null, strict)).toMatchObject({ code: 'RECEIPT_TOO_OLD' })
    const fresh = { receiptOn: todayOn, todayOn }
    expect(admitForgotten(fresh, null, strict)).toMatchObject({ code: 'RECEIPT_MONTH_CAP' })
  })

  it('counts what both memberships brought that become one, and parts it again', () => {
    const [two, one] = [
      { month: '2026-03', count: 2 },
      { month: '2026-03', count: 1 },
    ]
    const last = { month: '2026-02', count: 3 }
    expect(mergeForgotten(two, one)).toEqual({ month: '2026-03', count: 3 })
    expect([mergeForgotten(last, one), mergeForgotten(one, last)]).toEqual([one, one])
    expect([mergeForgotten(null, one), mergeForgotten(one, null)]).toEqual([one, one])
    expect(mergeForgotten(two, one, -1)).toEqual(one)
    expect([mergeForgotten(one, two, -1)?.count, mergeForgotten(one, last, -1)]).toEqual([0, one])
    expect(mergeForgotten(null, one, -1)).toBeNull()
  })
})
