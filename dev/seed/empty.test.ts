import { startTestCloud, type TestCloud } from '../harness/cloud'
import { seedEmpty } from './empty'

describe('an empty shop', () => {
  let cloud: TestCloud
  let setupCode = ''

  beforeAll(async () => {
    cloud = await startTestCloud({
      seed: async (fresh) => {
        setupCode = await seedEmpty(fresh)
      },
    })
    for (const as of ['first', 'second']) await cloud.value('members.join', { as })
  })
  afterAll(() => cloud?.stop())

  it('has nothing to redeem and one store', async () => {
    expect((await cloud.value('mall.rewards', { as: 'first' })).rewards).toEqual([])
    expect((await cloud.value('members.home', { as: 'first' })).shop.stores).toHaveLength(1)
  })

  it('gets its first manager by the code that it was told, once', async () => {
    const input = { setupCode, displayName: '顾明远' }
    const me = await cloud.value('staff.setUp', { as: 'first', input, requestId: 'set-up-1' })
    expect(me.isManager).toBe(true)
    const again = await cloud.call('staff.setUp', { as: 'second', input, requestId: 'set-up-2' })
    expect(again.answer).toMatchObject({ ok: false, code: 'SETUP_DONE' })
  })

  it('keeps the code itself nowhere', async () => {
    const kept = JSON.stringify(await cloud.local.engine.find('setup_codes'))
    expect(setupCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(kept).not.toContain(setupCode)
  })
})
