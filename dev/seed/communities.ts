import type { Deed } from './history'
import { communityOwner, manager, quietShopper } from './people'
import { HEBIN, WUTONG } from './shop'
import { communityTen, fruitDays } from './templates'

/** A WeChat group of the neighbourhood, and the community that it is bound to. */
export interface DemoGroup {
  readonly opengid: string
  readonly community: string
  readonly storeId: string
  readonly rules: string
  /** Members of the group who came by its card already. */
  readonly visitors: readonly string[]
}

export const demoGroups: readonly DemoGroup[] = [
  {
    opengid: 'demo-group-wutong',
    community: '梧桐里三栋邻居群',
    storeId: WUTONG,
    rules:
      '一、群里只聊邻里的事和店里的事，互相体谅。\n' +
      '二、每周三上午十点到十二点，可以发自家的手艺和闲置。\n' +
      '三、邻居之间私下买卖，风险由双方自担。\n' +
      '四、请不要发别人的手机号和门牌号。',
    visitors: ['demo-chen', 'demo-li', 'demo-sun', 'demo-zhao', quietShopper],
  },
  {
    opengid: 'demo-group-hebin',
    community: '河滨晨跑群',
    storeId: HEBIN,
    rules: '一、跑步路线和时间每晚八点前说好。\n二、群里的拼单由发起人自己负责，风险自担。',
    visitors: ['demo-wang', 'demo-wu', 'demo-zhou'],
  },
]

/** An instant of the history. */
interface Moment {
  readonly daysAgo: number
  readonly time: string
}

export interface DemoDrop {
  readonly name: string
  readonly title: string
  readonly terms: string
  readonly templateId: string
  readonly opens: Moment
  readonly closes: Moment
  readonly quota: number
  readonly claimants: readonly string[]
}

/** What is done in communities; `name` is of a drop, `opengid` of the card that she came by. */
export type CommunityAct = { readonly kind: 'community' } & (
  | { readonly what: 'found'; readonly group: DemoGroup }
  | { readonly what: 'enter'; readonly opengid: string }
  | { readonly what: 'schedule'; readonly drop: DemoDrop }
  | { readonly what: 'claim'; readonly name: string; readonly opengid: string }
  /** The timer's minute: owners are told what has opened. */
  | { readonly what: 'tick' }
)

/** Over, with redemptions: what the scoreboard shows. */
const lastWeek: DemoDrop = {
  name: 'last-week',
  title: '周末前的满减券',
  terms: '每人一张，领到后十四天内两家店都能用。',
  templateId: communityTen.templateId,
  opens: { daysAgo: 7, time: '20:00' },
  closes: { daysAgo: 7, time: '22:00' },
  quota: 5,
  claimants: [
    ...['demo-chen', 'demo-li', 'demo-sun', 'demo-zhao'],
    ...['demo-wang', 'demo-wu', 'demo-zhou'],
  ],
}

/** Open still, and nothing is left of it. */
const soldOut: DemoDrop = {
  name: 'sold-out',
  title: '水果到货，8.5 折',
  terms: '每个群两张，先到先得；只限水果。',
  templateId: fruitDays.templateId,
  opens: { daysAgo: 1, time: '20:00' },
  closes: { daysAgo: -2, time: '20:00' },
  quota: 2,
  claimants: ['demo-li', 'demo-zhao', 'demo-wang', 'demo-zhou'],
}

/** Where the coupons of last week were used. */
const redemptions: readonly (Moment & {
  readonly who: string
  readonly storeId: string
  readonly billFen: number
})[] = [
  { daysAgo: 6, time: '07:22', who: 'demo-chen', storeId: WUTONG, billFen: 7_260 },
  { daysAgo: 6, time: '18:34', who: 'demo-wang', storeId: HEBIN, billFen: 6_850 },
  { daysAgo: 4, time: '16:28', who: 'demo-sun', storeId: WUTONG, billFen: 5_660 },
  { daysAgo: 4, time: '20:16', who: 'demo-wu', storeId: HEBIN, billFen: 8_990 },
  { daysAgo: 3, time: '19:24', who: 'demo-zhao', storeId: WUTONG, billFen: 6_320 },
]

/** Everything that happened in the communities before today. */
export function communityDeeds(): Deed[] {
  return [...founded(), ...heldDrops(lastWeek, 8), ...heldDrops(soldOut, 2), ...redeemed()]
}

export function groupOf(who: string): DemoGroup {
  const group = demoGroups.find(({ visitors }) => visitors.includes(who))
  if (!group) throw new Error(`${who} is in no group`)
  return group
}

function founded(): Deed[] {
  return demoGroups.map((group, place) => ({
    ...{ daysAgo: 90, time: `09:3${place}`, who: manager },
    act: { kind: 'community', what: 'found', group },
  }))
}

function heldDrops(drop: DemoDrop, plannedDaysAgo: number): Deed[] {
  const { name, opens, claimants } = drop
  const after = (minutes: number) => ({ ...opens, time: laterBy(opens.time, minutes) })
  return [
    {
      ...{ daysAgo: plannedDaysAgo, time: '12:10', who: communityOwner },
      act: { kind: 'community', what: 'schedule', drop },
    },
    ...demoGroups.flatMap(({ opengid, visitors }) =>
      visitors.map(
        (who): Deed => ({ ...opens, who, act: { kind: 'community', what: 'enter', opengid } }),
      ),
    ),
    ...claimants.map((who, place): Deed => {
      const act = { kind: 'community', what: 'claim', name, opengid: groupOf(who).opengid } as const
      return { ...after(1 + Math.floor(place / 3)), who, act }
    }),
    { ...after(1), who: communityOwner, act: { kind: 'community', what: 'tick' } },
  ]
}

function redeemed(): Deed[] {
  return redemptions.map(({ daysAgo, time, who, storeId, billFen }) => {
    const coupon = { usesCoupon: true, couponTitle: communityTen.title }
    const act = { kind: 'buy', storeId, billFen, ...coupon, name: `${who}/${daysAgo}` } as const
    return { daysAgo, time, who, act }
  })
}

/** `20:00` and 2 minutes: `20:02`, within the hour. */
function laterBy(time: string, minutes: number): string {
  const [hours = '', begun = ''] = time.split(':')
  return `${hours}:${String(Number(begun) + minutes).padStart(2, '0')}`
}
