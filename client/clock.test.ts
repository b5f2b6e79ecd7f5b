import { noteServerNow, serverNow } from './clock'

describe('the server time on the phone', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 })
  })

  afterEach(() => {
    noteServerNow(Date.now())
    jest.useRealTimers()
  })

  it('goes on from the last answer, whatever the phone believes', () => {
    noteServerNow(5_000_000)
    jest.advanceTimersByTime(2_500)
    expect(serverNow()).toBe(5_002_500)
  })

  it('follows the server back, too', () => {
    noteServerNow(5_000_000)
    noteServerNow(400_000)
    expect(serverNow()).toBe(400_000)
  })
})
