import { admitTotals } from './till-totals'

const none = {
  ...{ receiptCount: 0, amountFen: 0, refundFen: null, couponFen: null, pointsFen: null },
  ...{ nonMemberCount: null, nonMemberFen: null, footfallCount: null },
}

describe('what a till says of a day', () => {
  it.each([
    ['a day without a sale', {}],
    ['receipts of nothing, e.g. gifts', { receiptCount: 2 }],
    ['money', { receiptCount: 1, amountFen: 1 }],
    ['others whom nobody counted', { receiptCount: 1, amountFen: 900, nonMemberFen: 900 }],
    ['nobody else', { receiptCount: 1, amountFen: 900, nonMemberCount: 0, nonMemberFen: 0 }],
  ])('may be %s', (_name, change) => {
    expect(admitTotals({ ...none, ...change })).toEqual({ ok: true, value: null })
  })

  it.each([
    ['receiptCount', 'money without a receipt', { amountFen: 1 }],
    [
      'nonMemberCount',
      'others’ money without a receipt',
      { receiptCount: 1, nonMemberCount: 0, nonMemberFen: 1 },
    ],
    [
      'nonMemberCount',
      'more receipts of others than of all',
      { receiptCount: 1, nonMemberCount: 2 },
    ],
  ])('names %s for %s', (field, _name, change) => {
    const refused = admitTotals({ ...none, ...change })
    expect(refused).toMatchObject({ ok: false, code: 'INPUT_INVALID', detail: { field } })
  })
})
