import { newShop } from '../../shared/rules/shop'
import { keptByKey, loadNewestShop, loadShop } from './config'
import { getById } from './database'

jest.mock('./database', () => ({ getById: jest.fn() }))

const stored = jest.mocked(getById)
const clock = jest.spyOn(performance, 'now')
let nowMs = 0
afterAll(() => clock.mockRestore())

describe("the shop's configuration", () => {
  beforeEach(() => {
    stored.mockReset()
    nowMs += 1_000_000
    clock.mockImplementation(() => nowMs)
  })

  const inStore = (name: string) => {
    const document = { _id: 'shop', name }
    stored.mockResolvedValue(document)
  }

  it('is kept for a minute: within it a published rule is in force everywhere', async () => {
    inStore('old')
    expect((await loadShop()).name).toBe('old')
    inStore('new')
    nowMs += 59_999
    expect((await loadShop()).name).toBe('old')
    nowMs += 1
    expect((await loadShop()).name).toBe('new')
    expect(stored).toHaveBeenCalledTimes(2)
  })

  it('is read anew by those who change it, and known to their instance from then on', async () => {
    inStore('old')
    await loadShop()
    inStore('new')
    expect((await loadNewestShop()).name).toBe('new')
    expect((await loadShop()).name).toBe('new')
  })

  it('is as in a new shop, where an older document says nothing', async () => {
    const earnRule = { fenPerPoint: 200 }
    const older = { _id: 'shop', earnRule }
    stored.mockResolvedValue(older)
    const shop = await loadNewestShop()
    expect(shop.earnRule).toEqual({ ...newShop.earnRule, ...earnRule })
    expect(shop).toMatchObject({ payWithPoints: null, pointValue: newShop.pointValue })
  })

  it('has the scenes of a new shop beside those that a manager changed', async () => {
    const giftScenes = newShop.giftScenes.slice(0, 1).map((scene) => ({ ...scene, version: 2 }))
    stored.mockResolvedValue({ _id: 'shop', ...{ giftScenes } })
    const scenes = (await loadNewestShop()).giftScenes
    expect(scenes.map(({ sceneId }) => sceneId).sort()).toEqual(
      newShop.giftScenes.map(({ sceneId }) => sceneId).sort(),
    )
    expect(scenes.find(({ sceneId }) => sceneId === 'welcome')).toMatchObject({ version: 2 })
  })
})

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
