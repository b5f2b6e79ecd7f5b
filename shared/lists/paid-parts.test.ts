import { takenBy, withoutFen } from './paid-parts'

const online = { paidTo: null, amountFen: 1_665 }
const counter = { paidTo: 'clerk', amountFen: 67 }

describe('what was paid, by who took it', () => {
  it('goes back online first, then in the order it was paid', () => {
    expect(withoutFen([counter, online], 1_000)).toEqual([
      { paidTo: null, amountFen: 665 },
      counter,
    ])
    expect(withoutFen([counter, online], 1_700)).toEqual([{ paidTo: 'clerk', amountFen: 32 }])
    expect(withoutFen([online, counter], 1_732)).toEqual([])
    expect(withoutFen([online, counter], 0)).toEqual([online, counter])
  })

  it('is each one’s own to account for', () => {
    expect(takenBy([online, counter], 'clerk')).toBe(67)
    expect(takenBy([online, counter], 'owner')).toBe(0)
  })
})
