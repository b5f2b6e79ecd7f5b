import { metresBetween, nearnessOf } from './nearness'

const bund = { latitude: 31.2397, longitude: 121.4905 }
const north = (metres: number) => ({ ...bund, latitude: bund.latitude + metres / 111_195 })

describe('how near she is to a store', () => {
  it.each([
    [bund, north(290), 'near'],
    [bund, north(310), 'far'],
    [null, bund, 'unknown'],
    [undefined, bund, 'unknown'],
    [bund, undefined, 'unknown'],
  ])('%j and %j: %s', (store, her, nearness) => {
    expect(nearnessOf(store, her)).toBe(nearness)
  })

  it('is measured along the ground', () => {
    const people = { latitude: 31.2304, longitude: 121.4737 }
    expect(Math.round(metresBetween(bund, people) / 100)).toBe(19)
    expect(metresBetween(bund, bund)).toBe(0)
  })
})
