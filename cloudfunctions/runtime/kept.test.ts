import { keptBriefly, keptByKey } from './kept'

const clock = jest.spyOn(performance, 'now')
let nowMs = 0
afterAll(() => clock.mockRestore())

describe('what is kept by key', () => {
  const asked: string[] = []
  const things = new Map<string, string>()
  const kept = keptByKey(async (key) => {
    asked.push(key)
    return things.get(key) ?? null
  })
  beforeEach(() => {
    nowMs += 1_000_000
    clock.mockImplementation(() => nowMs)
    asked.length = 0
    things.clear()
  })

  it('is asked for once a minute, each key for itself', async () => {
    things.set('a', 'one').set('b', 'two')
    expect([await kept.read('a'), await kept.read('b')]).toEqual(['one', 'two'])
    things.set('a', 'three')
    nowMs += 59_999
    expect(await kept.read('a')).toBe('one')
    nowMs += 1
    expect(await kept.read('a')).toBe('three')
    expect(asked).toEqual(['a', 'b', 'a'])
  })

  it('is looked for again after three seconds where there was nothing', async () => {
    expect(await kept.read('new')).toBeNull()
    things.set('new', 'made')
    nowMs += 2_999
    expect(await kept.read('new')).toBeNull()
    nowMs += 1
    expect(await kept.read('new')).toBe('made')
  })

  it('is forgotten by the instance that changed it', async () => {
    things.set('a', 'one')
    await kept.read('a')
    things.set('a', 'two')
    kept.forget()
    expect(await kept.read('a')).toBe('two')
  })

  it('is a thousand keys at most, whatever phones ask for', async () => {
    for (let key = 0; key < 1_000; key += 1) await kept.read(`unknown-${key}`)
    await kept.read('one-more')
    asked.length = 0
    await kept.read('unknown-0')
    expect(asked).toEqual(['unknown-0'])
  })
})

describe('what is kept briefly', () => {
  it('is read anew after its time, and never kept where its reader forbids it', async () => {
    clock.mockImplementation(() => nowMs)
    const kept = keptBriefly<number>(3_000)
    let asked = 0
    const load = () => {
      asked += 1
      return Promise.resolve(asked)
    }
    const isEven = (value: number) => value % 2 === 0
    expect(await kept.read('drop', load, isEven)).toBe(1)
    expect(await kept.read('drop', load, isEven)).toBe(2)
    nowMs += 2_999
    expect(await kept.read('drop', load, isEven)).toBe(2)
    nowMs += 1
    expect(await kept.read('drop', load, isEven)).toBe(3)
    expect(await kept.read('drop', load, isEven)).toBe(4)
    kept.forget('drop')
    expect(await kept.read('drop', load, isEven)).toBe(5)
  })
})
