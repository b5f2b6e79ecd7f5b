import { newShop } from '../../shared/rules/shop'
import { loadNewestShop, loadShop } from './config'
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
})
