import { inLanes, toBeTold, within } from './in-lanes'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

describe('works in lanes', () => {
  it('does each once, so many at once and no more', async () => {
    const done: number[] = []
    let [underWay, most] = [0, 0]
    const works = [0, 1, 2, 3, 4, 5, 6].map((n) => async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await pause(5)
      done.push(n)
      underWay -= 1
    })
    await inLanes(3, works)
    expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(most).toBe(3)
  })

  it('goes on behind a work that fails', async () => {
    const done: string[] = []
    const fails = async () => {
      throw new Error('lost')
    }
    await inLanes(1, [fails, async () => void done.push('after it')])
    expect(done).toEqual(['after it'])
  })
})

describe('what is to be told', () => {
  it('waits for the teller, who never stumbles over a failure', async () => {
    const told = toBeTold<number>()
    await told.tell(Promise.reject(new Error('lost')))
    await expect(told.outcome).rejects.toThrow('lost')
    const other = toBeTold<number>()
    await other.tell(Promise.resolve(3))
    await other.tell(Promise.resolve(4))
    expect(await other.outcome).toBe(3)
  })

  it('names what is late, and lets pass what is not', async () => {
    const never = new Promise<number>(() => {})
    await expect(within(10, { name: 'the page', work: never })).rejects.toThrow('the page took')
    expect(await within(1_000, { name: 'the page', work: Promise.resolve(3) })).toBe(3)
  })
})
