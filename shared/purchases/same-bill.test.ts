import {
  type BillMarks,
  clearestOf,
  likenessOf,
  ordinalAmong,
  receiptKeyOf,
  sumsOnPaper,
} from './same-bill'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const clock = (text: string) => ({ by: 'clock', at: at(text) }) as const
const [hand, file] = [{ by: 'hand' } as const, { by: 'file' } as const]

const booked: BillMarks = {
  storeId: 'wutong',
  memberId: 'm1',
  businessOn: '2026-03-10',
  tillNo: '1',
  receiptNo: '0456',
  sumsFen: [8_800, 8_000],
  dated: clock('2026-03-10T15:00'),
}
const wish: BillMarks = { ...booked, sumsFen: [8_800], dated: hand }
const bare = { receiptNo: null, tillNo: null }
/** As a till prints it that does not begin anew every day. */
const long = '20260310-0456'

type Change = Partial<BillMarks>

describe('a wish with a number beside a booked bill with one', () => {
  it.each<[string, Change, Change, string]>([
    ['the very same', {}, {}, 'same'],
    ['other zeros', { receiptNo: '456' }, {}, 'same'],
    ['other signs', { receiptNo: '04-56' }, {}, 'same'],
    ['the till spelled 01', { tillNo: '01' }, {}, 'same'],
    ['its till not typed', { tillNo: null }, {}, 'same'],
    ['the booked till not typed', {}, { tillNo: null }, 'same'],
    ['neither till typed', { tillNo: null }, { tillNo: null }, 'same'],
    ['what was paid after a coupon', { sumsFen: [8_000] }, {}, 'same'],
    ['another member, no till', { memberId: 'm2', tillNo: null }, {}, 'same'],
    ['another member, its till', { memberId: 'm2' }, {}, 'same'],
    ['another sum, spelled alike', { sumsFen: [1] }, {}, 'same'],
    ['another sum, spelled otherwise', { sumsFen: [1], receiptNo: '456' }, {}, 'maybe'],
    ['one fen less, no till', { sumsFen: [8_799], tillNo: null }, {}, 'maybe'],
    ['another till', { tillNo: '2' }, {}, 'maybe'],
    ['another till and sum', { tillNo: '2', sumsFen: [1] }, {}, 'maybe'],
    ['the day before', { businessOn: '2026-03-09' }, {}, 'maybe'],
    ['the day after, no till', { businessOn: '2026-03-11', tillNo: null }, {}, 'maybe'],
    ['the day after, a fen less', { businessOn: '2026-03-11', sumsFen: [8_799] }, {}, 'maybe'],
    ['the day after at another till', { businessOn: '2026-03-11', tillNo: '2' }, {}, 'maybe'],
    ['in a file of the day before', { businessOn: '2026-03-09', dated: file }, {}, 'maybe'],
    [
      "a long number, another's, a day off",
      { memberId: 'm2', receiptNo: long, businessOn: '2026-03-11' },
      { receiptNo: long },
      'maybe',
    ],
    [
      "a long number, another's, at another till",
      { memberId: 'm2', receiptNo: long, tillNo: '2' },
      { receiptNo: long },
      'maybe',
    ],
    ['two days off', { businessOn: '2026-03-12' }, {}, 'other'],
    ['another store', { storeId: 'hebin' }, {}, 'other'],
    ['another number', { receiptNo: '0457' }, {}, 'other'],
    ["another's sum at no till", { memberId: 'm2', tillNo: null, sumsFen: [1] }, {}, 'other'],
    ["another's at another till", { memberId: 'm2', tillNo: '2' }, {}, 'other'],
    ["another's, a day off", { memberId: 'm2', businessOn: '2026-03-11' }, {}, 'other'],
    [
      'a day off, another till and sum',
      { businessOn: '2026-03-11', tillNo: '2', sumsFen: [1] },
      {},
      'other',
    ],
  ])('%s', (_name, ...[change, known, like]) => {
    const [one, other] = [
      { ...wish, ...change },
      { ...booked, ...known },
    ]
    expect(likenessOf(one, other)).toBe(like)
    expect(likenessOf(other, one)).toBe(like)
  })
})

describe('where one of the two has no number', () => {
  const scan = { ...bare, dated: clock('2026-03-10T15:00') }
  const late = { ...scan, dated: clock('2026-03-10T00:01') }
  it.each<[string, Change, Change, string]>([
    ['the paper receipt brought', {}, scan, 'maybe'],
    ['with what was paid', { sumsFen: [8_000] }, scan, 'maybe'],
    ['the scan typed its till', {}, { ...scan, tillNo: '2' }, 'maybe'],
    ["in the till's file", { dated: file }, scan, 'maybe'],
    ['brought on the next day', { businessOn: '2026-03-11' }, scan, 'maybe'],
    ['scanned after the file', { ...bare, dated: clock('2026-03-10T15:00') }, {}, 'maybe'],
    ['a file of the day before', { businessOn: '2026-03-09', dated: file }, late, 'maybe'],
    [
      'a file of a day before an afternoon',
      { businessOn: '2026-03-09', dated: file },
      scan,
      'other',
    ],
    ['the same coffee of yesterday', { ...scan, businessOn: '2026-03-11' }, {}, 'other'],
    ['neither has a number', scan, scan, 'other'],
    ["another's", { memberId: 'm2' }, scan, 'other'],
    ['another sum', { sumsFen: [8_799] }, scan, 'other'],
    ['another store', { storeId: 'hebin' }, scan, 'other'],
    ['two days off', { businessOn: '2026-03-12' }, scan, 'other'],
  ])('%s', (_name, ...[change, known, like]) => {
    const [one, other] = [
      { ...wish, ...change },
      { ...booked, ...known },
    ]
    expect(likenessOf(one, other)).toBe(like)
    expect(likenessOf(other, one)).toBe(like)
  })
})

it('takes what a membership of hers bought before it was merged for hers', () => {
  const scan = { ...booked, ...bare }
  const merged = { ...wish, memberId: 'm2', memberIds: ['m2', 'm1'] }
  expect(likenessOf(merged, scan)).toBe('maybe')
  expect(likenessOf(scan, merged)).toBe('maybe')
  expect(likenessOf({ ...merged, memberIds: ['m2'] }, scan)).toBe('other')
})

it('knows each sum at which a till may stop to add up', () => {
  const step = { title: '', couponId: null }
  const steps = [
    { ...step, kind: 'goods', changeFen: 3_587 },
    { ...step, kind: 'coupon', changeFen: -500 },
    { ...step, kind: 'points', changeFen: -100 },
    { ...step, kind: 'roundOff', changeFen: -87 },
  ] as const
  const sums = sumsOnPaper({ billFen: 3_587, paidFen: 2_900, steps })
  expect([...sums].sort()).toEqual([2_900, 2_987, 3_087, 3_587])
  expect(sumsOnPaper({ billFen: 100, paidFen: 100, steps: [] })).toEqual([100])
})

it('says what speaks most against a wish', () => {
  const like = (bill: 'same' | 'maybe' | 'other') => bill
  expect(clearestOf(['other', 'maybe', 'same'] as const, like)?.like).toBe('same')
  expect(clearestOf(['other', 'maybe'] as const, like)?.like).toBe('maybe')
  expect(clearestOf(['other'] as const, like)).toBe(null)
})

describe('the unique key', () => {
  const bill = { ...wish, purchaseId: 'p1' }
  it('is one for all spellings and tills of a number, counted', () => {
    expect(receiptKeyOf(bill, 0)).toBe('wutong/2026-03-10/456/0')
    expect(receiptKeyOf({ ...bill, receiptNo: '456', purchaseId: 'p2' }, 0)).toBe(
      receiptKeyOf(bill, 0),
    )
    const others = [booked, { ...booked, tillNo: '2' }, { ...booked, businessOn: '2026-03-09' }]
    expect(ordinalAmong(wish, others)).toBe(2)
    expect(
      ordinalAmong(wish, [
        { ...booked, receiptNo: '457' },
        { ...booked, ...bare },
      ]),
    ).toBe(0)
  })

  it('is its own for a bill without a number', () => {
    expect(receiptKeyOf({ ...bill, receiptNo: null }, 0)).toBe('none/p1')
    expect(ordinalAmong({ ...wish, receiptNo: null }, [booked])).toBe(0)
  })
})
