import * as v from 'valibot'
import { MAX_BILL_FEN } from '../limits'
import * as fields from './fields'

const admits = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success
/** What a broken or hostile phone sends in place of anything. */
const rubbish = [
  null,
  undefined,
  '',
  ' ',
  true,
  {},
  [],
  [1],
  Number.NaN,
  Number.POSITIVE_INFINITY,
  { $gt: '' },
  { $ne: null },
  'a'.repeat(10_000),
  'a\u0000b',
]

/** What says that nothing is there: no coupons, no bound. Of a name what is seen stays. */
const mayBe: Readonly<Record<string, unknown>> = {
  ...{ couponIds: [], monthCount: null, nickname: 'a\u0000b' },
}
const words = Object.entries(fields).filter(([name]) => name !== 'nothing')

describe('every word of the wire', () => {
  it.each(words)('%s refuses rubbish of the wrong type', (name, schema) => {
    const admitted = rubbish.filter((value) => admits(schema, value))
    expect(admitted).toEqual(name in mayBe ? [mayBe[name]] : [])
  })
})

describe('money', () => {
  it.each([1, 100, MAX_BILL_FEN])('%d fen is a bill', (fen) => {
    expect(admits(fields.billFen, fen)).toBe(true)
  })

  it.each([0, -1, 0.5, 99.99, MAX_BILL_FEN + 1, '100', 2 ** 60])('%p fen is none', (fen) => {
    expect(admits(fields.billFen, fen)).toBe(false)
  })

  it('excluded goods may be nothing, and never negative or a fraction', () => {
    expect(admits(fields.excludedFen, 0)).toBe(true)
    expect([-1, 0.1, '0'].some((fen) => admits(fields.excludedFen, fen))).toBe(false)
  })
})

describe('codes', () => {
  it('a member code is 18 digits, a pick-up code 12', () => {
    expect(admits(fields.memberCode, '123456789012345678')).toBe(true)
    expect(admits(fields.pickupCode, '123456789012')).toBe(true)
  })

  it.each([
    '12345678901234567',
    '1234567890123456789',
    '12345678901234567a',
    '１２３４５６７８９０１２３４５６７８',
  ])('%s is no member code', (code) => expect(admits(fields.memberCode, code)).toBe(false))

  it('a till is never `-`, which stands for none in a closing', () => {
    expect(['1', 'A-2', '-', '--'].map((till) => admits(fields.tillNo, till))).toEqual([
      ...[true, true, false, true],
    ])
    expect(admits(fields.closingTillNo, '-')).toBe(true)
  })

  it('a scene has at most 32 visible characters', () => {
    expect(admits(fields.scene, 's=wutong&c=42')).toBe(true)
    expect(admits(fields.scene, 'a'.repeat(32))).toBe(true)
    expect(admits(fields.scene, 'a'.repeat(33))).toBe(false)
    expect(admits(fields.scene, '梧桐')).toBe(false)
  })
})

describe('what people write', () => {
  it.each(['林晓棠', 'Anna 2号楼', '小雨☔️', '👩‍🍳阿姨', '欧阳·慧敏'])(
    '%s is a nickname',
    (name) => {
      expect(admits(fields.nickname, name)).toBe(true)
    },
  )

  it.each(['a\u0000b', 'a\u202eb', 'a\u200bb'])('of %j what is seen is the nickname', (name) => {
    expect(v.parse(fields.nickname, name)).toBe('ab')
  })

  it.each(['   ', '\u3164', '\ufeff', '\u200b', '一'.repeat(21)])(
    '%j is none: blank, hidden or too long',
    (name) => expect(admits(fields.nickname, name)).toBe(false),
  )

  it('a joiner alone is no nickname', () => {
    expect(admits(fields.nickname, '\u200d')).toBe(false)
  })

  it('a nickname loses the blanks around it', () => {
    expect(v.parse(fields.nickname, ' 林晓棠 ')).toBe('林晓棠')
  })

  it('an avatar is one of ours or a stored file, never an address of somebody else', () => {
    expect(admits(fields.avatar, 'preset:peach')).toBe(true)
    expect(admits(fields.avatar, 'cloud://env.1234/avatars/a.png')).toBe(true)
    expect(admits(fields.avatar, 'https://example.com/a.png')).toBe(false)
    expect(admits(fields.avatar, 'javascript:alert(1)')).toBe(false)
  })

  it('a date is a day of the calendar', () => {
    expect(admits(fields.businessDate, '2028-02-29')).toBe(true)
    expect(admits(fields.businessDate, '2026-02-29')).toBe(false)
  })
})

describe('what nobody asked for', () => {
  it('is dropped: a forged openid has no effect', () => {
    expect(v.parse(fields.nothing, { openid: 'forged', balancePoints: 9_999 })).toEqual({})
  })
})
