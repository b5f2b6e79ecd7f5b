import { isQuietAt, sendableAt } from './quiet-hours'
import { templateKeys } from './template'

const at = (time: string) => Date.parse(`2026-03-10T${time}+08:00`)

describe('at night', () => {
  it.each([
    ['20:59:59.999', false],
    ['21:00:00.000', true],
    ['00:00:00.000', true],
    ['08:59:59.999', true],
    ['09:00:00.000', false],
  ])('%s is quiet: %s', (time, isQuiet) => {
    expect(isQuietAt(at(time))).toBe(isQuiet)
  })

  it('goes what cannot wait, at day everything, the most worth first', () => {
    expect(sendableAt(at('23:00:00'))).toEqual(['pickup', 'list'])
    expect(sendableAt(at('12:00:00'))).toEqual([...templateKeys])
  })
})
