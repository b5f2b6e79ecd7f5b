import { EAST } from './shop-under-test'

const LATER = Date.parse('2099-01-01T00:00:00Z')

/** What every endpoint of these features accepts: it leaves aside what it does not know. */
export const wellFormedOf: Readonly<Record<string, object>> = {
  communities: {
    ...{ communityId: 'some', name: '邻里群', memberCode: '1'.repeat(18), storeId: EAST },
    ...{ isPaused: true, text: '风险自担', version: 1, monthCount: 300 },
  },
  drops: {
    ...{ dropId: 'some-drop', title: '周五咖啡券', templateId: 'some-template', text: '先到先得' },
    ...{ opensAt: LATER, closesAt: LATER + 60_000 },
    quotas: [{ communityId: 'some', quota: 1 }],
  },
  gifts: {
    ...{ giftId: 'welcome:some:once', ruleId: 'some-rule', fromOn: '2026-03-10', days: 7 },
    ...{ scene: 'birthday', title: '生日礼', gift: { points: 50 }, handOver: 'unasked' },
  },
  tags: { memberNumber: '1'.repeat(8), tag: '老邻居', isOn: true },
  payments: { what: 'redemption', thingId: 'some-thing', flagId: 'some-flag' },
  moderation: { heldId: 'some-text', verdict: 'approve' },
}
