import * as listRush from '../../dev/chaos/list-rush'
import * as listSteps from '../../dev/chaos/list-steps'
import { listsOf, twoPoints } from '../../dev/harness/lists'
import { openingsOf } from '../../dev/harness/opening-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const of = (quantity: number, itemId = 'i1') => [{ itemId, quantity }]
const ABANDONED_MS = 121_000

/** An entry that an owner took for somebody. */
async function taken(part: { phone?: string } = {}) {
  const list = await lists().newList({ items: [{ stockCount: 9, memberPriceFen: 400 }] })
  const input = { listId: list.listId, lines: of(2), name: '李阿姨', ...part }
  const as = list.owner.who
  return { ...list, as, ...(await shop.value('lists.joinFor', { as, input })) }
}

describe('an entry that was taken for somebody', () => {
  it('is hers at once by her proved phone, with its number and its price', async () => {
    const { newPhone, tap } = openingsOf(shop)
    const phone = newPhone()
    const { listId, entryId, entryNo } = await taken({ phone })
    const { who, memberId } = await shop.newMember()
    await shop.call('openings.claimOpening', {
      ...{ as: who, input: { phoneCode: await tap(who, phone) } },
    })
    const input = { listId, entryNo }
    const claimed = await shop.value('lists.claimEntry', { as: who, input })
    expect(claimed).toEqual({ entryId, state: 'yours' })
    const entry = await lists().entryOf(entryId)
    expect(entry).toMatchObject({ memberId, name: '李阿姨', lines: [{ priceFen: 500 }] })
    expect((await lists().join(who, listId)).answer).toMatchObject({ code: 'LIST_JOINED' })
    const changed = await lists().change(who, { entryId, lines: of(3) })
    expect(changed.answer).toMatchObject({ ok: true, value: { payableFen: 1_500 } })
    const { who: other } = await shop.newMember()
    const late = await shop.call('lists.claimEntry', { as: other, input })
    expect(late.answer).toMatchObject({ code: 'ENTRY_TAKEN' })
  })

  it('is hers by the word of who looks after the list, or is not', async () => {
    const { listId, as, entryId, entryNo } = await taken()
    const { who, memberId } = await shop.newMember()
    const asked = () => shop.value('lists.claimEntry', { as: who, input: { listId, entryNo } })
    expect(await asked()).toEqual({ entryId, state: 'asked' })
    const page = await shop.value('lists.entries', { as, input: { listId, which: 'asked' } })
    expect(page.entries).toMatchObject([{ entryNo, askedBy: { maskedName: expect.any(String) } }])
    const confirm = (isConfirmed: boolean) =>
      shop.value('lists.confirmClaim', {
        ...{ as, requestId: shop.fresh('confirm'), input: { entryId, isConfirmed } },
      })
    await confirm(false)
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId: null, askedBy: null })
    await shop.call('lists.claimEntry', {
      ...{ as: who, requestId: shop.fresh('again'), input: { listId, entryNo } },
    })
    await confirm(true)
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId, askedBy: null })
    const twice = await shop.call('lists.confirmClaim', {
      ...{ as, requestId: shop.fresh('confirm'), input: { entryId, isConfirmed: true } },
    })
    expect(twice.answer).toMatchObject({ code: 'ENTRY_NOT_ASKED' })
  })

  it('is nobody else’s who has one, nor the owner’s by her own word', async () => {
    const { listId, owner, as, entryId, entryNo } = await taken()
    const input = { listId, entryNo }
    expect(await shop.value('lists.claimEntry', { as, input })).toMatchObject({ state: 'asked' })
    const own = { as, input: { entryId, isConfirmed: true } }
    expect((await shop.call('lists.confirmClaim', own)).answer).toMatchObject({
      code: 'SELF_SERVICE',
    })
    const { entries } = await shop.value('lists.entries', { as: owner.who, input: { listId } })
    expect(entries).toMatchObject([{ isByOwner: true, name: '李阿姨', state: 'joined' }])
  })
})

describe('the desk', () => {
  it('sees entries by number in pages, and their sums by item and point', async () => {
    const items = [{ priceFen: 333 }, { unit: 'jin' as const, priceFen: 599 }]
    const { listId, owner } = await lists().newList({ items, pickupPoints: twoPoints })
    for (let no = 0; no < 22; no += 1) {
      const point = { pickupPointId: no % 2 === 0 ? 'p1' : 'p2' }
      await lists().joined(listId, { lines: [...of(1), ...of(0.5, 'i2')], ...point })
    }
    const pageOf = (part: object) =>
      shop.value('lists.entries', { as: owner.who, input: { listId, ...part } })
    const first = await pageOf({})
    const second = await pageOf({ cursor: first.nextCursor })
    const numbers = [...first.entries, ...second.entries].map(({ entryNo }) => entryNo)
    expect(numbers).toEqual(Array.from({ length: 22 }, (_unused, no) => no + 1))
    expect(second.nextCursor).toBeNull()
    expect(first.entries[0]).toMatchObject({
      payableFen: 633,
      paymentState: 'owed',
      changeCount: 0,
    })
    expect(await lists().totals({ listId, owner })).toMatchObject({
      items: [
        { itemId: 'i1', quantity: 22, amountFen: 7_326 },
        // Half a fen up, line by line.
        { itemId: 'i2', quantity: 11, amountFen: 22 * 300 },
      ],
      points: [
        { pickupPointId: 'p1', items: [{ quantity: 11 }, { quantity: 5.5, amountFen: 3_300 }] },
        { pickupPointId: 'p2', items: [{ quantity: 11 }, { quantity: 5.5, amountFen: 3_300 }] },
      ],
      ...{ entryCount: 22, waitingCount: 0, amountFen: 7_326 + 6_600 },
    })
  })

  it('is of no use to whoever does not look after the list', async () => {
    const [{ listId }, other] = [await lists().newList(), await lists().newList()]
    for (const name of ['lists.totals', 'lists.entries'] as const) {
      const { answer } = await shop.call(name, { as: other.owner.who, input: { listId } })
      expect(answer).toMatchObject({ code: 'LIST_FOREIGN' })
    }
  })
})

describe('what a crash left', () => {
  it('is carried out by the sweeper: the entry stands, and the queue moves up', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 1 }] })
    const { who } = await shop.newMember()
    const event = (action: string, input: object) => ({
      action,
      requestId: `died-${action}`,
      input,
    })
    const died = { as: who, fault: 'kill-after-call:4' }
    await shop.send('lists', event('join', { listId, lines: of(1) }), died)
    const book = Object(await lists().bookOf(listId))
    expect([book.order.length, Object.keys(book.todo).length]).toEqual([1, 1])
    expect(await lists().entriesOf(listId)).toEqual([])
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('lists')
    const [entry] = await lists().entriesOf(listId)
    expect(entry).toMatchObject({ entryNo: 1, state: 'joined' })
    const waits = await lists().joined(listId, { ifSoldOut: 'fill' })
    // It dies right after the book has given the place back.
    for (let call = 1; (await lists().bookOf(listId))?.left; call += 1) {
      const input = { entryId: entry?._id }
      await shop.send('lists', event('cancel', input), {
        as: who,
        fault: `kill-after-call:${call}`,
      })
      if (Object.keys(Object(await lists().bookOf(listId)).todo).length > 0) break
    }
    expect(await lists().entryOf(waits.entryId)).toMatchObject({ state: 'waiting' })
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('lists')
    expect(await lists().entryOf(waits.entryId)).toMatchObject({ state: 'joined' })
    const after = Object(await lists().bookOf(listId))
    expect([after.todo, after.markedAt]).toEqual([{}, undefined])
  })
})

it('random lists are as a notebook has them', async () => {
  expect((await listSteps.run({ seed: 20_260_310, size: 'quick' })).broken).toEqual([])
})

it('a crowd gets all numbers, and no more than there is', async () => {
  expect((await listRush.run({ seed: 20_260_310, size: 'quick' })).broken).toEqual([])
})
