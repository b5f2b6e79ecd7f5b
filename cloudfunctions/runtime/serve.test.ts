import { agreeing } from '../../dev/harness/closing-twins'
import { couponInputs } from '../../dev/harness/coupons-under-test'
import { newCommunityOwner } from '../../dev/harness/owner-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'
import { wellFormedOf } from '../../dev/harness/well-formed'
import { contract } from '../../shared/contract/contract'
import type { Endpoint, Role } from '../../shared/contract/endpoint'
import { refusalSentences } from '../../shared/refusal'

let shop: ShopUnderTest
let shopper: { who: string; memberId: string }
let people: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  shop = await openShop()
  shopper = await shop.newMember()
  const { who } = await newCommunityOwner(shop)
  people = { 'a shopper': shopper.who, 'a community owner': who }
})
afterAll(() => shop.stop())

const endpoints = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries<Endpoint>({ ...actions }).map(([action, { role }]) => {
    return { name: `${feature}.${action}`, feature, action, role }
  }),
)
type Listed = (typeof endpoints)[number]

/** Input that the contract accepts, so that the role alone is asked. */
const wellFormed: Readonly<Record<string, object>> = {
  ...couponInputs,
  'points.compare': { fromOn: '2026-03-01' },
  'merging.preview': { fromNumber: '1'.repeat(8), toNumber: '2'.repeat(8) },
  'merging.merge': { fromNumber: '1'.repeat(8), toNumber: '2'.repeat(8), reason: '换了手机' },
  'merging.undo': { mergeId: 'some-merge' },
  'points.adjust': { memberNumber: '1'.repeat(8), points: 1, reason: '补记' },
  'rules.ruleVersions': { ruleId: 'adjustment' },
  'rules.saveRuleDraft': { ruleId: 'adjustment', figures: { aloneCapPoints: 9 }, seenRevision: 0 },
  'rules.previewRule': { ruleId: 'adjustment', figures: { aloneCapPoints: 1_000 } },
  'rules.publishRule': { ruleId: 'adjustment', seenVersion: 1, seenRevision: 1 },
  'points.memberAccount': { memberNumber: '1'.repeat(8) },
  'points.freeze': { memberNumber: '1'.repeat(8), reason: '核对中' },
  'points.unfreeze': { memberNumber: '1'.repeat(8), reason: '核对无误' },
  'audit.certificate': { on: '2026-03-09' },
  'audit.verify': { on: '2026-03-09' },
  'audit.checkAccount': { memberNumber: '1'.repeat(8) },
  'audit.rebuild': { memberNumber: '1'.repeat(8), reason: '核对无误', seen: 'a'.repeat(32) },
  'audit.liability': { fromOn: '2026-03-01', untilOn: '2026-03-09' },
  'audit.exportLiability': { fromOn: '2026-03-01', untilOn: '2026-03-09' },
  'points.approveAdjustment': { adjustmentId: 'some-adjustment', verdict: 'approve' },
  'purchases.quote': { memberCode: '1'.repeat(18), billFen: 100 },
  'purchases.settle': { memberCode: '1'.repeat(18), billFen: 100 },
  'purchases.bookForgotten': {
    ...{ memberCode: '1'.repeat(18), receiptOn: '2026-03-09' },
    ...{ receiptNo: 'R1', billFen: 100 },
  },
  'purchases.proposePoints': { memberCode: '1'.repeat(18), billFen: 1_000, paidPoints: 100 },
  'purchases.proposal': { proposalId: 'some-proposal' },
  'purchases.answerProposal': { proposalId: 'some-proposal', agrees: true },
  'purchases.refund': { purchaseId: 'some-purchase' },
  'imports.beginImport': {
    ...{ kind: 'opening', fileName: '老会员.csv', columns: 'phone,points' },
    ...{ rowCount: 1, pageCount: 1 },
  },
  'imports.sendImportPage': { jobId: 'some-job', pageNo: 1, rowsText: '[[2,"1","1"]]' },
  'imports.decodeText': { base64: 'xOPK' },
  'imports.checkImport': { jobId: 'some-job' },
  'imports.bookImport': { jobId: 'some-job' },
  'imports.importReport': { jobId: 'some-job' },
  'purchases.previewRefund': { purchaseId: 'some-purchase' },
  'purchases.previewMyRefund': { purchaseId: 'some-purchase' },
  'purchases.show': { purchaseId: 'some-purchase' },
  'purchases.showMine': { purchaseId: 'some-purchase' },
  'openings.openingAtDesk': { memberCode: '1'.repeat(18), phone: '13800001111' },
  'openings.claimOpeningAtDesk': { memberCode: '1'.repeat(18), phone: '13800001111' },
  'closings.closing': { storeId: EAST },
  'closings.closings': { storeId: EAST },
  'closings.signClosing': { businessOn: '2026-03-10', tillNo: '1', ...agreeing },
  'checkin.makeUp': { on: '2026-03-09' },
  'tasks.claim': { taskId: 'profile' },
  'tiers.previewMoves': { figures: { method: 1 } },
  'messages.recordPermits': { answers: { gift: 'accept' } },
  'messages.forecast': { templateKey: 'drop' },
  'members.reveal': { memberNumber: '1'.repeat(8), what: 'birthday', reason: '核对身份' },
  'referrals.decide': { invitationId: 'some', verdict: 'clear', reason: '看过小票' },
  'mall.redeem': { rewardId: 'some-reward' },
  'mall.cancelRedemption': { redemptionId: 'some-redemption' },
  'mall.findPickup': { pickupCode: '1'.repeat(12) },
  'mall.verifyPickup': { pickupCode: '1'.repeat(12) },
  'staff.scan': { memberCode: '1'.repeat(18) },
  'staff.appoint': { memberCode: '1'.repeat(18), storeId: EAST, role: 'staff' },
  'staff.setUp': { setupCode: 'AAAA-BBBB', displayName: '店长' },
}

function send({ name, feature, action }: Listed, as: string | undefined) {
  const input = wellFormed[name] ?? wellFormedOf[feature] ?? {}
  return shop.send(feature, { action, input }, { as })
}

describe('the door', () => {
  it.each(endpoints)('asks $name who is calling', async (endpoint) => {
    const before = await shop.dump()
    const { answer } = await send(endpoint, undefined)
    expect(answer).toMatchObject({ ok: false, code: 'IDENTITY_MISSING' })
    expect(await shop.dump()).toBe(before)
  })

  const refusedTo = (role: Role, whom: string, code: string) => {
    const who = () => people[whom] ?? whom
    const listed = endpoints.filter((endpoint) => endpoint.role === role)
    it.each(listed)(`keeps $name, for ${role}, from ${whom} with ${code}`, async (endpoint) => {
      const before = await shop.dump()
      const { answer } = await send(endpoint, who())
      expect(answer).toMatchObject({ ok: false, code })
      expect(await shop.dump()).toBe(before)
    })
  }
  refusedTo('member', 'a-visitor', 'MEMBER_REQUIRED')
  const closedTo: [Role, string[]][] = [
    ['staff', ['a-visitor', 'a shopper', 'a community owner']],
    ['manager', ['a shopper', clerk, 'a community owner']],
    ['communityOwner', ['a shopper', clerk, manager]],
    ['communityDesk', ['a shopper', clerk]],
    ['onDuty', ['a shopper']],
  ]
  for (const [role, strangers] of closedTo) {
    for (const whom of strangers) refusedTo(role, whom, 'ROLE_REQUIRED')
  }

  it('knows each role that the contract names', () => {
    const roles = new Set(endpoints.map(({ role }) => role))
    expect([...roles].sort()).toEqual([
      ...['anyone', 'communityDesk', 'communityOwner', 'manager', 'member', 'onDuty', 'staff'],
    ])
  })

  it.each(['quote', 'settle', 'bookForgotten', 'refund', 'previewRefund', 'recent'])(
    'believes no role, store or openid in the event of %s',
    async (action) => {
      const forged = {
        openid: clerk,
        role: 'manager',
        staff: { stores: { [EAST]: 'manager' } },
        userInfo: { openId: clerk },
      }
      const input = { ...wellFormed[`purchases.${action}`], ...forged }
      const event = { action, input, ...forged }
      const { answer } = await shop.send('purchases', event, { as: shopper.who })
      expect(answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
    },
  )

  it.each([
    ['purchases', 'quote', { memberCode: '1'.repeat(18), billFen: 100, storeId: WEST }],
    ['purchases', 'settle', { memberCode: '1'.repeat(18), billFen: 100, storeId: WEST }],
    ['purchases', 'recent', { storeId: WEST }],
    ['closings', 'closing', { storeId: WEST }],
    [
      'closings',
      'signClosing',
      { storeId: WEST, businessOn: '2026-03-10', tillNo: '1', ...agreeing },
    ],
    ['mall', 'verifyPickup', { pickupCode: '1'.repeat(12), storeId: WEST }],
    ['staff', 'scan', { memberCode: '1'.repeat(18), storeId: WEST }],
    ['staff', 'scan', { memberCode: '1'.repeat(18), storeId: '__proto__' }],
    ['staff', 'scan', { memberCode: '1'.repeat(18), storeId: 'no-such-store' }],
  ])("keeps a clerk out of another store's %s.%s", async (feature, action, input) => {
    const before = await shop.dump()
    const { answer } = await shop.send(feature, { action, input }, { as: clerk })
    expect(answer).toMatchObject({ ok: false, code: 'STORE_FOREIGN' })
    expect(await shop.dump()).toBe(before)
  })

  it.each(['toString', 'constructor', '__proto__', 'SETTLE', 'settle ', 'x'.repeat(5_000)])(
    'does not know an action called %.20s',
    async (action) => {
      const { answer } = await shop.send('purchases', { action, input: {} }, { as: clerk })
      expect(answer).toMatchObject({ ok: false, code: 'ACTION_UNKNOWN' })
    },
  )

  it.each([
    ['a phone', { as: 'a-visitor' }],
    ['a clerk', { as: westClerk }],
    ['nobody', {}],
  ])('keeps the timer entrance closed to %s', async (_name, caller) => {
    const filter = { _id: await shop.newReward() }
    // Something for the job to do, so that it cannot run unseen.
    const at = shop.nowMs() - 3_600_000
    const update = {
      $set: { 'pending.abandoned': { at, count: 1, holder: 'nobody' }, markedAt: at },
    }
    await shop.local.engine.update('rewards', { filter, update, multi: false })
    const before = await shop.dump()
    const timer = { Type: 'Timer', TriggerName: 'sweep', Time: '2026-03-10T02:00:00Z' }
    for (const event of [timer, { ...timer, TCB_SOURCE: 'wx_trigger', source: 'wx_trigger' }]) {
      for (const feature of ['mall', 'points']) {
        const { answer } = await shop.send(feature, event, caller)
        expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
      }
    }
    expect(await shop.dump()).toBe(before)
    expect((await shop.fireTimer('mall')).body).toMatchObject({ ok: true })
    expect(await shop.dump()).not.toBe(before)
  })

  it('answers a fault as INTERNAL, with the request id and without a stack', async () => {
    const { who } = await shop.newMember(10)
    const rewardId = await shop.newReward({ pricePoints: 1 })
    // Half a point is nothing that the books can hold.
    const update = { $set: { pricePoints: 0.5 } }
    await shop.local.engine.update('rewards', { filter: { _id: rewardId }, update, multi: false })
    const event = { action: 'redeem', requestId: 'told-apart', input: { rewardId } }
    const { answer, status } = await shop.send('mall', event, { as: who })
    const message = refusalSentences.INTERNAL
    expect(answer).toEqual({ ok: false, code: 'INTERNAL', message, requestId: 'told-apart' })
    expect(status).toBe(200)
    await shop.advanceClock(121_000)
    await shop.fireTimer('mall')
    expect(await shop.rewardLeft(rewardId)).toBe(10)
  })

  it('tells a member whose account contradicts itself so, and nobody else', async () => {
    const [her, other] = [await shop.newMember(10), await shop.newMember(10)]
    const update = { $set: { balancePoints: 11 } }
    const filter = { _id: her.memberId }
    await shop.local.engine.update('points_accounts', { filter, update, multi: false })
    const rewardId = await shop.newReward({ pricePoints: 1 })
    const told = [
      await shop.call('mall.redeem', { as: her.who, input: { rewardId } }),
      await shop.call('points.history', { as: her.who }),
      await shop.call('gifts.claimPack', { as: her.who }),
    ]
    expect(told.map(({ answer }) => !answer.ok && answer.code)).toEqual(
      told.map(() => 'ACCOUNT_UNSOUND'),
    )
    expect(await shop.rewardLeft(rewardId)).toBe(10)
    expect(await shop.balanceOf(other.who)).toBe(10)
  })
})
