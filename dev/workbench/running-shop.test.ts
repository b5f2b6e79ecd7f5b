import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerOf } from '../harness/cloud-caller'
import { postJson } from '../harness/post'
import { seedEmpty } from '../seed/empty'
import { type OpenShop, openRunningShop } from './running-shop'
import type { ShopNow } from './shop-now'
import { mountWorkbench } from './workbench'

const OWNER = 'demo-manager-1'
const NEW = 'demo-new'

describe('a shop that is started over while it runs', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-running-'))
  const lost: unknown[] = []
  let shop: OpenShop

  const open = () =>
    openRunningShop({
      port: 0,
      dataDir,
      timers: true,
      kind: 'empty',
      // The demo shop's year takes long; one member of it is history enough.
      fillings: { demo: fillShort, empty: seedEmpty },
      extend: (app, { engine }, running) => mountWorkbench(app, { engine, shop: running }, dataDir),
      onLost: (fault) => lost.push(fault),
    })
  const now = async (): Promise<ShopNow> =>
    (await fetch(`${shop.cloud.origin}/workbench/shop`)).json()
  const startOver = (kind: unknown) =>
    postJson(`${shop.cloud.origin}/workbench/start-over`, { kind }, {})

  beforeAll(async () => {
    shop = await open()
  })
  afterAll(async () => {
    await shop?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('begins with nobody, nothing done, and a code for its first owner', async () => {
    const { setupCode, ...rest } = await now()
    expect(setupCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    const first = { kind: 'empty', isReady: true, canStartOver: true, done: [], people: [] }
    expect(rest).toMatchObject(first)
  })

  it('tells what was done, who has joined and as what, and no code once it was used', async () => {
    const caller = callerOf(shop.cloud.origin)
    await caller.value('members.join', { as: NEW })
    await caller.value('members.join', { as: OWNER })
    const { setupCode } = await now()
    const input = { setupCode: setupCode ?? '', displayName: '顾明远' }
    await caller.value('staff.setUp', { as: OWNER, input })
    const { people, ...rest } = await now()
    expect(rest).toMatchObject({ setupCode: null, done: ['owned', 'joined'] })
    expect(people.find(({ openid }) => openid === OWNER)).toEqual({
      ...{ openid: OWNER, name: '顾明远', role: 'manager', stores: ['本店'] },
    })
    expect(people.find(({ openid }) => openid === NEW)).toMatchObject({ role: 'shopper' })
  })

  it('remembers all of it when it is closed and opened again', async () => {
    const before = await now()
    await shop.close()
    shop = await open()
    expect(await now()).toEqual(before)
  })

  it('is another shop at the same address afterwards, without a trace of the first', async () => {
    const { shopId } = await now()
    const { origin } = shop.cloud
    expect((await startOver('empty')).status).toBe(202)
    await shop.settled()
    expect(shop.cloud.origin).toBe(origin)
    const fresh = await now()
    expect(fresh).toMatchObject({ kind: 'empty', isReady: true, done: [], people: [] })
    expect(fresh.shopId).not.toBe(shopId)
    expect(fresh.setupCode).not.toBeNull()
    const { member } = await callerOf(origin).value('members.home', { as: NEW })
    expect(member).toBeNull()
  })

  it('counts nothing of the history that it was filled with', async () => {
    await startOver('demo')
    await shop.settled()
    expect(await now()).toMatchObject({ kind: 'demo', setupCode: null, done: [] })
    await callerOf(shop.cloud.origin).value('members.join', { as: OWNER })
    expect((await now()).done).toEqual(['joined'])
  })

  it('is started over once at a time, and only as what there is', async () => {
    expect((await startOver('other')).status).toBe(400)
    const both = await Promise.all([startOver('empty'), startOver('empty')])
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409])
    await shop.settled()
    expect(lost).toEqual([])
  })
})

async function fillShort(cloud: Parameters<typeof seedEmpty>[0]): Promise<null> {
  await seedEmpty(cloud)
  await callerOf(cloud.origin).value('members.join', { as: NEW })
  return null
}
