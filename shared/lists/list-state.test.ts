import type { ListState } from './list'
import { isPublished, shownStateAt } from './list-state'

const running = { state: 'running', opensAt: 100, cutOffAt: 200 } as const

describe('a list', () => {
  it.each([
    [99, 'coming'],
    [100, 'running'],
    [199, 'running'],
    [200, 'settling'],
  ])('that opens at 100 with its cut-off at 200 is at %i %s', (now, state) => {
    expect(shownStateAt(running, now)).toBe(state)
  })

  it('runs at once where nothing is said, and any other state stays', () => {
    expect(shownStateAt({ ...running, opensAt: null }, 1)).toBe('running')
    expect(shownStateAt({ ...running, state: 'ordered' }, 1)).toBe('ordered')
  })

  it('is for all to see once it was published', () => {
    const states: ListState[] = ['draft', 'waiting', 'running', 'settling', 'withdrawn', 'failed']
    expect(states.filter((state) => isPublished({ state }))).toEqual([
      'running',
      'settling',
      'failed',
    ])
  })
})
