import type { Input } from '../../shared/contract/contract'
import type { Deed } from './history'
import { communityOwner, quietShopper, shopper, wutongStaff } from './people'

/** A list of the neighbourhood: its plan without times, which go by the day of the demo. */
export interface DemoList {
  readonly name: string
  readonly cover: string
  readonly plan: Omit<Input<'lists', 'create'>, 'cutOffAt' | 'opensAt' | 'communityId' | 'pictures'>
}

export type Lines = Input<'lists', 'join'>['lines']

/** What is done with lists; `name` is of a list. */
export type ListAct = { readonly kind: 'list'; readonly name: string } & (
  | { readonly what: 'publish'; readonly list: DemoList; readonly closes: Moment }
  | { readonly what: 'join'; readonly lines: Lines; readonly remark?: string }
  | { readonly what: 'joinFor'; readonly as: string; readonly lines: Lines }
  | { readonly what: 'cancel' }
  /** The timer's minute: what is due is settled. */
  | { readonly what: 'tick' }
  | { readonly what: 'arrive'; readonly counts: Readonly<Record<string, number>> }
)

export interface Moment {
  readonly daysAgo: number
  readonly time: string
}

const atStore = [{ name: '梧桐里店', storeId: 'wutong', hours: '到货当天 16:00–21:00' }]
const promised = { payment: 'atPickup', shortage: 'byNumber', repeatWeekly: false } as const

/** Runs with forty entries, one of them cancelled. */
export const berries: DemoList = {
  name: 'berries',
  cover: 'fruit.png',
  plan: {
    ...promised,
    title: '周日红颜草莓，当天摘当天到',
    words: '丹东大棚，上午摘，下午到店。\n坏果拍照包赔，取到手 24 小时内。',
    items: [
      { name: '红颜草莓', spec: '300 克一盒', priceFen: 2_590, memberPriceFen: 1_990 },
      {
        name: '红颜草莓',
        spec: '三斤礼盒',
        priceFen: 12_800,
        memberPriceFen: 9_900,
        stockCount: 8,
      },
      { name: '蓝莓', spec: '四盒装', priceFen: 5_600, memberPriceFen: 4_900, limitPerMember: 3 },
      { name: '砂糖橘', priceFen: 680, memberPriceFen: 580, unit: 'jin' },
    ],
    pickupPoints: [...atStore, { name: '河滨店', storeId: 'hebin', hours: '17:00–22:00' }],
  },
}

/** Closes while one looks around, three short of its threshold. */
export const bread: DemoList = {
  name: 'bread',
  cover: 'cake.png',
  plan: {
    ...promised,
    title: '明早现烤：奶香吐司和碱水结',
    words: '凌晨四点出炉，七点到店，趁热取。',
    items: [
      { name: '奶香吐司', spec: '一条', priceFen: 2_200, memberPriceFen: 1_900 },
      { name: '碱水结', spec: '三只', priceFen: 1_500, memberPriceFen: 1_200, stockCount: 30 },
    ],
    pickupPoints: [{ name: '梧桐里店', storeId: 'wutong', hours: '明早 7:00–10:00' }],
    threshold: { count: 20, below: 'extend' },
  },
}

/** Settled: 25 were ordered and 18 came. */
export const eggs: DemoList = {
  name: 'eggs',
  cover: 'eggs.png',
  plan: {
    ...promised,
    title: '散养土鸡蛋，山里直送',
    words: '一板三十枚，当周的蛋。',
    items: [{ name: '土鸡蛋', spec: '三十枚', priceFen: 4_500, memberPriceFen: 3_980 }],
    pickupPoints: atStore,
  },
}

/** Opens again by itself each week. */
export const vegetables: DemoList = {
  name: 'vegetables',
  cover: 'rice.png',
  plan: {
    ...promised,
    repeatWeekly: true,
    payment: 'toOwner',
    title: '每周一篮：崇明时令菜',
    words: '这一周地里有什么，篮里就有什么，约八斤。',
    items: [
      { name: '时令菜篮', spec: '约八斤', priceFen: 5_900, memberPriceFen: 5_500 },
      { name: '散养老母鸡', priceFen: 2_800, unit: 'jin', limitPerMember: 6 },
    ],
    pickupPoints: [{ name: '3 栋团长家楼下', hours: '周五 18:00–20:30' }],
  },
}

const neighbours = [
  ...['demo-chen', 'demo-li', 'demo-zhou', 'demo-wang', 'demo-zhao', 'demo-sun', 'demo-wu'],
  ...['demo-he', 'demo-qian', quietShopper, wutongStaff],
]

/** Neighbours without an account, as an owner writes them down. */
const takenFor = [
  ...['5栋王阿姨', '3栋2单元501', '小满妈妈', '早餐店老刘', '7栋张老师', '遛狗的小陈', '1栋周奶奶'],
  ...[
    '物业小李',
    '楼下理发店',
    '9栋赵姐',
    '2栋老孙',
    '团团爸爸',
    '4栋陆医生',
    '6栋阿芳',
    '快递小吴',
  ],
  ...['8栋何叔', '12栋唐唐', '10栋宋姐', '瑜伽馆阿May', '11栋老丁', '幼儿园李老师', '5栋阿强'],
  ...['3栋楼上小许', '1栋林伯', '7栋方方', '2栋钱婶', '修车的老马', '6栋小叶', '9栋石头妈'],
]

const order = (itemId: string, quantity: number) => ({ itemId, quantity })

/** What forty neighbours order of four things, in a turn that repeats. */
const turns: readonly Lines[] = [
  [order('i1', 2)],
  [order('i1', 1), order('i4', 3)],
  [order('i3', 1)],
  [order('i1', 3)],
  [order('i4', 2.5)],
  [order('i2', 1)],
  [order('i1', 1), order('i3', 1)],
]

/** Everything that happened with lists before today. */
export function listDeeds(): Deed[] {
  return [...berryDeeds(), ...eggDeeds(), ...vegetableDeeds()]
}

function berryDeeds(): Deed[] {
  const day = { daysAgo: 1 }
  const whos = [...neighbours, ...takenFor]
  const joined = whos.map((who, place): Deed => {
    const time = laterBy('18:05', place * 2)
    const lines = turns[place % turns.length] ?? []
    const isMember = neighbours.includes(who)
    const act = isMember
      ? ({ kind: 'list', what: 'join', name: 'berries', lines } as const)
      : ({ kind: 'list', what: 'joinFor', name: 'berries', as: who, lines } as const)
    return { ...day, time, who: isMember ? who : communityOwner, act }
  })
  return [
    published(berries, { daysAgo: 1, time: '18:00' }, { daysAgo: -1, time: '12:00' }),
    ...joined,
    {
      ...day,
      time: '21:10',
      who: 'demo-zhou',
      act: { kind: 'list', what: 'cancel', name: 'berries' },
    },
  ]
}

function eggDeeds(): Deed[] {
  const counts = [3, 2, 4, 2, 3, 2, 3, 1, 2, 1, 2]
  // One of them came to the shop only after it.
  const members = neighbours.filter((who) => who !== 'demo-qian')
  const joined = [shopper, ...members].map((who, place): Deed => {
    // One would rather have none than less.
    const ifShort = place === 8 ? 'drop' : 'less'
    const lines: Lines = [{ ...order('i1', counts[place] ?? 1), ifShort }]
    const act = { kind: 'list', what: 'join', name: 'eggs', lines } as const
    return { daysAgo: 5, time: laterBy('09:05', place * 3), who, act }
  })
  return [
    published(eggs, { daysAgo: 5, time: '09:00' }, { daysAgo: 3, time: '20:00' }),
    ...joined,
    tick({ daysAgo: 3, time: '20:01' }),
    {
      ...{ daysAgo: 1, time: '15:30', who: communityOwner },
      act: { kind: 'list', what: 'arrive', name: 'eggs', counts: { i1: 18 } },
    },
  ]
}

/** Last week's, and this week's, which opened by itself. */
function vegetableDeeds(): Deed[] {
  const whos = ['demo-chen', 'demo-sun', 'demo-wang', 'demo-wu']
  const join = (who: string, daysAgo: number, place: number): Deed => {
    const lines = [order('i1', 1), ...(place % 2 === 0 ? [order('i2', 2.5)] : [])]
    const act = { kind: 'list', what: 'join', name: 'vegetables', lines } as const
    return { daysAgo, time: laterBy('10:00', place * 7), who, act }
  }
  return [
    published(vegetables, { daysAgo: 8, time: '09:30' }, { daysAgo: 6, time: '18:00' }),
    ...whos.map((who, place) => join(who, 8, place)),
    tick({ daysAgo: 6, time: '18:01' }),
  ]
}

function published(list: DemoList, opens: Moment, closes: Moment): Deed {
  const act = { kind: 'list', what: 'publish', name: list.name, list, closes } as const
  return { ...opens, who: communityOwner, act }
}

function tick(at: Moment): Deed {
  return { ...at, who: communityOwner, act: { kind: 'list', what: 'tick', name: '' } }
}

/** `18:05` and 70 minutes: `19:15`. */
function laterBy(time: string, minutes: number): string {
  const [hours = 0, begun = 0] = time.split(':').map(Number)
  const all = hours * 60 + begun + minutes
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}
