import { higherOf, isAtLeast, oneAbove, oneBelow, reachedTier } from './tier'

it('stand on each other, and neither end has a next one', () => {
  expect([oneBelow('diamond'), oneBelow('silver'), oneBelow('plain')]).toEqual([
    ...['gold', 'plain', 'plain'],
  ])
  expect([oneAbove('plain'), oneAbove('gold'), oneAbove('diamond')]).toEqual([
    ...['silver', 'diamond', null],
  ])
  expect([isAtLeast('gold', 'gold'), isAtLeast('silver', 'gold')]).toEqual([true, false])
  expect(higherOf('silver', 'plain')).toBe('silver')
  expect([reachedTier('plain'), reachedTier('gold')]).toEqual([null, 'gold'])
})
