import { type Deed, shopKinds } from '../shop-now'
import { stepsOf } from './guide'

describe('the guide', () => {
  it.each(shopKinds)(
    'of the shop %s leads to a purchase and a hand-over, each step once',
    (kind) => {
      const deeds = stepsOf(kind).map(({ deed }) => deed)
      expect(new Set(deeds).size).toBe(deeds.length)
      const order = (['bought', 'redeemed', 'handedOver'] as const).map((deed) =>
        deeds.indexOf(deed),
      )
      expect(order).toEqual([...order].sort((one, other) => one - other))
      expect(order).not.toContain(-1)
    },
  )

  it('of an empty shop begins with its owner and what she sells', () => {
    const first: readonly Deed[] = ['owned', 'told', 'stocked', 'staffed']
    expect(
      stepsOf('empty')
        .slice(0, 4)
        .map(({ deed }) => deed),
    ).toEqual(first)
  })

  it('of a shop that nobody knows how it was filled is the demo shop’s', () => {
    expect(stepsOf(null)).toBe(stepsOf('demo'))
  })

  it('names what is tapped in pairs of asterisks', () => {
    for (const { words } of shopKinds.flatMap(stepsOf)) {
      expect(words.split('*').length % 2).toBe(1)
    }
  })
})
