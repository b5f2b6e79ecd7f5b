import { dropsOf } from '../../dev/harness/drops-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Document } from '../../dev/localcloud/engine/document'
import { CHANGE_SETTLES_MS } from '../../shared/drops/drop'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
/** Before the last moment at which it may be changed. */
const EARLY_MS = 400

/** Somebody else has the drop in a transaction meanwhile. */
async function whileLocked<T>(dropId: string, work: () => Promise<T>): Promise<T> {
  const database = await shop.database()
  const transaction = await database.startTransaction()
  await transaction
    .collection('drops')
    .doc(dropId)
    .update({ data: { announcedAt: 1 } })
  const working = work()
  await new Promise((resolve) => setTimeout(resolve, 2 * EARLY_MS))
  await transaction.rollback()
  return working
}

describe('at the edges of a drop', () => {
  it('what was asked before it opens, and had to wait, changes no open drop', async () => {
    const { cancelling, changing } = await twoDrops()
    const { dropId, owner } = cancelling
    await shop.advanceClock(cancelling.opensAt - CHANGE_SETTLES_MS - EARLY_MS - shop.nowMs())
    const cancelled = await whileLocked(dropId, () =>
      shop.callPatiently('drops.cancel', { as: owner, input: { dropId } }),
    )
    expect(cancelled.answer).toMatchObject({ code: 'DROP_STARTED' })
    await shop.advanceClock(changing.opensAt - CHANGE_SETTLES_MS - EARLY_MS - shop.nowMs())
    const plan = drops().planFor(changing.communities.map(({ communityId }) => communityId))
    const input = { ...plan, dropId: changing.dropId, opensAt: plan.opensAt + 60_000 }
    const changed = await whileLocked(changing.dropId, () =>
      shop.callPatiently('drops.change', { as: changing.owner, input }),
    )
    expect(changed.answer).toMatchObject({ code: 'DROP_STARTED' })
    const [stored] = await shop.find('drops', { _id: changing.dropId })
    expect(stored).toMatchObject({ cancelledAt: null, opensAt: changing.opensAt })
  })

  /** The second one opens a minute later. */
  async function twoDrops() {
    const cancelling = await drops().newDrop()
    const changing = await drops().newDrop({
      ...{ opensAt: cancelling.opensAt + 60_000, closesAt: cancelling.closesAt },
    })
    return { cancelling, changing }
  }

  it('what is asked for in its last seconds before the opening comes too late', async () => {
    const drop = await drops().newDrop()
    const { dropId, owner } = drop
    await shop.advanceClock(drop.opensAt - CHANGE_SETTLES_MS - shop.nowMs())
    const before = await shop.dump()
    const plan = drops().planFor(drop.communities.map(({ communityId }) => communityId))
    const input = { ...plan, dropId, opensAt: plan.opensAt + 60_000 }
    const changed = await shop.callPatiently('drops.change', { as: owner, input })
    const cancelled = await shop.callPatiently('drops.cancel', { as: owner, input: { dropId } })
    expect(changed.answer).toMatchObject({ code: 'DROP_STARTED' })
    expect(cancelled.answer).toMatchObject({ code: 'DROP_STARTED' })
    expect(await shop.dump()).toBe(before)
  })

  it('the first and the last millisecond are hers, those around them not', async () => {
    const { clock } = shop.local
    const drop = await drops().newDrop({ quotaCounts: [9] })
    const told = async (at: number) => {
      const { who } = await shop.newMember()
      clock.hold(at)
      const { answer } = await drops().claim(who, drop)
      return answer.ok ? 'ok' : answer.code
    }
    expect(await told(drop.opensAt - 1)).toBe('DROP_NOT_OPEN')
    expect(await told(drop.opensAt)).toBe('ok')
    expect(await told(drop.closesAt - 1)).toBe('ok')
    expect(await told(drop.closesAt)).toBe('DROP_CLOSED')
    clock.set(drop.closesAt)
  })

  it('who reads it before it opens goes by what it was changed to', async () => {
    const drop = await drops().newDrop({ quotaCounts: [3] })
    const [early = '', first = '', second = ''] = await threeMembers()
    const { answer } = await drops().claim(early, drop)
    expect(answer).toMatchObject({ code: 'DROP_NOT_OPEN' })
    const [{ communityId = '' } = {}] = drop.communities
    // Changed by another instance, as far as this one can know.
    await setInDrop(drop.dropId, { quotas: [{ communityId, quota: 1 }] })
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    expect((await drops().claim(first, drop)).answer).toMatchObject({ ok: true })
    expect((await drops().claim(second, drop)).answer).toMatchObject({ code: 'DROP_SOLD_OUT' })
  })

  async function setInDrop(dropId: string, change: Document): Promise<void> {
    const update = { $set: change }
    await shop.local.engine.update('drops', { filter: { _id: dropId }, update, multi: false })
  }

  async function threeMembers(): Promise<string[]> {
    const members = []
    for (let no = 0; no < 3; no += 1) members.push((await shop.newMember()).who)
    return members
  }

  it('an instance that kept an open drop stops within seconds of its closing', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [100] })
    const [keeper = '', late = ''] = await threeMembers()
    await drops().claim(keeper, drop)
    // Closed by another instance, as far as this one can know.
    await setInDrop(drop.dropId, { closedAt: shop.nowMs() })
    const deadline = performance.now() + 3_500
    for (;;) {
      const asked = performance.now()
      const { who } = await shop.newMember()
      const { answer } = await drops().claim(who, drop)
      if (!answer.ok) {
        expect(answer.code).toBe('DROP_CLOSED')
        break
      }
      expect(asked).toBeLessThan(deadline)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    expect((await drops().claim(late, drop)).answer).toMatchObject({ code: 'DROP_CLOSED' })
    expect((await drops().claim(keeper, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
  })
})
