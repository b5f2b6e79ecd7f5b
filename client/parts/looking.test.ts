import { lookEvery } from './looking'

describe('what is asked again and again', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('waits for an answer before it asks again, however slow the network is', async () => {
    const answers: (() => void)[] = []
    const look = jest.fn(() => new Promise<void>((resolve) => answers.push(resolve)))
    const stop = lookEvery(look, 1_000)
    await jest.advanceTimersByTimeAsync(5_000)
    expect(look).toHaveBeenCalledTimes(1)
    answers[0]?.()
    await jest.advanceTimersByTimeAsync(1_000)
    expect(look).toHaveBeenCalledTimes(2)
    stop()
    answers[1]?.()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(look).toHaveBeenCalledTimes(2)
  })

  it('asks at every turn where answers come in time', async () => {
    const look = jest.fn(async () => undefined)
    const stop = lookEvery(look, 1_000)
    await jest.advanceTimersByTimeAsync(3_000)
    expect(look).toHaveBeenCalledTimes(3)
    stop()
  })
})
