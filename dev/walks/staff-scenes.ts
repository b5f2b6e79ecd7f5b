import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'

const CLERK = 'demo-staff-1'
const MANAGER = 'demo-manager-1'
const desk = '/staff/scan/index'
const STALE_MS = 3 * 60_000

const deskScenes: readonly Scene[] = [
  { name: 'desk', title: '店员工作台', as: CLERK, path: desk, see: '.scan-card' },
  { name: 'desk-manager', title: '工作台 · 店长', as: MANAGER, path: desk, see: '.scan-card' },
  {
    name: 'desk-stranger',
    title: '工作台 · 不是店员',
    as: 'demo-shopper-1',
    path: desk,
    see: '.page',
  },
  {
    name: 'scan-wrong',
    title: '会员码不对',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: ({ fill }) => fill('.scan-field input', '123456789012345678'),
  },
  {
    name: 'scan-stale',
    title: '会员码过期',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: async ({ fill }, bench) => {
      const code = await codeOf('demo-shopper-1', bench)
      bench.cloud.clock.advance(STALE_MS)
      await fill('.scan-field input', code)
    },
  },
  {
    name: 'scan-self',
    title: '不能扫自己',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: async ({ fill }, bench) => fill('.scan-field input', await codeOf(CLERK, bench)),
  },
]

const tillScenes: readonly Scene[] = [
  {
    name: 'till',
    title: '收款',
    as: CLERK,
    path: desk,
    see: '.settle-confirm',
    act: openTill('demo-shopper-1'),
  },
  {
    name: 'till-typed',
    title: '收款 · 已算好',
    as: CLERK,
    path: desk,
    see: '.till-points',
    act: async (screen, bench) => {
      await openTill('demo-shopper-1')(screen, bench)
      await screen.type('86')
    },
  },
  {
    name: 'till-coupons',
    title: '选优惠券',
    as: CLERK,
    path: desk,
    see: '.coupon-choices',
    act: async (screen, bench) => {
      await openTill('demo-shopper-1')(screen, bench)
      await screen.type('86')
      await screen.tap('.till-coupon')
    },
  },
  {
    name: 'till-receipt',
    title: '小票号',
    as: CLERK,
    path: desk,
    see: '.receipt-save',
    act: async (screen, bench) => {
      await openTill('demo-shopper-1')(screen, bench)
      await screen.tap('.till-receipt')
    },
  },
  {
    name: 'settled',
    title: '已记账',
    as: CLERK,
    path: desk,
    see: '.settled',
    act: settle('demo-sun', '128'),
  },
  {
    name: 'settle-repeat',
    title: '重复？',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: async (screen, bench) => {
      bench.cloud.clock.advance(60_000)
      await settle('demo-sun', '128')(screen, bench)
    },
  },
  {
    name: 'till-rounded',
    title: '抹零',
    as: CLERK,
    path: desk,
    see: '.round-off-chips .chip-on',
    act: async (screen, bench) => {
      await openTill('demo-chen')(screen, bench)
      await screen.type('45.60')
      await screen.tap('.round-off-chips .chip')
    },
  },
  {
    name: 'settle-over-cap',
    title: '超过上限',
    as: CLERK,
    path: desk,
    see: '.till-trouble',
    act: async (screen, bench) => {
      await openTill('demo-chen')(screen, bench)
      await screen.type('8000')
    },
  },
  {
    name: 'settle-offline',
    title: '断网 · 待确认',
    as: CLERK,
    path: desk,
    see: '.settled-aside',
    act: async (screen, bench) => {
      await openTill('demo-li')(screen, bench)
      await screen.goOffline()
      await screen.type('35')
      await screen.tap('.settle-confirm')
    },
  },
]

const counterScenes: readonly Scene[] = [
  {
    name: 'handover',
    title: '礼品自提',
    as: CLERK,
    path: desk,
    see: '.handover-confirm',
    act: showPickup('demo-li'),
  },
  {
    name: 'handed-over',
    title: '已自提',
    as: CLERK,
    path: desk,
    see: '.handed-over',
    act: async (screen, bench) => {
      await showPickup('demo-li')(screen, bench)
      await screen.tap('.handover-confirm')
    },
  },
  {
    name: 'handover-used',
    title: '自提码用过了',
    as: CLERK,
    path: desk,
    see: '.handover-record',
    act: showPickup('demo-li'),
  },
  {
    name: 'purchases',
    title: '消费记录',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.purchase',
  },
  { name: 'appoint', title: '任命店员', as: MANAGER, path: '/roster/appoint/index', see: '.page' },
  {
    name: 'set-up',
    title: '开店',
    as: MANAGER,
    path: '/roster/set-up/index',
    see: '.set-up-confirm',
  },
]

export const staffScenes: readonly Scene[] = [...deskScenes, ...tillScenes, ...counterScenes]

export function openTill(who: string) {
  return async ({ fill, see }: Screen, bench: Bench): Promise<void> => {
    await fill('.scan-field input', await codeOf(who, bench))
    await see('.settle-confirm')
  }
}

function settle(who: string, yuan: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    await openTill(who)(screen, bench)
    await screen.type(yuan)
    await screen.tap('.settle-confirm')
  }
}

function showPickup(who: string) {
  return async ({ fill, tap }: Screen, bench: Bench): Promise<void> => {
    const { redemptions } = await callerOf(bench.cloud.origin).value('mall.redemptions', {
      as: who,
    })
    await fill('.scan-field input', redemptions[0]?.pickupCode ?? '')
    await tap('.scan-submit')
  }
}

export async function codeOf(who: string, bench: Bench): Promise<string> {
  const { memberCode } = await callerOf(bench.cloud.origin).value('members.code', { as: who })
  return memberCode
}
