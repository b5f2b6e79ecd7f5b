import { reachSentence } from './reach'

describe('what a launch reaches', () => {
  it.each([
    [1200, 430, '应发 1,200，可达 430（36%），其余入收件箱'],
    [1_000_000, 1_000, '应发 1,000,000，可达 1,000（0%），其余入收件箱'],
    [12, 12, '应发 12，可达 12（100%）'],
    [0, 0, '没有要通知的会员'],
  ])('of %d told and %d reached: %s', (dueCount, reachableCount, sentence) => {
    expect(reachSentence({ dueCount, reachableCount })).toBe(sentence)
  })
})
