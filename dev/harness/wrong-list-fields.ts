/** What is wrong with a field in some actions, where its name means something else elsewhere. */
import type { Wrong } from './wrong-fields'
import { wrongOfRewards } from './wrong-reward-fields'

const anItem = { name: '鸡蛋', priceFen: 100 }
const aPoint = { name: '东店' }

/** Of a group-buy list as it is written down. */
const plan: Wrong = {
  title: ['题'.repeat(41), '   ', 'a\u200Bb', 'a\nb', true],
  words: ['字'.repeat(501), 'a\u200Bb', true],
  pictures: ['cloud://a/b.png', true, Array(10).fill('cloud://a/b.png'), ['https://a/b.png']],
  repeatWeekly: ['true', 1, 0],
  items: ['苹果', true, [], Array(61).fill(anItem), { ...anItem }],
  pickupPoints: ['东店', true, [], Array(11).fill(aPoint), { ...aPoint }],
  opensAt: [0, '1', 1.5, true],
  cutOffAt: [0, '1', 1.5, true],
  threshold: [20, 'extend', true],
}

const aLine = { itemId: 'i1', quantity: 1 }
/** Of an entry in one. */
const order: Wrong = {
  lines: ['苹果', true, [], Array(61).fill(aLine), { ...aLine }],
  remark: ['字'.repeat(61), '   ', 'a\u200Bb', 'a\nb', true],
}

const fetched = { entryId: 'e', itemId: 'i1', quantity: 1 }

/** Of the shop's facts: what is inside a part is refused by its own tests. */
const shopFacts: Wrong = {
  facts: ['惠邻', true, 5, [{ name: '惠邻' }]],
  store: ['东店', true, 5, [{ name: '东店' }]],
}

export const wrongIn: Readonly<Record<string, Wrong>> = {
  ...wrongOfRewards,
  readText: { text: ['', 5, true, 'x'.repeat(40_001)] },
  create: plan,
  save: { ...plan, ...shopFacts },
  join: order,
  joinFor: { ...order, name: ['名'.repeat(31), '   ', 'a\u200Bb', 'a\nb', true] },
  change: order,
  changeFor: order,
  confirmClaim: { isConfirmed: ['true', 1, 0] },
  approve: { isApproved: ['true', 1, 0] },
  handOver: { lines: ['苹果', true, [], Array(61).fill(fetched), { ...fetched }] },
  reportDamage: { words: ['字'.repeat(61), '   ', 'a\u200Bb', 'a\nb', true] },
  decideDamage: { isGranted: ['true', 1, 0], reason: ['字'.repeat(61), '   ', 'a\u200Bb', true] },
}
