import fc from 'fast-check'
import { WALLET_MAX_COUPONS } from '../limits'
import { accept } from '../refusal'
import {
  type Care,
  type GivenRule,
  givenRuleOf,
  joinCare,
  type KeptGift,
  noCare,
  partCare,
  type StandingGift,
  shownTags,
  withoutWaiting,
  withTag,
  withWaiting,
} from './care'
import { newRules } from './gift-rule'

const rule: GivenRule = {
  ...{ ruleId: 'birthday-1', version: 2, scene: 'birthday', title: '生日礼' },
  ...{ sentence: '生日礼，每位会员每年一次', points: 80, templateIds: [], thing: null },
}
const kept = (giftId: string, untilOn = '2027-03-16'): KeptGift => ({ giftId, rule, untilOn })
const idsOf = ({ waiting }: Care) => waiting.map(({ giftId }) => giftId)
const standing = (grantId: string): StandingGift => ({
  ...{ grantId, key: grantId, scene: 'firstPurchase', title: '首单礼', purchaseId: 'p1' },
  ...{ purchaseNo: 1, tier: null, tierUntilOn: null, points: 30 },
  ...{ expiresOn: '2028-03-31', couponIds: [] },
})

const tagOf = (tag: string) => ({ tag, byName: '顾明远', on: '2027-01-01' })

describe('two memberships', () => {
  it('count together, and apart again', () => {
    const mine = { ...noCare, boughtCount: 2, tags: [tagOf('老邻居')], lastBoughtOn: '2027-01-01' }
    const other = { ...noCare, boughtCount: 1, tags: [tagOf('素食')], lastBoughtOn: '2027-02-01' }
    const joined = joinCare(mine, other)
    expect(joined).toMatchObject({
      boughtCount: 3,
      tags: [tagOf('老邻居'), tagOf('素食')],
      lastBoughtOn: '2027-02-01',
    })
    expect(partCare(joined, other)).toMatchObject({ boughtCount: 2, tags: [tagOf('老邻居')] })
  })

  it('that had the same tag show it once, by whoever put it on the survivor', () => {
    const [mine, other] = ['顾明远', '林晓'].map((byName) => ({
      ...noCare,
      tags: [{ ...tagOf('老邻居'), byName }],
    }))
    if (!mine || !other) throw new Error('two memberships')
    const joined = joinCare(mine, other)
    expect(shownTags(joined)).toEqual(mine.tags)
    const taken = withTag(joined, { ...tagOf('老邻居'), isOn: false })
    expect(taken).toMatchObject({ ok: true, value: { tags: [] } })
    expect(partCare(joined, other)).toEqual(mine)
  })

  it('that part have each what was hers, whatever both had', () => {
    const careOf = (name: string): fc.Arbitrary<Care> =>
      fc.record({
        boughtCount: fc.nat(50),
        lastBoughtOn: fc.constantFrom(null, '2027-01-01', '2027-02-01'),
        tags: fc.subarray([tagOf(name), tagOf('两边都有'), { ...tagOf('素食'), byName: name }]),
        waiting: fc.nat(4).map((count) => gifts(count, (at) => kept(`${name}-${at}`))),
        standing: fc.nat(4).map((count) => gifts(count, (at) => standing(`${name}-${at}`))),
        woken: fc.constantFrom(null, { rule, occasion: name, untilOn: '2027-03-30' }),
        wonBackOn: fc.constant(null),
      })
    fc.assert(
      fc.property(careOf('mine'), careOf('other'), (mine, other) => {
        const parted = partCare(joinCare(mine, other), other)
        const { lastBoughtOn: _latest, ...left } = parted
        const { lastBoughtOn: _own, ...had } = mine
        expect(left).toEqual(had)
      }),
    )
  })

  it.each([
    [null, null, null],
    ['2027-01-01', null, '2027-01-01'],
    [null, '2027-01-01', '2027-01-01'],
    ['2027-01-01', '2027-02-01', '2027-02-01'],
    ['2027-02-01', '2027-01-01', '2027-02-01'],
  ])(
    'of which one bought and was won back on %s, the other on %s: the later',
    (...[one, other, latest]) => {
      const on = (date: string | null) => ({ ...noCare, lastBoughtOn: date, wonBackOn: date })
      expect(joinCare(on(one), on(other))).toEqual(on(latest))
    },
  )

  it('of which both were woken are so once, and spent purchases leave none owed', () => {
    const woken = (occasion: string) => ({ rule, occasion, untilOn: '2027-03-30' })
    const [mine, other] = ['2026-08-01', '2026-09-01'].map((on) => ({
      ...noCare,
      woken: woken(on),
    }))
    if (!mine || !other) throw new Error('two memberships')
    expect(joinCare(mine, other).woken).toEqual(mine.woken)
    expect(partCare(joinCare(mine, other), other).woken).toEqual(mine.woken)
    expect(partCare(noCare, { ...noCare, boughtCount: 3 }).boughtCount).toBe(0)
  })
})

describe('what waits in an account', () => {
  it('makes room of what is over by the day after its last', () => {
    const care = { ...noCare, waiting: [kept('a', '2027-03-09'), kept('b', '2027-03-10')] }
    expect(idsOf(withWaiting(care, [kept('c')], '2027-03-10'))).toEqual(['b', 'c'])
  })

  it('is no more than a wallet holds, the newest of it', () => {
    const many = { ...noCare, waiting: gifts(WALLET_MAX_COUPONS, (at) => kept(`old-${at}`)) }
    const ids = idsOf(withWaiting(many, [kept('new')], '2027-03-10'))
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([WALLET_MAX_COUPONS, 'old-1', 'new'])
  })

  it('waits no longer once it is claimed', () => {
    const care = { ...noCare, waiting: [kept('a'), kept('b')] }
    expect(withoutWaiting(care, 'a')).toEqual({ ...noCare, waiting: [kept('b')] })
    expect(withoutWaiting(care, 'other')).toEqual(care)
  })
})

it('a gift keeps of its rule what it gives and says, and by which version', () => {
  const [welcome] = newRules
  expect(welcome && givenRuleOf(welcome, '新人礼包，每位会员一次')).toEqual({
    ...{ ruleId: 'welcome', version: 1, scene: 'welcome', title: '新人礼包' },
    ...{ sentence: '新人礼包，每位会员一次', points: 100, templateIds: ['welcome-5'], thing: null },
  })
})

function gifts<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_none, at) => make(at))
}

describe('tags', () => {
  it('keep who put them on first, and go when they are taken off', () => {
    const first = withTag(noCare, { ...tagOf('素食'), isOn: true })
    if (!first.ok) throw new Error(first.code)
    const again = withTag(first.value, { ...tagOf('素食'), byName: '沈佳怡', isOn: true })
    expect(again).toEqual(first)
    expect(withTag(first.value, { ...tagOf('素食'), isOn: false })).toEqual(accept(noCare))
    expect(withTag(noCare, { ...tagOf('素食'), isOn: false })).toEqual(accept(noCare))
  })

  it('are not more than a rule may ask for', () => {
    const full = { ...noCare, tags: Array.from({ length: 20 }, (_none, at) => tagOf(`标签${at}`)) }
    expect(withTag(full, { ...tagOf('素食'), isOn: true })).toMatchObject({ code: 'TAGS_FULL' })
    expect(withTag(full, { ...tagOf('标签3'), isOn: true })).toEqual(accept(full))
  })
})
