import { importsOf } from '../../dev/harness/import-under-test'
import { rulesOf } from '../../dev/harness/rules-under-test'
import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  await shop.appointManager('second-manager')
})
afterAll(() => shop.stop())

const { stateOf, draft, publish, change } = rulesOf(() => shop)
const { settle, nextCode } = tillOf(() => shop)

/** Ends a function's instance: the next one reads the shop's rules anew. */
const ended = (feature: string, action: string) =>
  shop.send(feature, { action, input: {} }, { as: clerk, fault: 'kill-before-call:1' })
const newTill = () => ended('purchases', 'recent')

async function pay(who: string, billFen: number) {
  const { answer } = await settle({ memberCode: await nextCode(who), billFen })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const entriesOf = async (sourceId: string) =>
  (await shop.find('points_entries', { sourceId })).map(({ ruleId, ruleVersion, points }) => [
    ruleId,
    ruleVersion,
    points,
  ])

describe('publishing a rule', () => {
  it('leaves the past as it was: a purchase is refunded by its own version', async () => {
    const { who } = await shop.newMember()
    const old = await pay(who, 4_000)
    expect(await change('earn-by-spend', { fenPerPoint: 200 })).toMatchObject({
      version: 2,
      publishedByName: '店长',
      draft: null,
    })
    await newTill()
    const young = await pay(who, 4_010)
    expect([old.earnedPoints, young.earnedPoints]).toEqual([40, 20])
    for (const { purchaseId } of [old, young]) {
      await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    }
    const booked = [...(await entriesOf(old.purchaseId)), ...(await entriesOf(young.purchaseId))]
    expect(booked.sort()).toEqual([
      ['earn-by-spend', 1, -40],
      ['earn-by-spend', 1, 40],
      ['earn-by-spend', 2, -20],
      ['earn-by-spend', 2, 20],
    ])
    expect(await shop.balanceOf(who)).toBe(0)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('goes on with what was counted for the caps', async () => {
    const { who } = await shop.newMember()
    await pay(who, 10_000)
    const { version } = await change('earn-by-spend', { fenPerPoint: 100, dayCapPoints: 60 })
    await newTill()
    expect(await pay(who, 4_100)).toMatchObject({ earnedPoints: 10, cap: 'day' })
    const [account] = await shop.find('points_accounts', { balancePoints: 60 })
    expect(account).toMatchObject({ earned: { dayPoints: 60 } })
    expect(version).toBe(3)
  })

  it('is seen at once by whoever reads the rules, and in what the books enter next', async () => {
    await change('adjustment', { clerkDayCapPoints: 20 })
    expect(await stateOf('adjustment')).toMatchObject({ figures: { clerkDayCapPoints: 20 } })
    await ended('points', 'history')
    const { who } = await shop.newMember()
    expect((await shop.adjust(who, 21, { as: clerk })).answer).toMatchObject({
      code: 'ADJUSTMENT_CAP',
      detail: { leftPoints: 20 },
    })
    const { answer } = await shop.adjust(who, 20, { as: clerk })
    const sourceId = answer.ok ? answer.value.adjustmentId : ''
    expect(await entriesOf(sourceId)).toEqual([['adjustment', 2, 20]])
  })

  it('makes one version of 20 parallel calls of one request', async () => {
    await draft('point-value', { fenPerHundredPoints: 80 })
    const { version, revision } = await stateOf('point-value')
    const input = {
      ruleId: 'point-value' as const,
      seenVersion: version,
      seenRevision: revision,
    }
    const same = { as: manager, requestId: 'publish-once', input }
    await atOnce(20, () => shop.callPatiently('rules.publishRule', same))
    expect((await shop.call('rules.publishRule', same)).answer).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    const made = await shop.find('rule_versions', { ruleId: 'point-value' })
    expect(made.map((each) => each.version).sort()).toEqual([1, 2])
    const reused = { ...same, input: { ...input, seenRevision: revision + 5 } }
    expect((await shop.call('rules.publishRule', reused)).answer).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })

  it('is won by one of two managers at once; the other is told so', async () => {
    await draft('point-value', { fenPerHundredPoints: 90 })
    const { version, revision } = await stateOf('point-value')
    const input = {
      ruleId: 'point-value' as const,
      seenVersion: version,
      seenRevision: revision,
    }
    const calls = await atOnce(2, (position) =>
      shop.callPatiently('rules.publishRule', {
        as: position === 0 ? manager : 'second-manager',
        requestId: `rival-${position}`,
        input,
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, RULE_CHANGED: 1 })
    expect(await stateOf('point-value')).toMatchObject({ version: 3, draft: null })
  })

  it('refused leaves no trace: without a draft, of one that has changed, by a clerk', async () => {
    const nothing = await stateOf('forgotten-receipt')
    await draft('pay-with-points', { maxSharePercent: 50 })
    const { version, revision } = await stateOf('pay-with-points')
    const before = await shop.dump()
    expect((await publish('forgotten-receipt')).answer).toMatchObject({ code: 'RULE_UNCHANGED' })
    const ruleId = 'pay-with-points' as const
    const moved = { ruleId, seenVersion: version, seenRevision: revision - 1 }
    const { answer } = await shop.call('rules.publishRule', { as: manager, input: moved })
    expect(answer).toMatchObject({ code: 'RULE_CHANGED', detail: { revision } })
    expect((await publish(ruleId, { as: clerk })).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
    expect(await stateOf('forgotten-receipt')).toEqual(nothing)
  })

  it('keeps no copy of a payment with points that is given up', async () => {
    await publish('pay-with-points')
    const [open] = await shop.find('config', { _id: 'shop' })
    expect(open?.payWithPoints).toMatchObject({ version: 2, maxSharePercent: 50 })
    await change('pay-with-points', { maxSharePercent: 0 })
    const [closed] = await shop.find('config', { _id: 'shop' })
    expect(closed).toMatchObject({ payWithPoints: null, ruleVersions: { 'pay-with-points': 3 } })
  })

  it('books a forgotten receipt by the rule of its date, and tells which it was', async () => {
    await shop.setClock('2026-03-12T02:00:00.000Z')
    const { version } = await change('earn-by-spend', { fenPerPoint: 200, dayCapPoints: null })
    await newTill()
    const { who } = await shop.newMember()
    const bring = async (receiptOn: string) => {
      const memberCode = await nextCode(who)
      const receipt = { receiptOn, receiptNo: shop.fresh('receipt') }
      const input = { memberCode, billFen: 4_000, ...receipt }
      return (await shop.value('purchases.bookForgotten', { as: clerk, input })).earnedPoints
    }
    expect([await bring('2026-03-11'), await bring('2026-03-12')]).toEqual([40, 20])
    const booked = await shop.find('points_entries', { reason: 'purchaseForgotten' })
    expect(booked.map(({ ruleVersion }) => ruleVersion).sort()).toEqual([version - 1, version])
    const { entries } = await shop.value('points.history', { as: who })
    const rates = entries.map(({ ruleSentence }) => ruleSentence.slice(0, 17))
    expect(rates).toEqual(['每实付 ¥2.00 得 1 积分，', '每实付 ¥1.00 得 1 积分，'])
  })

  it('imports each purchase by the rule of its date, and refunds it by the same', async () => {
    const { version } = await stateOf('earn-by-spend')
    const { who, memberId } = await shop.newMember()
    const number = await shop.numberOf(who)
    const rows = [11, 12].map((day) => `东店,2026-03-${day},1,I-${day},${number},40.00`)
    const header = '门店,日期,收银台,小票号,会员号,实收金额'
    await importsOf(shop).run('purchases', [header, ...rows].join('\n'))
    const booked = await shop.find('purchases', { memberId })
    expect(
      booked
        .map(({ businessOn, bill, earnRule }) => [
          businessOn,
          Object(bill).earnedPoints,
          Object(earnRule).version,
        ])
        .sort(),
    ).toEqual([
      ['2026-03-11', 40, version - 1],
      ['2026-03-12', 20, version],
    ])
    for (const { _id } of booked) {
      expect((await entriesOf(String(_id))).map(([, ruleVersion]) => ruleVersion)).toEqual([
        Object(booked.find((one) => one._id === _id)?.earnRule).version,
      ])
      await shop.value('purchases.refund', { as: clerk, input: { purchaseId: String(_id) } })
    }
    expect(await shop.balanceOf(who)).toBe(0)
    expect((await shop.books()).balanced).toBe(true)
  })
})
