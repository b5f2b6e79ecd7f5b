import fc from 'fast-check'
import { admitRule } from './admit-rule'
import { type GiftRuleBody, giftScenes, handOvers, newRules, usualWhen } from './gift-rule'

type Changed = Partial<Omit<GiftRuleBody, 'when' | 'gift'>> & {
  readonly when?: Partial<GiftRuleBody['when']>
  readonly gift?: Partial<GiftRuleBody['gift']>
}
const nothing = { points: 0, couponTemplateIds: [], thing: null }

function written({ when, gift, ...changed }: Changed): GiftRuleBody {
  const [plain] = newRules
  if (!plain) throw new Error('a new shop has rules')
  const { scene, title, handOver, who, stack, budget, isOn } = plain
  const usual = { scene, title, handOver, who, stack, budget, isOn }
  const contents = { ...nothing, points: 30, ...gift }
  return { ...usual, ...changed, gift: contents, when: { ...usualWhen, ...when } }
}

describe('a rule of gifts', () => {
  it.each<[string, Changed]>([
    ['gift', { gift: { points: 0 } }],
    ['when.purchaseNo', { scene: 'repurchase' }],
    ['when.holiday', { scene: 'holiday' }],
    ['when.onDate', { scene: 'holiday', when: { onDate: '2027-05-01', holiday: 'zhongqiu' } }],
    ['handOver', { scene: 'welcome', handOver: 'unasked' }],
  ])('is refused by its field %s: %j', (field, changed) => {
    const refused = { ok: false, code: 'INPUT_INVALID', detail: { field } }
    expect(admitRule(written(changed))).toMatchObject(refused)
  })

  it.each<[string, Changed]>([
    ['title', { title: '转发朋友圈领新人礼包' }],
    ['gift.thing', { gift: { thing: '转发朋友圈送的鸡蛋' } }],
  ])('may not reward sharing in its %s', (field, changed) => {
    expect(admitRule(written(changed))).toMatchObject({ code: 'SHARE_RULE', detail: { field } })
  })

  it.each<Changed>([
    { gift: { points: 0, couponTemplateIds: ['welcome-5'] } },
    { gift: { points: 0, thing: '鲜鸡蛋一枚' } },
    { scene: 'repurchase', when: { purchaseNo: 2 } },
    { scene: 'holiday', when: { onDate: '2027-05-01' } },
    { scene: 'holiday', when: { holiday: 'zhongqiu' }, handOver: 'unasked' },
  ])('is one: %j', (changed) => {
    const body = written(changed)
    expect(admitRule(body)).toEqual({ ok: true, value: body })
  })

  const asked = {
    ...{ purchaseNo: 3, onDate: '2027-05-01', holiday: null },
    ...{ leadDays: 2, claimDays: 9, silentDays: 90, waitDays: 3 },
  }
  it.each<[GiftRuleBody['scene'], Partial<typeof asked>]>([
    ['welcome', {}],
    ['firstPurchase', {}],
    ['repurchase', { purchaseNo: 3 }],
    ['upgrade', {}],
    ['birthday', { leadDays: 2 }],
    ['holiday', { onDate: '2027-05-01', leadDays: 2 }],
    ['referral', { waitDays: 3 }],
    ['wakeUp', { silentDays: 90 }],
    ['anniversary', { leadDays: 2 }],
    ['memberDay', {}],
  ])(
    'of %s keeps %j and its days to claim, and leaves out what its scene does not know',
    (...[scene, known]) => {
      const when = { ...usualWhen, ...known, claimDays: 9 }
      expect(admitRule(written({ scene, when: asked }))).toMatchObject({
        ok: true,
        value: { when },
      })
    },
  )

  it('once admitted is admitted again as it is', () => {
    const anyBody = fc.record({
      scene: fc.constantFrom(...giftScenes),
      handOver: fc.constantFrom(...handOvers),
      when: fc.record({
        purchaseNo: fc.option(fc.integer({ min: 2, max: 9 })),
        onDate: fc.option(fc.constant('2027-05-01')),
        leadDays: fc.nat(9),
        silentDays: fc.integer({ min: 30, max: 365 }),
      }),
    })
    fc.assert(
      fc.property(anyBody, (changed) => {
        const once = admitRule(written(changed))
        if (once.ok) expect(admitRule(once.value)).toEqual(once)
      }),
    )
  })
})
