import { malformedTwins, type WellFormed } from '../../dev/harness/malformed-events'
import { atOnce, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { insertTwinDocuments, type Twin, twinsOf } from '../../dev/harness/twins'
import { contract } from '../../shared/contract/contract'

jest.setTimeout(180_000)

/** The events of a seed are always the same; a failure shows the one that got through. */
const SEED = 20_260_310
const EVENTS = 500
const AT_ONCE = 25

let shop: ShopUnderTest
let twins: Readonly<Record<string, () => Promise<Twin>>>
beforeAll(async () => {
  shop = await openShop()
  await insertTwinDocuments(shop)
  twins = twinsOf(shop)
})
afterAll(() => shop.stop())

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
