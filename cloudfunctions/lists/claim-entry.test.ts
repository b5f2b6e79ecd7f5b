import { listsOf } from '../../dev/harness/lists'
import { openingsOf } from '../../dev/harness/opening-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const lists = () => listsOf(shop)
const of = (quantity: number, itemId = 'i1') => [{ itemId, quantity }]

const toldOf = async (who: string) => {
  const { messages } = await shop.value('messages.inbox', { as: who })
  return messages.map(({ kind }) => kind)
}

async function merge(fromWho: string, toWho: string): Promise<void> {
  const sides = { fromNumber: await shop.numberOf(fromWho), toNumber: await shop.numberOf(toWho) }
  const input = { ...sides, reason: '换了微信' }
  await shop.value('merging.merge', {
    ...{ as: 'manager-of-both', requestId: shop.fresh('merge'), input },
  })
}

/** An entry that an owner took for somebody. */
async function taken(part: { phone?: string } = {}) {
  const list = await lists().newList({ items: [{ stockCount: 9, memberPriceFen: 400 }] })
  const input = { listId: list.listId, lines: of(2), name: '李阿姨', ...part }
  const as = list.owner.who
  return { ...list, as, ...(await shop.value('lists.joinFor', { as, input })) }
}

describe('an entry that was taken for somebody', () => {
  it('is hers at once by her proved phone, with its number and its price', async () => {
    const phone = openings.newPhone()
    const { listId, entryId, entryNo } = await taken({ phone })
    const { who, memberId } = await shop.newMember()
    await shop.call('openings.claimOpening', {
      ...{ as: who, input: { phoneCode: await openings.tap(who, phone) } },
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
    expect(await toldOf(as)).toEqual(['listClaimed'])
    await confirm(false)
    expect(await toldOf(who)).toEqual(['entryNotYours'])
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId: null, askedBy: null })
    await shop.call('lists.claimEntry', {
      ...{ as: who, requestId: shop.fresh('again'), input: { listId, entryNo } },
    })
    await confirm(true)
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId, askedBy: null })
    expect(await toldOf(who)).toEqual(['entryYours', 'entryNotYours'])
    const twice = await shop.call('lists.confirmClaim', {
      ...{ as, requestId: shop.fresh('confirm'), input: { entryId, isConfirmed: true } },
    })
    expect(twice.answer).toMatchObject({ code: 'ENTRY_NOT_ASKED' })
  })

  it('keeps its place in the line after the cut-off, and nobody comes to two', async () => {
    const phone = openings.newPhone()
    const items = [{ stockCount: 9 }]
    const cutOffAt = shop.nowMs() + 60_000
    const part = { items, shortage: 'byTier', cutOffAt, dueAt: cutOffAt } as const
    const { listId, owner } = await lists().newList(part)
    const numbers: number[] = []
    for (const name of ['李阿姨', '王阿姨']) {
      const input = { listId, lines: of(2), name, phone }
      numbers.push((await shop.value('lists.joinFor', { as: owner.who, input })).entryNo)
    }
    await shop.advanceClock(60_001)
    await shop.fireTimer('lists')
    const { who, memberId } = await shop.newMember()
    await shop.call('openings.claimOpening', {
      ...{ as: who, input: { phoneCode: await openings.tap(who, phone) } },
    })
    const claim = (entryNo = 0) =>
      shop.call('lists.claimEntry', { as: who, input: { listId, entryNo } })
    expect((await claim(numbers[0])).answer).toMatchObject({ value: { state: 'yours' } })
    expect((await claim(numbers[1])).answer).toMatchObject({ code: 'LIST_JOINED' })
    const [first, second] = await lists().entriesOf(listId)
    expect(first).toMatchObject({ memberId, tier: null })
    expect(second).toMatchObject({ memberId: null })
  })

  it('is told to be hers also once its list is settled, and is not where it was paid', async () => {
    const dueAt = shop.nowMs() + DAY_MS
    const { listId, owner } = await lists().newList({ payment: 'toOwner', dueAt })
    const takeFor = (name: string) =>
      shop.value('lists.joinFor', {
        ...{ as: owner.who, requestId: shop.fresh('for') },
        input: { listId, name, lines: of(1) },
      })
    const { entryId } = await takeFor('李阿姨')
    const paid = await takeFor('王阿姨')
    await shop.advanceClock(DAY_MS + 1_000)
    await shop.fireTimer('lists')
    await shop.value('lists.markPaid', { as: owner.who, input: { entryIds: [paid.entryId] } })
    const { who } = await shop.newMember()
    const claim = (entryNo: number) =>
      shop.call('lists.claimEntry', {
        ...{ as: who, requestId: shop.fresh('claim'), input: { listId, entryNo } },
      })
    expect((await claim(2)).answer).toMatchObject({ ok: false, code: 'ENTRY_PAID' })
    expect((await claim(1)).answer).toMatchObject({ ok: true, value: { state: 'asked' } })
    const input = { entryId, isConfirmed: true }
    await shop.value('lists.confirmClaim', { as: owner.who, input })
    expect(await toldOf(who)).toEqual(['entryYours'])
  })

  it('is not hers a second time who joined before two memberships became one', async () => {
    const { listId, as, entryId, entryNo } = await taken()
    const [from, into] = [await shop.newMember(), await shop.newMember()]
    expect((await lists().join(from.who, listId)).answer).toMatchObject({ ok: true })
    await merge(from.who, into.who)
    const input = { listId, entryNo }
    expect(await shop.value('lists.claimEntry', { as: into.who, input })).toMatchObject({
      state: 'asked',
    })
    const confirm = { as, input: { entryId, isConfirmed: true } }
    expect((await shop.call('lists.confirmClaim', confirm)).answer).toMatchObject({
      code: 'LIST_JOINED',
    })
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId: null })
  })

  it('is hers as whom she lives on who asked and was merged', async () => {
    const { listId, as, entryId, entryNo } = await taken()
    const [from, into] = [await shop.newMember(), await shop.newMember()]
    await shop.value('lists.claimEntry', { as: from.who, input: { listId, entryNo } })
    await merge(from.who, into.who)
    await shop.value('lists.confirmClaim', { as, input: { entryId, isConfirmed: true } })
    expect(await lists().entryOf(entryId)).toMatchObject({ memberId: into.memberId })
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
