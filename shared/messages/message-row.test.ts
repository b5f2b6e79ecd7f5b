import { messageTargets } from './message-row'

it('leads to each page by one name', () => {
  expect(new Set(messageTargets).size).toBe(messageTargets.length)
})
