import { payWithPoints } from '../harness/paying-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, unequal } from './chaos-run'

export const name = 'last-coupon'

const rounds = { quick: 2, full: 100 } as const
const NEXT_CODE_MS = 60_000

/**
 * One coupon at two tills. Both hold it at once for points that wait for a yes, and one of them
 * has it: the other can neither hold nor use it until it is settled. Both settle with one at once,
 * and it comes off one bill.
 */
export async function run({ size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir, shop: { payWithPoints } })
  const broken: string[] = []
  try {
    for (let round = 0; round < rounds[size]; round += 1) {
      broken.push(...(await holdAtOnce(shop)), ...(await settleAtOnce(shop)))
    }
    if (!(await shop.books()).balanced) broken.push('the books do not balance')
  } finally {
    await shop.stop()
  }
  return { figures: { 'coupons held': rounds[size], 'coupons settled': rounds[size] }, broken }
}

async function holdAtOnce(shop: ShopUnderTest): Promise<string[]> {
  const her = await atTwoTills(shop)
  const { couponId, tills, who } = her
  const calls = await Promise.all(
    tills.map(({ as, billFen, shown }) =>
      shop.callPatiently('purchases.proposePoints', {
        ...{ as, requestId: shop.fresh('propose') },
        input: { storeId: EAST, billFen, ...shown, couponId, paidPoints: 500 },
      }),
    ),
  )
  const winner = calls.findIndex(({ answer }) => answer.ok)
  const [till, other] = [tills[winner], tills[1 - winner]]
  const answer = calls[winner]?.answer
  if (!till || !other || !answer?.ok) return [`${who}: nobody holds ${couponId}`]
  const { proposalId } = answer.value
  const stolen = await settle(shop, other, { couponId })
  await shop.value('purchases.answerProposal', { as: who, input: { proposalId, agrees: true } })
  const settled = await settle(shop, till, { couponId, proposalId })
  return [
    ...wrongIn(`${who}: two hold`, tallyOf(calls), { ok: 1, COUPON_HELD: 1 }),
    ...wrongIn(`${who}: another till settles`, tallyOf([stolen]), { COUPON_HELD: 1 }),
    ...wrongIn(`${who}: its holder settles`, tallyOf([settled]), { ok: 1 }),
    ...(await usedOnce(shop, her)),
  ]
}

async function settleAtOnce(shop: ShopUnderTest): Promise<string[]> {
  const her = await atTwoTills(shop)
  const calls = await Promise.all(
    her.tills.map((till) => settle(shop, till, { couponId: her.couponId })),
  )
  return [
    ...wrongIn(`${her.who}: two settle`, tallyOf(calls), { ok: 1, COUPON_USED: 1 }),
    ...(await usedOnce(shop, her)),
  ]
}

interface Till {
  readonly as: string
  /** Two equal bills within minutes would be one that was typed twice. */
  readonly billFen: number
  readonly shown: { readonly ticket: string } | { readonly memberCode: string }
}

/** Someone with points and a coupon, who showed a code of its own at each of two tills. */
async function atTwoTills(shop: ShopUnderTest) {
  const { who, memberId } = await shop.newMember(600)
  const { coupons } = await shop.value('gifts.claimPack', { as: who })
  // The code by which she earned was a purchase's.
  await shop.advanceClock(NEXT_CODE_MS)
  const first = { memberCode: await shop.codeOf(who) }
  const { ticket } = await shop.value('staff.scan', { as: clerk, input: first })
  await shop.advanceClock(NEXT_CODE_MS)
  const tills: readonly Till[] = [
    { as: clerk, billFen: 4_000, shown: { ticket } },
    { as: manager, billFen: 5_000, shown: { memberCode: await shop.codeOf(who) } },
  ]
  return { who, memberId, couponId: coupons[0]?.couponId ?? '', tills }
}

function settle(
  shop: ShopUnderTest,
  { as, billFen, shown }: Till,
  bill: { readonly couponId: string; readonly proposalId?: string },
) {
  return shop.callPatiently('purchases.settle', {
    ...{ as, requestId: shop.fresh('settle') },
    input: { storeId: EAST, billFen, ...shown, ...bill },
  })
}

async function usedOnce(
  shop: ShopUnderTest,
  { who, memberId, couponId }: { who: string; memberId: string; couponId: string },
): Promise<string[]> {
  const purchases = await shop.find('purchases', { memberId })
  const withIt = purchases.filter((purchase) => JSON.stringify(purchase).includes(couponId))
  const [coupon] = await shop.find('coupons', { _id: couponId })
  return [
    ...unequal(`${who}: bills with her coupon`, withIt.length, 1),
    ...unequal(`${who}: the state of her coupon`, coupon?.state, 'used'),
  ]
}

function wrongIn(what: string, found: object, wanted: object): string[] {
  const sorted = (tally: object) => JSON.stringify(Object.entries(tally).sort())
  return unequal(what, sorted(found), sorted(wanted))
}
