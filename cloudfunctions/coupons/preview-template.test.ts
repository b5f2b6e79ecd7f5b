import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { save } = templatesOf(() => shop)
const common = { title: '', validDays: 30 } as const
const preview = async (input: object) => {
  const event = { action: 'previewTemplate', input }
  const { answer } = await shop.send('coupons', event, { as: manager })
  return Object(answer)
}
const payables = async (input: object) => {
  const { value } = await preview({ ...common, title: '券', ...input })
  return value.samples.map((sample: { payableFen: number | null; refusal: { code: string } }) =>
    sample.refusal ? sample.refusal.code : sample.payableFen,
  )
}

describe('the preview of a template', () => {
  it.each([
    [
      { kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 },
      ['COUPON_THRESHOLD', 12_900, 128_900],
    ],
    [{ kind: 'percent', percentOff: 15, capFen: 2_000 }, [1_573, 11_480, 127_400]],
    [{ kind: 'exchange', thing: '帆布袋', priceFen: 990 }, [2_840, 14_390, 130_390]],
    [{ kind: 'freight', capFen: 400 }, ['COUPON_FREIGHT', 13_000, 129_000]],
    [{ kind: 'gift', thing: '小蛋糕' }, ['COUPON_AT_DESK', 'COUPON_AT_DESK', 'COUPON_AT_DESK']],
    [
      { kind: 'amountOff', faceFen: 9_000, limits: { categories: ['面包'] } },
      ['COUPON_CATEGORY', 4_600, 'COUPON_CATEGORY'],
    ],
  ])('says of %j what is to be paid: %j', async (input, wanted) => {
    const before = await shop.dump()
    expect(await payables(input)).toEqual(wanted)
    expect(await shop.dump()).toBe(before)
  })

  it('says why it does not fit, in the sentence that a till shows', async () => {
    const input = { ...common, title: '券', kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 }
    const { value } = await preview({ ...input, limits: { storeIds: [EAST], weekdays: [1] } })
    expect(value).toMatchObject({
      face: '¥5',
      sentence: '满30减5元',
      limitWords: ['限东店', '限周一'],
    })
    expect(value.samples[0]).toMatchObject({
      name: 'small',
      refusal: { message: '消费金额未达到优惠券的使用门槛', missingFen: 1_150 },
    })
    expect(value.samples[1].steps.map(({ changeFen }: { changeFen: number }) => changeFen)).toEqual(
      [12_800, -500, 600],
    )
  })

  it('is of a draft, or of what is published, by its id', async () => {
    expect((await preview({ templateId: 'welcome-5' })).value).toMatchObject({ face: '¥5' })
    const input = { title: '券', kind: 'amountOff' as const, faceFen: 800, validDays: 3 }
    await save({ ...input, templateId: 'welcome-5' })
    expect((await preview({ templateId: 'welcome-5' })).value).toMatchObject({ face: '¥8' })
    expect(await preview({ templateId: 'none' })).toMatchObject({ code: 'TEMPLATE_NOT_FOUND' })
  })

  it('refuses what saving it would refuse, and whoever is no manager', async () => {
    const input = { ...common, title: '券', kind: 'amountOff', faceFen: 500, thresholdFen: 400 }
    expect(await preview(input)).toMatchObject({ detail: { field: 'thresholdFen' } })
    const elsewhere = { ...input, thresholdFen: 0, limits: { storeIds: ['north'] } }
    expect(await preview(elsewhere)).toMatchObject({ detail: { field: 'limits.storeIds.0' } })
    const event = { action: 'previewTemplate', input: { templateId: 'welcome-5' } }
    const { answer } = await shop.send('coupons', event, { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
