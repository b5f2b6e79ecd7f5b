import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CloudProcess, startCloudProcess } from '../../dev/harness/cloud-process'
import { clerk, fillShop, rewardOf } from '../../dev/harness/shop-under-test'
import type { LocalCloud } from '../../dev/localcloud/cloud'
import { startShopCloud } from '../../dev/shop-cloud'
import { auditBooks } from '../../dev/workbench/books'

jest.setTimeout(180_000)

const ROUNDS = 2
const SHOPPERS_AT_ONCE = 8
/** Operations that were answered before the power goes. */
const ENOUGH = 100
const REWARD = 'towel'
const STOCK = 100_000
const ABANDONED_MS = 121_000

/** What a person was told that it had happened. */
interface Told {
  readonly what: 'joined' | 'claimed' | 'settled' | 'redeemed' | 'cancelled' | 'collected'
  readonly id: string
}

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huilin-power-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('keeps every answered operation over kill -9 under load, and the books balance', async () => {
  const prepared = await startShopCloud({
    port: 0,
    dataDir,
    seed: async (cloud) => {
      await fillShop(cloud)
      const shelf = { pricePoints: 10, leftCount: STOCK, limitPerMember: STOCK }
      await cloud.engine.insert('rewards', [rewardOf(REWARD, shelf)])
    },
  })
  await prepared.close()
  const told: Told[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const cloud = await startCloudProcess({ dataDir })
    const shoppers = Array.from({ length: SHOPPERS_AT_ONCE }, (_unused, shopper) =>
      shopUntilDark(cloud, `round-${round}-shopper-${shopper}`, told),
    )
    const enough = told.length + ENOUGH
    while (told.length < enough) await new Promise((resolve) => setTimeout(resolve, 20))
    await cloud.kill()
    await Promise.all(shoppers)
  }
  const restarted = await startShopCloud({ port: 0, dataDir })
  const lost: Told[] = []
  for (const one of told) if (!(await isThere(restarted, one))) lost.push(one)
  expect(lost).toEqual([])
  expect(told.length).toBeGreaterThanOrEqual(ROUNDS * ENOUGH)
  expect((await auditBooks(restarted.engine)).balanced).toBe(true)
  restarted.clock.advance(ABANDONED_MS)
  await restarted.fireTimer('mall')
  const [reward] = await restarted.engine.find('rewards', { _id: REWARD })
  const held = await restarted.engine.count('redemptions', { state: { $ne: 'cancelled' } })
  expect(reward).toMatchObject({ leftCount: STOCK - held, pending: {} })
  await restarted.close()
})

/** One newcomer after the other lives a whole visit, until nobody answers any more. */
async function shopUntilDark(cloud: CloudProcess, name: string, told: Told[]): Promise<void> {
  try {
    for (let visit = 0; ; visit += 1) await visitShop(cloud, `${name}-${visit}`, told)
  } catch {
    // The power is gone: what was under way was never answered.
  }
}

async function visitShop(cloud: CloudProcess, who: string, told: Told[]): Promise<void> {
  const { memberId } = await cloud.value('members.join', { as: who })
  told.push({ what: 'joined', id: memberId })
  await cloud.value('gifts.claimPack', { as: who })
  told.push({ what: 'claimed', id: memberId })
  const { memberCode } = await cloud.value('members.code', { as: who })
  const bill = { memberCode, billFen: 2_500 }
  const { purchaseId } = await cloud.value('purchases.settle', { as: clerk, input: bill })
  told.push({ what: 'settled', id: purchaseId })
  const wish = { as: who, input: { rewardId: REWARD } }
  const first = await cloud.value('mall.redeem', wish)
  told.push({ what: 'redeemed', id: first.redemptionId })
  const second = await cloud.value('mall.redeem', wish)
  told.push({ what: 'redeemed', id: second.redemptionId })
  const { redemptionId } = first
  await cloud.value('mall.cancelRedemption', { as: who, input: { redemptionId } })
  told.push({ what: 'cancelled', id: redemptionId })
  const { pickupCode } = second
  await cloud.value('mall.verifyPickup', { as: clerk, input: { pickupCode } })
  told.push({ what: 'collected', id: second.redemptionId })
}

async function isThere({ engine }: LocalCloud, { what, id }: Told): Promise<boolean> {
  const among = {
    joined: () => engine.count('members', { _id: id }),
    claimed: () => engine.count('points_entries', { memberId: id, reason: 'gift' }),
    settled: () => engine.count('points_entries', { sourceId: id, reason: 'purchase' }),
    redeemed: () => engine.count('points_entries', { sourceId: id, reason: 'redemption' }),
    cancelled: () => engine.count('redemptions', { _id: id, state: 'cancelled' }),
    collected: () => engine.count('redemptions', { _id: id, state: 'collected' }),
  }
  return (await among[what]()) === 1
}
