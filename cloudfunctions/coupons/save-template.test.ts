import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const fiveOff = {
  title: '满30减5元券',
  kind: 'amountOff',
  faceFen: 500,
  thresholdFen: 3_000,
  validDays: 30,
} as const

const send = async (input: object, as = manager) => {
  const event = { action: 'saveTemplate', requestId: shop.fresh('save'), input }
  return (await shop.send('coupons', event, { as })).answer
}

describe('a draft of a template', () => {
  it.each([
    ['a sum off', fiveOff],
    ['a share', { ...fiveOff, kind: 'percent', percentOff: 15, capFen: 2_000 }],
    ['a gift', { title: '小蛋糕', kind: 'gift', thing: '小蛋糕', validDays: 7 }],
    [
      'an exchange',
      { title: '换购', kind: 'exchange', thing: '帆布袋', priceFen: 990, validDays: 7 },
    ],
    ['freight', { title: '免运费', kind: 'freight', capFen: 600, validDays: 7 }],
    ['one without a threshold', { ...fiveOff, thresholdFen: 0 }],
    ['one whose threshold is its face', { ...fiveOff, thresholdFen: 500 }],
    [
      'one of two dates',
      { ...fiveOff, validDays: undefined, validFromOn: '2026-03-01', validUntilOn: '2026-03-01' },
    ],
  ])('is written of %s, and nobody has a coupon of it yet', async (_name, input) => {
    const answer = await send(input)
    expect(answer).toMatchObject({ ok: true, value: { version: 1, revision: 1 } })
    const { templateId } = Object(answer).value
    const [draft] = await shop.find('coupon_template_drafts', { _id: templateId })
    expect(draft).toMatchObject({ body: { kind: input.kind, title: input.title } })
    expect(await shop.find('coupon_templates', { _id: templateId })).toEqual([])
  })

  it.each([
    ['kind', { kind: 'voucher' }],
    ['faceFen', { faceFen: 0 }],
    ['thresholdFen', { thresholdFen: 499 }],
    ['thresholdFen', { thresholdFen: -1 }],
    ['percentOff', { kind: 'percent', percentOff: 0, capFen: 1 }],
    ['percentOff', { kind: 'percent', percentOff: 100, capFen: 1 }],
    ['capFen', { kind: 'percent', percentOff: 1, capFen: 0 }],
    ['thing', { kind: 'gift', thing: ' ' }],
    ['priceFen', { kind: 'exchange', thing: '帆布袋', priceFen: 0 }],
    ['capFen', { kind: 'freight' }],
    ['validDays', { validDays: undefined }],
    ['validDays', { validDays: 0 }],
    ['validDays', { validFromOn: '2026-03-01', validUntilOn: '2026-03-02' }],
    ['validUntilOn', { validDays: undefined, validFromOn: '2026-03-01' }],
    [
      'validUntilOn',
      { validDays: undefined, validFromOn: '2026-03-02', validUntilOn: '2026-03-01' },
    ],
    ['validFromOn', { validDays: undefined, validUntilOn: '2026-03-01' }],
    ['limits.storeIds.1', { limits: { storeIds: [EAST, 'north'] } }],
    ['limits.storeIds', { limits: { storeIds: [EAST, EAST] } }],
    ['limits.weekdays', { limits: { weekdays: [1, 2, 1] } }],
    ['limits.weekdays.0', { limits: { weekdays: [8] } }],
    [
      'limits.hours.1.until',
      { limits: { hours: [hours('08:00', '10:00'), hours('12:00', '12:00')] } },
    ],
    ['limits.hours.0.from', { limits: { hours: [hours('8:00', '10:00')] } }],
    ['limits.tierFrom', { limits: { tierFrom: 'platinum' } }],
    ['limits', { limits: [] }],
  ])('is refused by %s: %j', async (field, change) => {
    const before = await shop.dump()
    const answer = await send({ ...fiveOff, ...change })
    expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID', detail: { field } })
    expect(await shop.dump()).toBe(before)
  })

  it('is of a template that is there', async () => {
    const answer = await send({ ...fiveOff, templateId: 'nobody-wrote-it' })
    expect(answer).toMatchObject({ code: 'TEMPLATE_NOT_FOUND', detail: { field: 'templateId' } })
  })

  it('overwrites no other that she has not seen', async () => {
    const first = Object(await send(fiveOff)).value
    const { templateId } = first
    const input = { ...fiveOff, templateId, seenRevision: 1 }
    expect(await send({ ...input, title: '甲' })).toMatchObject({ value: { revision: 2 } })
    const late = await send({ ...input, title: '乙' })
    expect(late).toMatchObject({ code: 'TEMPLATE_CHANGED', detail: { revision: 2 } })
    const drafts = await shop.find('coupon_template_drafts', { _id: templateId })
    expect(drafts).toMatchObject([{ body: { title: '甲' }, savedByName: '店长' }])
  })

  it('is a manager’s to write', async () => {
    expect(await send(fiveOff, clerk)).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})

function hours(from: string, until: string) {
  return { from, until }
}
