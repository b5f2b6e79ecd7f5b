import { businessDateOf } from '../../shared/business-date'
import { payWithPoints } from './paying-under-test'
import { clerk, EAST, type ShopUnderTest } from './shop-under-test'
import type { Twin, Twins } from './twin'

type Paying =
  | 'purchases.quote'
  | 'purchases.settle'
  | 'purchases.bookForgotten'
  | 'purchases.proposePoints'
  | 'purchases.proposal'
  | 'purchases.answerProposal'

/** The shop lets points pay, so that every optional field of a settle can be filled in. */
export async function letPointsPay({ local }: ShopUnderTest): Promise<void> {
  const update = { $set: { payWithPoints } }
  await local.engine.update('config', { filter: { _id: 'shop' }, update, multi: false })
}

/** Events of the till that are in order: a bill with everything on it. */
export function payingTwins(shop: ShopUnderTest): Pick<Twins, Paying> {
  /** A member with points and a coupon, scanned, and what she has in her basket. */
  const newSale = async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 600)
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const memberCode = await shop.codeOf(who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const couponId = coupons[0]?.couponId
    const lines = [
      { title: '苹果', amountFen: 3_900, isExcluded: false },
      { title: '香烟', amountFen: 100, isExcluded: true },
    ]
    const bill = { billFen: 4_000, excludedFen: 100, lines, freightFen: 300, couponId }
    const input = { ticket, ...bill, storeId: EAST }
    return { who, input }
  }
  const newBill = async (extra: Twin['input'] = {}): Promise<Twin> => {
    const receipt = { tillNo: '1', receiptNo: shop.fresh('receipt') }
    const input = { ...(await newSale()).input, ...receipt, ...extra }
    return { as: clerk, input, another: { ...input, freightFen: 500 } }
  }
  const proposed = async () => {
    const { who, input } = await newSale()
    const asked = { as: clerk, requestId: shop.fresh('proposal') }
    const wish = { ...asked, input: { ...input, paidPoints: 500 } }
    const { proposalId } = await shop.value('purchases.proposePoints', wish)
    return { who, input, proposalId }
  }
  const confirmed = async (): Promise<Twin> => {
    const { who, input, proposalId } = await proposed()
    await shop.value('purchases.answerProposal', { as: who, input: { proposalId, agrees: true } })
    const receipt = { tillNo: '1', receiptNo: shop.fresh('receipt'), repeatConfirmed: false }
    const paid = { ...input, ...receipt, proposalId }
    return { as: clerk, input: paid, another: { ...paid, freightFen: 500 } }
  }
  return {
    'purchases.quote': () => newBill({ paidPoints: 500 }),
    'purchases.settle': confirmed,
    'purchases.proposePoints': async () => {
      const input = { ...(await newSale()).input, paidPoints: 500 }
      return { as: clerk, input, another: { ...input, paidPoints: 400 } }
    },
    'purchases.proposal': async () => {
      const { proposalId } = await proposed()
      return { as: clerk, input: { proposalId } }
    },
    'purchases.answerProposal': async () => {
      const { who, proposalId } = await proposed()
      return { as: who, input: { proposalId, agrees: true } }
    },
    'purchases.bookForgotten': () => forgottenTwin(shop),
  }
}

async function forgottenTwin(shop: ShopUnderTest): Promise<Twin> {
  const { who } = await shop.newMember()
  const input = {
    ...{ memberCode: await shop.codeOf(who), storeId: EAST },
    ...{ receiptOn: businessDateOf(shop.nowMs()) },
    ...{ tillNo: '1', receiptNo: shop.fresh('receipt'), billFen: 4_000, excludedFen: 100 },
  }
  return { as: clerk, input, another: { ...input, receiptNo: shop.fresh('receipt') } }
}
