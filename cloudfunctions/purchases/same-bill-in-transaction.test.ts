import { receiptsOf, type Shopper, type Spelling, type WayIn } from '../../dev/harness/one-receipt'
import { atOnce, clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let receipts: ReturnType<typeof receiptsOf>
beforeAll(async () => {
  shop = await openShop()
  receipts = receiptsOf(shop)
})
afterAll(() => shop.stop())

const [today, yesterday] = ['2026-03-10', '2026-03-09']
const paper: Spelling = { receiptNo: '00456', tillNo: '1', billFen: 8_800, on: today }
/** What says no, or asks. */
const notTwice =
  /^(RECEIPT_USED|RECEIPT_REPEAT|PURCHASE_REPEAT|there|receiptTaken|receiptAsked|scannedAlready)$/

type Step = readonly [way: WayIn, change?: Partial<Spelling>]
const bare = { receiptNo: '', tillNo: '' }
const noTill = { tillNo: '' }

/** Of each two of its own number, so that no story meets another. */
let stories = 0
function numbered(change: Partial<Spelling> = {}): Spelling {
  const whole = { ...paper, ...change }
  return whole.receiptNo ? { ...whole, receiptNo: `${whole.receiptNo}${stories}` } : whole
}

async function bring(shopper: Shopper, [way, change]: Step): Promise<string> {
  return receipts[way](shopper, numbered(change))
}

async function newStory() {
  stories += 1
  await shop.advanceClock(60_000)
  return receipts.newShopper()
}

async function bookedOf({ memberId }: { memberId: string }): Promise<number> {
  return (await shop.find('purchases', { memberId })).length
}

describe('one receipt earns once, or a person is asked', () => {
  it.each<readonly [string, Step, Step]>([
    ['at till 1, then without a till', ['till'], ['till', noTill]],
    ['without a till, then at till 1', ['till', noTill], ['till']],
    ['at till 1, then at till 2', ['till'], ['till', { tillNo: '2' }]],
    [
      'at till 1, then at 01 and without zeros',
      ['till'],
      ['till', { tillNo: '01', receiptNo: '456' }],
    ],
    ['at the till, then in a file without zeros', ['till'], ['file', { receiptNo: '456' }]],
    ['in a file, then at the till with dashes', ['file'], ['till', { receiptNo: '0-0-4-56' }]],
    ['forgotten, then without its till', ['forgotten'], ['till', noTill]],
    ['forgotten, then a fen less', ['forgotten'], ['till', { ...noTill, billFen: 8_799 }]],
    ['at the till, then forgotten a fen less', ['till', noTill], ['forgotten', { billFen: 8_799 }]],
    [
      'forgotten as 456 and 0456',
      ['forgotten', { receiptNo: '456' }],
      ['forgotten', { receiptNo: '0456' }],
    ],
    ['at the till, then in the file of the day before', ['till'], ['file', { on: yesterday }]],
    ['in the file of yesterday, then forgotten today', ['file', { on: yesterday }], ['forgotten']],
    ['forgotten of yesterday, then of today', ['forgotten', { on: yesterday }], ['forgotten']],
    ['sent by the till, then scanned without number', ['tillSystem'], ['till', bare]],
    ['scanned without number, then sent by the till', ['till', bare], ['tillSystem']],
    ['scanned without number, then forgotten', ['till', bare], ['forgotten']],
    ['scanned without number, then with it', ['till', bare], ['till']],
    [
      'scanned without number, forgotten a day off',
      ['till', bare],
      ['forgotten', { on: yesterday }],
    ],
    ['forgotten, then scanned without number', ['forgotten'], ['till', bare]],
    [
      'sent by the till, then in a file with its till 001',
      ['tillSystem'],
      ['file', { tillNo: '001' }],
    ],
    ['sent twice, once with its till', ['tillSystem', noTill], ['tillSystem']],
  ])('%s', async (_name, first, second) => {
    const shopper = await newStory()
    expect(await bring(shopper, first)).toBe('booked')
    await shop.advanceClock(60_000)
    const before = await shop.find('purchases')
    expect(await bring(shopper, second)).toMatch(notTwice)
    expect(await shop.find('purchases')).toEqual(before)
  })

  it('however many come at once, by two clerks and four spellings', async () => {
    const shopper = await newStory()
    const steps: readonly Step[] = [
      ['till'],
      ['till', noTill],
      ['till', { tillNo: '01', receiptNo: '456' }],
      ['forgotten'],
      ['file', noTill],
      ['tillSystem', { tillNo: '01' }],
    ]
    const told = await atOnce(steps.length, (place) => bring(shopper, steps[place] ?? ['till']))
    expect(told.filter((each) => each === 'booked')).toHaveLength(1)
    expect(await bookedOf(shopper)).toBe(1)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('also for two members at once, one of whom says the till', async () => {
    const [one, other] = [await newStory(), await receipts.newShopper()]
    await atOnce(4, (place) =>
      bring(place % 2 ? one : other, place < 2 ? ['till', noTill] : ['forgotten']),
    )
    expect((await bookedOf(one)) + (await bookedOf(other))).toBe(1)
  })

  it('also where money went back: all of it, or one yuan', async () => {
    for (const [change, refundFen] of [
      [{}, undefined],
      [bare, 100],
      [bare, undefined],
    ] as const) {
      const shopper = await newStory()
      expect(await bring(shopper, ['till', change])).toBe('booked')
      const [purchase] = await shop.find('purchases', { memberId: shopper.memberId })
      const lines = refundFen === undefined ? {} : { lines: [{ lineNo: 1, amountFen: refundFen }] }
      const input = { purchaseId: String(purchase?._id), ...lines }
      await shop.value('purchases.refund', { as: clerk, input })
      await shop.advanceClock(60_000)
      expect(await bring(shopper, ['forgotten', noTill])).toMatch(notTwice)
      expect(await bookedOf(shopper)).toBe(1)
    }
  })

  it('a bill without a number keeps the till that was typed', async () => {
    const shopper = await newStory()
    expect(await bring(shopper, ['till', { receiptNo: '', tillNo: '7' }])).toBe('booked')
    const found = await shop.find('purchases', { memberId: shopper.memberId })
    expect(found).toMatchObject([{ tillNo: '7', receiptNo: null, receiptFold: null }])
  })
})

describe('a person says that it is another bill', () => {
  it.each<readonly [string, Step, Step]>([
    ['at the till', ['till'], ['till', { tillNo: '2' }]],
    ['by its old receipt', ['till', bare], ['forgotten']],
    ['in a file', ['till'], ['file', { on: yesterday }]],
    ['in a file beside a scan', ['till', bare], ['file']],
  ])('%s', async (_name, first, [way, change]) => {
    const shopper = await newStory()
    expect(await bring(shopper, first)).toBe('booked')
    await shop.advanceClock(60_000)
    expect(await bring(shopper, [way, change])).toMatch(/_REPEAT|receiptAsked|scannedAlready/)
    await shop.advanceClock(60_000)
    const answer = { ...change, repeatConfirmed: true }
    expect(await bring(shopper, [way, answer])).toBe('booked')
    await shop.advanceClock(60_000)
    // The same again is this one now, whatever is said; the till is told its first answer.
    const again = await bring(shopper, [way, answer])
    expect(again).toMatch(way === 'till' ? /^booked$/ : /^(RECEIPT_USED|there)$/)
    expect(await bookedOf(shopper)).toBe(2)
    expect((await shop.books()).balanced).toBe(true)
  })
})

it('a bill of its own is booked without a question', async () => {
  const shopper = await newStory()
  expect(await bring(shopper, ['till'])).toBe('booked')
  for (const step of [
    ['till', { receiptNo: '999', billFen: 8_800 }],
    ['forgotten', { receiptNo: '998', on: yesterday }],
    ['file', { receiptNo: '997' }],
    ['tillSystem', { receiptNo: '996' }],
  ] as const satisfies readonly Step[]) {
    await shop.advanceClock(60_000)
    expect(await bring(shopper, step)).toBe('booked')
  }
})
