import { createHash } from 'node:crypto'
import { malformedTwins, type WellFormed } from '../../dev/harness/malformed-events'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { contract } from '../../shared/contract/contract'

jest.setTimeout(180_000)

/** The events of a seed are always the same; a failure shows the one that got through. */
const SEED = 20_260_310
const EVENTS = 500
const AT_ONCE = 25
const secondManager = 'second-manager'
const SETUP_CODE = 'ABCD-EFGH'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  const _id = createHash('sha256').update(SETUP_CODE).digest('hex')
  await shop.local.engine.insert('setup_codes', [{ _id, createdAt: 0, usedAt: null, usedBy: null }])
})
afterAll(() => shop.stop())

interface Twin {
  readonly as: string
  readonly input: Record<string, unknown>
}

const member = async (input: Twin['input'] = {}, points = 0): Promise<Twin> => ({
  as: (await shop.newMember(points)).who,
  input,
})

async function newRedemption() {
  const { who } = await shop.newMember(100)
  const rewardId = await shop.newReward()
  const redemption = await shop.value('mall.redeem', { as: who, input: { rewardId } })
  return { who, redemption }
}

async function newBill(extra: Twin['input'] = {}): Promise<Twin> {
  const { who } = await shop.newMember()
  const { coupons } = await shop.value('gifts.claimPack', { as: who })
  const memberCode = await shop.codeOf(who)
  const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
  const couponId = coupons[0]?.couponId
  const receipt = { tillNo: '1', receiptNo: shop.fresh('receipt'), storeId: EAST }
  const input = { ticket, billFen: 4_000, excludedFen: 100, couponId, ...receipt, ...extra }
  return { as: clerk, input }
}

const namedMember = async () => shop.numberOf((await shop.newMember()).who)
/** Large enough to wait for the second manager, whom it appoints. */
async function waitingAdjustment(): Promise<string> {
  await shop.appointManager(secondManager)
  const input = { memberNumber: await namedMember(), points: 5_000, reason: '补记' }
  return (await shop.value('points.adjust', { as: manager, input })).adjustmentId
}
const shown = async () => shop.codeOf((await shop.newMember()).who)
const pickup = async () => (await newRedemption()).redemption.pickupCode
const LATER = '9999999999999'

/** For each endpoint an event that is in order, every optional field filled in. */
const twins: Readonly<Record<string, () => Promise<Twin>>> = {
  'members.join': async () => ({ as: shop.fresh('newcomer'), input: { scene: 'poster-1' } }),
  'members.home': () => member(),
  'members.code': () => member(),
  'members.updateProfile': () =>
    member({ nickname: '林晓棠', avatar: 'preset:peach', birthday: '1993-05-20' }),
  'gifts.claimPack': () => member(),
  'purchases.quote': () => newBill(),
  'purchases.settle': () => newBill({ repeatConfirmed: false }),
  'purchases.refund': async () => {
    const { purchaseId } = await shop.earn((await shop.newMember()).who, 10)
    return { as: clerk, input: { purchaseId } }
  },
  'purchases.recent': async () => ({ as: clerk, input: { storeId: EAST, cursor: LATER } }),
  'points.history': () => member({ cursor: '5', direction: 'in' }),
  'points.freeze': async () => ({
    as: manager,
    input: { memberNumber: await namedMember(), reason: '核对账目' },
  }),
  'points.unfreeze': async () => {
    const input = { memberNumber: await namedMember(), reason: '核对完毕' }
    await shop.value('points.freeze', { as: manager, input })
    return { as: manager, input }
  },
  'points.adjust': async () => ({
    as: manager,
    input: { memberNumber: await namedMember(), points: 30, reason: '补记' },
  }),
  'points.approveAdjustment': async () => ({
    as: secondManager,
    input: { adjustmentId: await waitingAdjustment(), verdict: 'approve' },
  }),
  'points.adjustments': async () => ({ as: manager, input: { cursor: LATER } }),
  'coupons.wallet': () => member(),
  'mall.rewards': () => member(),
  'mall.redeem': async () => member({ rewardId: await shop.newReward() }, 100),
  'mall.redemptions': () => member({ cursor: LATER }),
  'mall.cancelRedemption': async () => {
    const { who, redemption } = await newRedemption()
    return { as: who, input: { redemptionId: redemption.redemptionId } }
  },
  'mall.findPickup': async () => ({ as: clerk, input: { pickupCode: await pickup() } }),
  'mall.verifyPickup': async () => ({
    as: clerk,
    input: { pickupCode: await pickup(), storeId: EAST },
  }),
  'staff.me': () => member(),
  'staff.scan': async () => ({ as: clerk, input: { memberCode: await shown(), storeId: EAST } }),
  'staff.appoint': async () => ({
    as: manager,
    input: {
      memberCode: await shown(),
      storeId: EAST,
      role: 'staff',
      displayName: '新同事',
      communityOwner: false,
    },
  }),
  'staff.setUp': () => member({ setupCode: SETUP_CODE, displayName: '店长' }),
}

const endpoints = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.keys(actions).map((action) => ({ name: `${feature}.${action}`, feature, action })),
)

describe(`${EVENTS} malformed events, seed ${SEED}`, () => {
  it.each(endpoints)('change nothing at $name, and their twin succeeds', async (endpoint) => {
    const { name, feature, action } = endpoint
    const twin = await twins[name]?.()
    if (!twin) throw new Error(`${name} has no event that is in order`)
    const event: WellFormed = { action, requestId: shop.fresh('twin'), input: twin.input }
    const malformed = malformedTwins(event, EVENTS, SEED)
    const before = await shop.dump()
    for (let from = 0; from < malformed.length; from += AT_ONCE) {
      await atOnce(Math.min(AT_ONCE, malformed.length - from), async (position) => {
        const { text = '', field } = malformed[from + position] ?? {}
        const { answer, status } = await shop.send(feature, text, { as: twin.as })
        const sent = text.slice(0, 300)
        expect({ sent, status, answer }).toEqual({
          sent,
          status: 200,
          answer: {
            ok: false,
            code: 'INPUT_INVALID',
            message: expect.any(String),
            detail: { field },
            requestId: expect.any(String),
          },
        })
      })
    }
    expect(await shop.dump()).toBe(before)
    const { answer } = await shop.send(feature, event, { as: twin.as })
    expect(answer).toMatchObject({ ok: true })
  })
})
