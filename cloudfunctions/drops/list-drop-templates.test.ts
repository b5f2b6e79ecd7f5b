import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { publish, save } = couponsOf(() => shop)
const list = async (as: string) => {
  const { templates } = await shop.value('drops.templates', { as })
  return templates.map(({ templateId }) => templateId)
}

describe('what a drop may be made of', () => {
  it('is what the manager has published, for an owner who has never had a drop', async () => {
    const { owner, communityId } = await dropsOf(shop).newBoundCommunity()
    const templateId = await publish(fiveOff)
    const { templates } = await shop.value('drops.templates', { as: owner })
    expect(templates.find((each) => each.templateId === templateId)).toEqual({
      ...{ templateId, title: '满30减5元券', face: '¥5', sentence: '满30减5元', limitWords: [] },
      ...{ thresholdFen: 3_000, validityText: '领取后 30 天内可用' },
    })
    const input = { ...dropsOf(shop).planFor([communityId]), templateId }
    const asked = { as: owner, requestId: shop.fresh('drop'), input }
    expect((await shop.call('drops.schedule', asked)).answer).toMatchObject({ ok: true })
  })

  it('is no draft, and nothing whose last day is over', async () => {
    const { owner } = await dropsOf(shop).newBoundCommunity()
    const { answer: draft } = await save(fiveOff)
    const draftId = draft.ok ? draft.value.templateId : ''
    const dates = { validFromOn: '2026-03-01', validUntilOn: '2026-03-11' }
    const { validDays: _days, ...others } = fiveOff
    const datedId = await publish({ ...others, ...dates })
    expect(await list(owner)).toContain(datedId)
    expect(draftId).not.toBe('')
    expect(await list(owner)).not.toContain(draftId)
    await shop.setClock('2026-03-12T02:00:00.000Z')
    expect(await list(owner)).not.toContain(datedId)
    expect(await list(manager)).toEqual(await list(owner))
  })

  it('is shown to nobody who plans no drops', async () => {
    const { who } = await shop.newMember()
    for (const as of [who, clerk]) {
      const { answer } = await shop.call('drops.templates', { as })
      expect(answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
    }
  })
})
