import { agreeing } from '../../dev/harness/closing-twins'
import { importsOf } from '../../dev/harness/import-under-test'
import { newOwner } from '../../dev/harness/owner-under-test'
import {
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let owner: string
beforeEach(async () => {
  shop = await openShop()
  owner = (await newOwner(shop)).who
})
afterEach(() => shop.stop())

const OVER_CAP_FEN = 500_100
const TODAY = '2026-03-10'

/** A purchase that only a manager may book, taken back again. */
async function sellAndRefund(storeId: string): Promise<void> {
  const { who } = await shop.newMember()
  const memberCode = await shop.codeOf(who)
  const scanned = await shop.value('staff.scan', { as: owner, input: { memberCode, storeId } })
  const { purchaseId } = await shop.value('purchases.settle', {
    as: owner,
    requestId: shop.fresh('sale'),
    input: { ticket: scanned.ticket, storeId, billFen: OVER_CAP_FEN },
  })
  const { purchases } = await shop.value('purchases.recent', { as: owner, input: { storeId } })
  expect(purchases.map((purchase) => purchase.purchaseId)).toContain(purchaseId)
  const preview = { as: owner, input: { purchaseId, isShopFault: false } }
  const { purchase } = await shop.value('purchases.previewRefund', preview)
  expect(purchase.storeName).toBe(scanned.storeName)
}

async function sign(storeId: string): Promise<void> {
  const input = { storeId, businessOn: TODAY, tillNo: '9', ...agreeing }
  const asked = { as: owner, requestId: shop.fresh('sign'), input }
  await shop.value('closings.signClosing', asked)
  const { closings } = await shop.value('closings.closings', { as: owner, input: { storeId } })
  expect(closings).toMatchObject([{ storeId, businessOn: TODAY, tillNo: '9', staffName: '东家' }])
}

async function openLater(): Promise<void> {
  const [config] = await shop.find('config', { _id: 'shop' })
  const stores = JSON.parse(JSON.stringify(config)).stores
  const later = { storeId: 'later', name: '新店', address: '新街 3 号', hours: '07:00–21:00' }
  const update = { $set: { stores: [...stores, later] } }
  await shop.local.engine.update('config', { filter: { _id: 'shop' }, update, multi: false })
}

describe('an owner whom no store names', () => {
  it('sells above the cap, takes back and closes the day at each store', async () => {
    for (const storeId of [EAST, WEST]) {
      await sellAndRefund(storeId)
      await sign(storeId)
    }
  })

  it('says at which store she stands, and it is one of the shop', async () => {
    const refusalOf = async (input: object) =>
      (await shop.call('purchases.recent', { as: owner, input })).answer
    expect(await refusalOf({})).toMatchObject({ code: 'STORE_REQUIRED' })
    expect(await refusalOf({ storeId: 'north' })).toMatchObject({ code: 'STORE_FOREIGN' })
  })

  it('does what managers do: rules, imports, adjustments, merges', async () => {
    await shop.value('rules.rules', { as: owner })
    await shop.value('points.adjustments', { as: owner })
    await shop.value('merging.merges', { as: owner })
    const number = await shop.numberOf((await shop.newMember()).who)
    const header = '门店,日期,收银台,小票号,会员号,实收金额,不积分金额\n'
    const rows = ['东店', '西店'].map((store) => `${store},2026-03-09,1,10023,${number},8.00,`)
    const imports = importsOf(shop, owner)
    const jobId = await imports.upload('purchases', header + rows.join('\n'))
    expect(await imports.check(jobId)).toMatchObject({ fineCount: 2, wrongCount: 0 })
  })

  it('is the second manager who agrees to a large adjustment', async () => {
    const { who } = await shop.newMember()
    const asked = await shop.adjust(who, 1_001)
    expect(asked.answer).toMatchObject({ ok: true, value: { state: 'waiting', ripensAt: null } })
    const adjustmentId = asked.answer.ok ? asked.answer.value.adjustmentId : ''
    const input = { adjustmentId, verdict: 'approve' as const }
    const agreed = await shop.value('points.approveAdjustment', { as: owner, input })
    expect(agreed.state).toBe('booked')
    expect(await shop.balanceOf(who)).toBe(1_001)
  })

  it('has a store that opens later, and a manager of the others has not', async () => {
    await openLater()
    await sellAndRefund('later')
    await sign('later')
    const me = await shop.value('staff.me', { as: owner })
    expect(me).toMatchObject({ isStaff: true, isManager: true, isOwner: true, displayName: '东家' })
    expect(me.stores.map(({ storeId, role }) => [storeId, role])).toEqual([
      [EAST, 'manager'],
      [WEST, 'manager'],
      ['later', 'manager'],
    ])
    const asked = { as: manager, input: { storeId: 'later' } }
    const { answer } = await shop.call('closings.closing', asked)
    expect(answer).toMatchObject({ code: 'STORE_FOREIGN' })
    expect((await shop.value('staff.me', { as: manager })).stores).toHaveLength(2)
  })

  it('keeps her membership: it cannot be merged into another one', async () => {
    const fromNumber = await shop.numberOf(owner)
    const toNumber = await shop.numberOf((await shop.newMember()).who)
    const asked = { as: manager, input: { fromNumber, toNumber } }
    const { answer } = await shop.call('merging.preview', asked)
    expect(answer).toMatchObject({ code: 'MERGE_STAFF' })
  })

  it('serves nobody in her own name, as everybody else', async () => {
    const memberCode = await shop.codeOf(owner)
    const asked = { as: owner, input: { memberCode, storeId: EAST } }
    const { answer } = await shop.call('staff.scan', asked)
    expect(answer).toMatchObject({ code: 'SELF_SERVICE' })
  })
})
