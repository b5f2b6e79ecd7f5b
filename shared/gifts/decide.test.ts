import { her, ruleOf, world } from '../../dev/harness/gift-cases'
import { decideGrants } from './decide'
import type { GiftRule } from './gift-rule'
import type { GiftFacts } from './scenes'

const on = (date: string, rules: readonly GiftRule[], facts: Partial<GiftFacts> = {}) =>
  decideGrants(rules, { ...her, ...facts }, { on: date, world }).map(
    ({ rule: { ruleId }, occasion, refused }) => [ruleId, occasion.key, refused],
  )

describe('gifts of one day', () => {
  const holiday = (ruleId: string, points: number, changed: Partial<GiftRule> = {}) =>
    ruleOf({
      ...{ scene: 'holiday', ruleId, when: { onDate: '2027-05-01' } },
      ...{ gift: { points, couponTemplateIds: [], thing: null }, ...changed },
    })

  it.each([
    ['all', 'all', [null, null]],
    ['highest', 'highest', ['stack', null]],
    ['first', 'first', [null, 'stack']],
    ['all', 'highest', [null, null]],
    ['first', 'highest', [null, 'stack']],
    ['highest', 'first', ['stack', null]],
  ] as const)('of which the first says %s and the dearer second %s: %j', (one, other, expected) => {
    const rules = [holiday('a', 10, { stack: one }), holiday('b', 20, { stack: other })]
    expect(on('2027-05-01', rules).map(([, , refused]) => refused)).toEqual(expected)
  })

  it('push nobody aside who is not meant, is off, or was had', () => {
    const rules = [
      holiday('a', 10, { stack: 'highest' }),
      holiday('b', 20, { stack: 'highest', isOn: false }),
      holiday('c', 30, { stack: 'highest', who: { tags: ['老邻居'], tiers: [] } }),
      holiday('d', 40, { stack: 'highest', who: { tags: [], tiers: ['gold'] } }),
    ]
    expect(on('2027-05-01', rules)).toEqual([['a', '2027-05-01', null]])
    const facts = { tags: ['老邻居'], grants: ['a:m1:2027-05-01'] }
    expect(on('2027-05-01', rules, facts)).toEqual([
      ['a', '2027-05-01', 'onceOnly'],
      ['c', '2027-05-01', 'stack'],
    ])
  })
})
