import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import { postJson } from '../../dev/harness/post'
import { EAST, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
const paying = payingIn(() => shop)
beforeEach(async () => {
  shop = await openShop({ shop: { payWithPoints }, transactionLifetimeMs: 4_000 })
})
afterEach(() => shop.stop())

const DAY_MS = 86_400_000
const sweep = () => shop.fireTimer('purchases')
const daysPass = (days: number) => shop.advanceClock(days * DAY_MS)

/** A manager makes a clerk: a request that leaves only its recorded answer. */
async function appointed() {
  const { who } = await shop.newMember()
  const input = { memberCode: await shop.codeOf(who), storeId: EAST, role: 'staff' as const }
  const request = { as: manager, requestId: shop.fresh('appoint'), input }
  const first = await shop.value('staff.appoint', request)
  return { first, again: () => shop.value('staff.appoint', request) }
}

/** Recorded answers of so many days ago, put there as they are. */
async function insertAnswers(count: number, daysAgo: number) {
  const at = shop.nowMs() - daysAgo * DAY_MS
  const answers = Array.from({ length: count }, (_unused, place) => ({
    ...{ _id: `${daysAgo}-${place}`, hash: 'h', answer: {}, at: at + place },
  }))
  await shop.local.engine.insert('requests', answers)
}

describe('what served a moment only', () => {
  it('answers a request anew for thirty days, then forgets it', async () => {
    const { first, again } = await appointed()
    await daysPass(29)
    await sweep()
    expect(await again()).toEqual(first)
    await daysPass(2)
    expect((await sweep()).body).toMatchObject({ ok: true, value: { forgotten: 1 } })
    expect(await shop.find('requests')).toEqual([])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('forgets what chores did, of all functions, after thirty days too', async () => {
    const runOf = (_id: string, daysAgo: number) => ({
      ...{ _id, name: 'mall.units-rewards', counts: { kept: 1 }, failure: null },
      ...{ isTakenOver: false, startedAt: shop.nowMs() - daysAgo * DAY_MS },
    })
    await shop.local.engine.insert('job_runs', [runOf('old', 31), runOf('young', 29)])
    expect((await sweep()).body).toMatchObject({ ok: true, value: { forgotten: 1 } })
    const kept = await shop.find('job_runs')
    expect(kept.map(({ name }) => name)).toEqual(['mall.units-rewards', 'purchases.forget'])
    expect(kept[1]).toMatchObject({ counts: { forgotten: 1 }, failure: null })
  })

  it('removes page after page, also when killed anywhere, and twice at once', async () => {
    await insertAnswers(250, 31)
    await insertAnswers(1, 0)
    for (const fault of ['kill-before-call:7', 'kill-after-call:7', 'kill-after-call:9']) {
      const { status } = await postJson(`${shop.origin}/timer/purchases`, {}, { 'x-fault': fault })
      expect(status).toBe(500)
      // Longer than the lease of the run that died.
      await shop.advanceClock(71_000)
    }
    await Promise.all([sweep(), sweep()])
    expect((await shop.find('requests')).map(({ _id }) => _id)).toEqual(['0-0'])
  })

  it('reads only what is due, and asks once a day', async () => {
    await insertAnswers(200, 2)
    const { headers } = await sweep()
    expect(Number(headers['x-docs-examined'])).toBeLessThanOrEqual(1)
    const calls = async () => Number((await sweep()).headers['x-db-calls'])
    const later = await calls()
    expect(later).toBeLessThan(Number(headers['x-db-calls']))
    await daysPass(1)
    expect(await calls()).toBeGreaterThan(later)
  })

  it('forgets a proposal that no purchase used, and keeps the one that was agreed to', async () => {
    const unused = await paying.proposed()
    const { who, ticket, proposalId } = await paying.proposed()
    await paying.answer(who, proposalId)
    const settled = await paying.settle({ ticket, proposalId })
    expect(settled.answer).toMatchObject({ ok: true })
    await daysPass(31)
    await sweep()
    expect(await shop.find('points_proposals', { _id: unused.proposalId })).toEqual([])
    expect(await shop.find('points_proposals')).toMatchObject([{ _id: proposalId, state: 'used' }])
  })
})
