import { EAST } from './shop-under-test'

const LATER = Date.parse('2099-01-01T00:00:00Z')

const shopWords = {
  ...{ name: '惠邻小店', slogan: '', notice: '', noticeFromOn: null, noticeUntilOn: null },
}

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
  lists: {
    ...{ listId: 'some-list', entryId: 'some-entry', itemId: 'i1', quantity: 1, grams: 500 },
    ...{ entryIds: ['some-entry'], damageId: 'some-damage', isGranted: true, month: '2026-03' },
    ...{ picture: 'cloud://some.pictures/bad.png', entryNo: 1, isConfirmed: true, name: '王姐' },
    items: [{ itemId: 'i1', arrivedCount: 1, name: '草莓', priceFen: 1_990 }],
    lines: [{ entryId: 'some-entry', itemId: 'i1', quantity: 1 }],
    ...{ title: '草莓团购', cutOffAt: LATER, pickupPoints: [{ name: '东店' }], isApproved: true },
    ...{ payment: 'atPickup', shortage: 'byNumber', sheet: 'entries', format: 'csv' },
    text: '1. 王姐 草莓2',
    entries: [{ number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 1 }] }],
  },
  mall: {
    ...{ rewardId: 'some-reward', title: '毛巾', kind: 'goods', pricePoints: 1, limitPerMember: 1 },
    ...{ isOnShelf: true, byCount: 1, reason: '到货入库' },
  },
  staff: { memberId: 'some-member' },
  shop: { seenRevision: 0, facts: shopWords },
  tags: { memberNumber: '1'.repeat(8), tag: '老邻居', isOn: true },
  members: { memberNumber: '1'.repeat(8), text: '林', memberId: 'some', noteId: 'some-note' },
  purchases: { text: '42.50' },
  payments: { what: 'redemption', thingId: 'some-thing', flagId: 'some-flag' },
  moderation: { heldId: 'some-text', verdict: 'approve' },
}
