import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

const { answer, proposed } = payingIn(() => shop)

describe('what the clerk waits for', () => {
  it('follows the shopper’s word, and is told to that clerk alone', async () => {
    const { who, proposalId } = await proposed()
    const ask = { as: clerk, input: { proposalId } }
    expect((await shop.value('purchases.proposal', ask)).state).toBe('waiting')
    await answer(who, proposalId)
    expect((await shop.value('purchases.proposal', ask)).state).toBe('confirmed')
    await answer(who, proposalId, false)
    expect((await shop.value('purchases.proposal', ask)).state).toBe('declined')
    const foreign = await shop.call('purchases.proposal', { ...ask, as: manager })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'PROPOSAL_NOT_FOUND' })
  })
})
