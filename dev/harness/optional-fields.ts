/** Fields that may be missing: an event without them is in order. */

/** Of a group-buy list as it is written down. */
const plan = ['words', 'communityId', 'pictures', 'repeatWeekly', 'opensAt', 'threshold']
/** Of an entry in one. */
const order = ['pickupPointId', 'remark']
/** Of a reward as its manager writes it. */
const reward = [
  ...['rewardId', 'cashFen', 'worthFen', 'picture', 'description', 'limitPerDay', 'tierFrom'],
  ...['saleFromOn', 'saleUntilOn', 'sortOrder', 'seenRevision'],
]
/** Asked for elsewhere. */
export const optionalIn: Readonly<Record<string, readonly string[]>> = {
  quote: ['paidPoints'],
  settle: ['proposalId'],
  saveTemplate: ['templateId', 'seenRevision'],
  publishTemplate: ['seenRevision'],
  schedule: ['terms', 'who'],
  change: ['terms', 'who', ...order],
  changeFor: order,
  join: [...order, 'ifSoldOut'],
  joinFor: [...order, 'ifSoldOut', 'phone'],
  entries: ['which'],
  decide: ['reason'],
  decideDamage: ['reason'],
  reportDamage: ['words'],
  handOver: ['ticket', 'pickupCode', 'proxyCode'],
  waiting: ['ticket', 'pickupCode', 'proxyCode'],
  statement: ['ownerId'],
  uncollected: ['listId', 'storeId'],
  claim: ['reason'],
  saveRule: ['ruleId', 'when', 'who', 'stack', 'budget', 'isOn'],
  create: plan,
  // Also of the shop's facts.
  save: [...plan, 'facts', 'store'],
  approve: ['reason'],
  running: ['which'],
  owned: ['which'],
  signClosing: [
    ...['refundFen', 'couponFen', 'pointsFen'],
    ...['nonMemberCount', 'nonMemberFen', 'footfallCount'],
  ],
  redeem: ['seenPricePoints', 'seenCashFen'],
  saveReward: reward,
}
/** Wherever it may be sent. */
export const optional = new Set([
  ...['isShopFault', 'previewHash'],
  ...['scene', 'nickname', 'avatar', 'birthday', 'excludedFen', 'couponId', 'tillNo', 'receiptNo'],
  ...[
    'lines',
    'freightFen',
    'roundOffFen',
    'repeatConfirmed',
    'cursor',
    'direction',
    'toOn',
    'businessOn',
    'phoneCode',
    'receiptList',
    'note',
    'displayName',
    'communityOwner',
    'owner',
    'thresholdFen',
    'limits',
    'stackGroup',
    'transferable',
    'messageId',
    'untilAt',
    'month',
    'storeCode',
    'place',
  ],
])
