import type { Input } from '../../shared/contract/contract'
import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'
import { LATE } from './shopper-scenes'

const MANAGER = 'demo-manager-1'
/** Whose birthday is today by the lunar calendar, and whose is in two days. */
const BIRTHDAY = 'walk-birthday'
const SOON = 'walk-birthday-soon'
const rules = '/gift-desk/rules/index'
const calendar = '/gift-desk/calendar/index'
/** `gifts.rehearse` counts for up to eight seconds, and then for the totals once more. */
const REHEARSAL_MS = 30_000
const waiting = '/gifts/waiting/index'

type Rule = Input<'gifts', 'saveRule'>

const tenth = { gift: { points: 20 }, stack: 'highest', handOver: 'claim' } as const
const planned: readonly Rule[] = [
  {
    ...{ scene: 'birthday', title: '生日快乐，一份小礼', handOver: 'claim', stack: 'highest' },
    gift: { points: 88, couponTemplateIds: ['welcome-5'] },
  },
  {
    ...{ ...tenth, scene: 'holiday', title: '店庆三周年，感谢有您' },
    ...{ when: { onDate: '2026-11-23', claimDays: 3 }, budget: { dayCount: 4 } },
  },
  {
    ...{ ...tenth, scene: 'wakeUp', title: '好久不见，回来看看', stack: 'all' },
    when: { silentDays: 5, claimDays: 30 },
  },
]

/** Rules before and after they are in force, the calendar, and what waits for a member. */
export const giftScenes: readonly Scene[] = [
  {
    ...{ name: 'gift-rules-loading', title: '送礼规则 · 加载中', as: MANAGER, path: rules },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ name: 'gift-rules-cut', title: '送礼规则 · 没有网络', as: MANAGER, path: rules },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  { name: 'gift-rules', title: '送礼规则', as: MANAGER, path: rules, see: '.gift-rule-card' },
  {
    ...{ name: 'gift-scenes', title: '什么时候送？', as: MANAGER, path: rules },
    ...{ see: '.gift-scene-wakeUp', act: ({ tap }) => tap('.gift-rule-new') },
  },
  {
    ...{ name: 'gift-rule-new', title: '新规则 · 生日礼', as: MANAGER, path: rules },
    ...{ see: '.gift-save', act: (screen) => begin(screen, 'birthday') },
  },
  {
    ...{ name: 'gift-rule-wrong', title: '新规则 · 没填好', as: MANAGER, path: rules },
    see: '.form-wrong',
    act: async (screen) => {
      await begin(screen, 'repurchase')
      await screen.fill('.gift-purchaseNo input', '1')
      await screen.fill('.gift-points input', '')
      await screen.fill('.gift-total-count input', '1.5')
      await screen.tap('.gift-save')
    },
  },
  {
    ...{ name: 'gift-rule-refused', title: '新规则 · 不能奖励分享', as: MANAGER, path: rules },
    see: '.form-problem',
    act: async (screen) => {
      await begin(screen, 'memberDay')
      await screen.fill('.gift-title input', '分享到群得积分')
      await screen.tap('.gift-save')
      await screen.see('.form-problem')
      await screen.page.locator('.form-problem:visible').first().scrollIntoViewIfNeeded()
    },
  },
  {
    ...{ name: 'gift-rule-holiday', title: '新规则 · 清明', as: MANAGER, path: rules },
    see: '.gift-save',
    act: async (screen) => {
      await begin(screen, 'holiday')
      await screen.tap('.gift-holiday-chip-qingming')
    },
  },
  {
    ...{ name: 'gift-rule-draft', title: '规则 · 存成草稿', as: MANAGER, path: rules },
    see: '.gift-publish',
    act: async (screen) => {
      await begin(screen, 'holiday')
      await screen.tap('.gift-holiday-chip-chunjie')
      await screen.tap('.gift-coupon-chip-welcome-5')
      await screen.tap('.gift-tier-chip-gold')
      await screen.fill('.gift-tags input', '老街坊、宝妈')
      await screen.fill('.gift-total-count input', '200')
      await screen.tap('.gift-save')
    },
  },
  {
    ...{ name: 'gift-publish', title: '发布？', as: MANAGER, path: rules },
    ...{ see: '.gift-publish-confirm', act: askToPublish },
  },
  {
    ...{ name: 'gift-published', title: '已发布', as: MANAGER, path: rules },
    see: '.gift-publish-done',
    act: async (screen) => {
      await askToPublish(screen)
      await screen.tap('.gift-publish-confirm')
    },
  },
  {
    ...{ name: 'gift-rules-many', title: '送礼规则 · 在送的', as: MANAGER, path: rules },
    see: '[data-scene="wakeUp"]',
    act: async ({ page }, bench) => {
      await plan(bench)
      await page.reload()
    },
  },
  {
    ...{ name: 'gift-calendar', title: '送礼日历', as: MANAGER, path: calendar },
    patienceMs: REHEARSAL_MS,
    see: '.gift-given',
  },
  {
    ...{ name: 'gift-calendar-refused', title: '送礼日历 · 不会送的', as: MANAGER, path: calendar },
    patienceMs: REHEARSAL_MS,
    see: '.gift-refused',
    act: async ({ page, tap, see }) => {
      await tap('[data-on="2026-11-23"]')
      await see('.gift-refused')
      await page.locator('.gift-refused:visible').last().scrollIntoViewIfNeeded()
    },
  },
  {
    ...{ name: 'gift-calendar-month', title: '送礼日历 · 二月', as: MANAGER, path: calendar },
    patienceMs: REHEARSAL_MS,
    see: '[data-on="2027-02-06"]',
    act: async ({ tap, see }) => {
      await tap('.gift-span-chip-month')
      // Each month is rehearsed when it is turned to: not two at once.
      await see('[data-on="2026-11-30"]')
      for (const month of ['2026-12', '2027-01', '2027-02']) {
        await tap('.month-after')
        await see(`[data-on="${month}-01"]`)
      }
    },
  },
  {
    ...{ name: 'gift-calendar-cut', title: '送礼日历 · 没有网络', as: MANAGER, path: calendar },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  {
    ...{ name: 'gift-rule-large', title: '规则 · 大字版', as: MANAGER, path: '/tabs/me/index' },
    ...{ see: '.text-large .gift-save', act: (screen) => inLarge(screen, `${ruleOf('holiday')}`) },
  },
  {
    ...{ name: 'gift-calendar-large', title: '送礼日历 · 大字版', as: MANAGER },
    patienceMs: REHEARSAL_MS,
    ...{ path: '/tabs/me/index', see: '.text-large .gift-given' },
    act: (screen) => inLarge(screen, calendar),
  },
  { name: 'gifts-birthday', title: '我的礼物', as: BIRTHDAY, path: waiting, see: '.waiting-claim' },
  {
    ...{ name: 'gifts-home', title: '首页 · 有礼物', as: BIRTHDAY, path: '/tabs/home/index' },
    see: '.open-gift',
  },
  {
    ...{ name: 'gifts-wake-up', title: '我的礼物 · 好久不见', as: LATE, path: waiting },
    ...{ see: '.chip-on', act: ({ tap }) => tap('.wake-reason-chip-notNeeded') },
  },
  {
    ...{ name: 'gifts-refused', title: '我的礼物 · 没有网络', as: BIRTHDAY, path: waiting },
    see: '.waiting-refused',
    act: async ({ goOffline, see, tap }) => {
      await see('.waiting-claim')
      await goOffline()
      await tap('.waiting-claim')
    },
  },
  {
    ...{ name: 'gifts-claimed', title: '我的礼物 · 到账', as: BIRTHDAY, path: waiting },
    ...{ see: '.pack-points', act: ({ tap }) => tap('.waiting-claim') },
  },
]

function ruleOf(scene: string): string {
  return `/gift-desk/rule/index?scene=${scene}`
}

async function begin({ tap }: Screen, scene: string): Promise<void> {
  await tap('.gift-rule-new')
  await tap(`.gift-scene-${scene}`)
}

async function askToPublish({ page, tap }: Screen): Promise<void> {
  await page.locator('.gift-rule-card', { hasText: '春节快乐' }).first().click()
  await tap('.gift-publish')
}

async function inLarge({ page, tap }: Screen, path: string): Promise<void> {
  await tap('.large-text')
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
  await page.reload()
}

/** Two members with birthdays, and rules that meet on one day. */
async function plan({ cloud }: Bench): Promise<void> {
  const caller = callerOf(cloud.origin)
  for (const [who, day, nickname] of [
    [BIRTHDAY, 13, '沈佳音'],
    [SOON, 15, '何小满'],
  ] as const) {
    await caller.value('members.join', { as: who })
    const birthday = { calendar: 'lunar', month: 10, day } as const
    await caller.value('members.updateProfile', { as: who, input: { nickname, birthday } })
  }
  for (const input of planned) {
    const { ruleId } = await caller.value('gifts.saveRule', { as: MANAGER, input })
    await caller.value('gifts.publishRule', { as: MANAGER, input: { ruleId } })
  }
}
