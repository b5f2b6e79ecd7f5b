import { memberIdOf } from '../../cloudfunctions/runtime/caller'
import { collections } from '../../cloudfunctions/runtime/collections'
import { openEngine } from '../localcloud/engine/engine'
import { createMemoryStore } from '../localcloud/engine/memory-store'
import { appId } from '../localcloud/functions/invocation'
import { countDeeds, deedsSince, knownPeople } from './shop-now'

describe('what was done in a shop', () => {
  const engine = openEngine({ store: createMemoryStore(), declarations: collections })
  const idOf = (openid: string) => memberIdOf(appId, openid)
  afterAll(() => engine.close())

  it('is what came on top of its history', async () => {
    await engine.insert('rewards', [{ _id: 'old', leftCount: 3 }])
    const before = await countDeeds(engine)
    expect(deedsSince(before, before)).toEqual([])
    await engine.insert('rewards', [
      { _id: 'none', leftCount: 0 },
      { _id: 'off', leftCount: 5, isOnShelf: false },
    ])
    expect(deedsSince(before, await countDeeds(engine))).toEqual([])
    await engine.insert('rewards', [{ _id: 'new', leftCount: 5, isOnShelf: true }])
    await engine.insert('grants', [{ _id: 'g1', memberId: 'm1', state: 'waiting' }])
    expect(deedsSince(before, await countDeeds(engine))).toEqual(['stocked'])
    await engine.insert('grants', [{ _id: 'g2', memberId: 'm2', state: 'claimed' }])
    expect(deedsSince(before, await countDeeds(engine))).toEqual(['stocked', 'gifted'])
  })

  it('names those who have joined by what they are now, and nobody else', async () => {
    const stores = [
      { storeId: 'east', name: '东店' },
      { storeId: 'west', name: '西店' },
    ]
    await engine.insert('config', [{ _id: 'shop', stores }])
    const people = ['shopper', 'clerk', 'manager', 'leader', 'owner']
    const members = people.map((who) => ({ _id: idOf(who), memberNumber: who, nickname: who }))
    await engine.insert('members', members)
    const roles = { communityOwner: false, owner: false, stores: {} }
    await engine.insert('staff', [
      { ...roles, _id: idOf('clerk'), displayName: '小东', stores: { east: 'staff' } },
      { ...roles, _id: idOf('manager'), displayName: '西西', stores: { west: 'manager' } },
      { ...roles, _id: idOf('leader'), displayName: '', communityOwner: true },
      { ...roles, _id: idOf('owner'), displayName: '老板', owner: true },
    ])
    const known = await knownPeople(engine, [...people, 'stranger'])
    const said = known.map(({ openid, name, role, stores }) => [openid, name, role, ...stores])
    expect(said.sort()).toEqual([
      ['clerk', '小东', 'staff', '东店'],
      ['leader', 'leader', 'communityOwner'],
      ['manager', '西西', 'manager', '西店'],
      ['owner', '老板', 'manager', '东店', '西店'],
      ['shopper', 'shopper', 'shopper'],
    ])
  })
})
