import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  await shop.appointManager('second-manager')
})
afterAll(() => shop.stop())

const { save, publish } = couponsOf(() => shop)
const publishAs = (templateId: string, as = manager, seenRevision?: number) =>
  shop.call('coupons.publishTemplate', { as, input: { templateId, seenRevision } })
const listed = async (templateId: string) => {
  const { templates } = await shop.value('coupons.templates', { as: manager })
  return templates.find((row) => row.templateId === templateId)
}

describe('publishing a template', () => {
  it('makes the draft the next version, and keeps every one before it', async () => {
    const templateId = await publish(fiveOff)
    expect(await listed(templateId)).toMatchObject({
      published: { version: 1, face: '¥5', sentence: '满30减5元', validDays: 30 },
      draft: null,
    })
    await save({ ...fiveOff, templateId, faceFen: 800 })
    expect(await listed(templateId)).toMatchObject({
      published: { version: 1, faceFen: 500 },
      draft: { version: 2, faceFen: 800, savedByName: '店长' },
    })
    const { answer } = await publishAs(templateId)
    expect(answer).toMatchObject({ ok: true, value: { templateId, version: 2 } })
    const versions = await shop.find('coupon_template_versions', { templateId })
    expect(versions.map(({ _id }) => _id).sort()).toEqual([`${templateId}:1`, `${templateId}:2`])
    expect(versions[0]).toMatchObject({ publishedByName: '店长' })
  })

  it('leaves issued coupons as they are, and later ones follow it', async () => {
    const early = await shop.newMember()
    await shop.value('gifts.claimPack', { as: early.who })
    await save({ ...fiveOff, templateId: 'welcome-5', faceFen: 900 })
    await publishAs('welcome-5')
    await shop.send(
      'gifts',
      { action: 'claimPack' },
      { as: early.who, fault: 'kill-before-call:1' },
    )
    const late = await shop.newMember()
    await shop.value('gifts.claimPack', { as: late.who })
    const faceOf = async (who: string) =>
      (await shop.value('coupons.wallet', { as: who })).coupons.map(({ face }) => face)
    expect(await faceOf(early.who)).toEqual(['¥5'])
    expect(await faceOf(late.who)).toEqual(['¥9'])
    // What the shop began with has its version too.
    const versions = await shop.find('coupon_template_versions', { templateId: 'welcome-5' })
    expect(versions.map(({ publishedByName }) => publishedByName)).toEqual([null, '店长'])
  })

  it('is done by one of two managers at once', async () => {
    const templateId = await publish(fiveOff)
    await save({ ...fiveOff, templateId, faceFen: 700 })
    const both = [manager, 'second-manager']
    const calls = await atOnce(2, (place) => publishAs(templateId, both[place]))
    expect(tallyOf(calls)).toEqual({ ok: 1, RULE_UNCHANGED: 1 })
    expect(await shop.find('coupon_template_versions', { templateId })).toHaveLength(2)
  })

  it('refuses a draft that is not the one she saw, and one that changes nothing', async () => {
    const templateId = await publish(fiveOff)
    expect((await publishAs(templateId)).answer).toMatchObject({ code: 'RULE_UNCHANGED' })
    await save({ ...fiveOff, templateId })
    expect((await publishAs(templateId)).answer).toMatchObject({ code: 'RULE_UNCHANGED' })
    await save({ ...fiveOff, templateId, faceFen: 700 })
    const { answer } = await publishAs(templateId, 'second-manager', 3)
    expect(answer).toMatchObject({ code: 'TEMPLATE_CHANGED', detail: { revision: 4 } })
    expect((await publishAs('none')).answer).toMatchObject({ code: 'TEMPLATE_NOT_FOUND' })
    expect((await publishAs(templateId, clerk)).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
