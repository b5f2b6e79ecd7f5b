import { holdsPlace, isOver } from './entry-state'

it('an entry holds a place, waits for one, or is over', () => {
  const states = [
    'joined',
    'held',
    'awaiting',
    'waiting',
    'cancelled',
    'lapsed',
    'released',
  ] as const
  expect(states.filter(holdsPlace)).toEqual(['joined', 'held', 'awaiting'])
  expect(states.filter(isOver)).toEqual(['cancelled', 'lapsed', 'released'])
  expect(states.filter((state) => !holdsPlace(state) && !isOver(state))).toEqual(['waiting'])
})
