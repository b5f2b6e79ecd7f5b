import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene } from './scene'
import { FRESH } from './shopper-scenes'

/** Six days in a row, today's is still to come. */
const STREAK = 'demo-shopper-2'
const DONE = 'demo-chen'
const STAFF = 'demo-staff-1'
const MANAGER = 'demo-manager-1'
const month = '/checkin/month/index'
const home = '/tabs/home/index'
const me = '/tabs/me/index'

const streak = { as: STREAK, path: month, see: '.streak' }

/** The check-in in every state, as a shopper has it, and the code that staff show. */
export const checkinScenes: readonly Scene[] = [
  { ...streak, name: 'checkin-streak', title: '签到 · 连续六天，今天还没签' },
  { ...streak, name: 'checkin-first', title: '签到 · 第一天', as: FRESH },
  {
    ...streak,
    ...{ name: 'checkin-missed', title: '签到 · 漏了一天', see: '.day-mend' },
    act: ({ tapFirst }) => tapFirst('.day-mendable'),
  },
  {
    ...streak,
    ...{ name: 'checkin-make-up', title: '签到 · 用补签卡', see: '.makeup-confirm' },
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.day-mendable')
      await tap('.day-mend')
    },
  },
  {
    ...streak,
    ...{ name: 'checkin-large', title: '签到 · 大字版', path: me, see: '.text-large .streak' },
    act: async ({ tap }) => {
      await tap('.large-text')
      await tap('.me-row-checkin')
    },
  },
  {
    ...streak,
    ...{ name: 'checkin-before', title: '签到 · 上个月', see: '.calendar[data-month="2026-10"]' },
    act: ({ tap }) => tap('.month-before'),
  },
  {
    ...streak,
    ...{ name: 'checkin-code-wrong', title: '签到 · 到店码不对', see: '.store-refused' },
    act: async ({ fill, tap }) => {
      await fill('.store-code-field input', '12345678')
      await tap('.store-code-send')
    },
  },
  {
    ...streak,
    ...{ name: 'checkin-loading', title: '签到 · 加载中', see: '.bone', network: 'loading' },
  },
  {
    ...streak,
    ...{ name: 'checkin-cut', title: '签到 · 没有网络', see: '.trouble-again', network: 'cut' },
  },
  {
    ...streak,
    ...{ name: 'checkin-offline', title: '签到 · 断网', see: '.trouble-banner' },
    ...{ network: 'offline', seeBefore: '.streak' },
  },
  {
    ...streak,
    name: 'checkin-visitor',
    title: '签到 · 还没入会',
    as: 'demo-new',
    see: '.trouble-join',
  },
  {
    ...{ name: 'home-streak', title: '首页 · 今天还没签到', as: STREAK, path: home },
    see: '.tile-checkin',
  },
  {
    ...{ name: 'home-checked-in', title: '首页 · 一点就签到', as: DONE, path: home },
    see: '.tile-done',
    act: ({ tap }) => tap('.tile-checkin'),
  },
  { ...streak, name: 'checkin-done', title: '签到 · 今天签了', as: DONE, see: '.press-done' },
  {
    ...streak,
    ...{ name: 'checkin-mended', title: '签到 · 补签好了', see: '.makeup-done' },
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.day-mendable')
      await tap('.day-mend')
      await tap('.makeup-confirm')
    },
  },
  {
    ...streak,
    ...{ name: 'checkin-store', title: '签到 · 到店', see: '.press-done' },
    act: async ({ fill, tap }, bench) => {
      await fill('.store-code-field input', await storeCodeOf(bench))
      await tap('.store-code-send')
    },
  },
  {
    ...{ name: 'store-code', title: '店员 · 今天的签到码', as: STAFF },
    ...{ path: '/staff/store-code/index', see: '.store-code-digits' },
  },
  {
    ...{ name: 'store-code-manager', title: '店长 · 选门店的签到码', as: MANAGER },
    ...{ path: '/staff/store-code/index', see: '.store-code-digits' },
    act: ({ tapFirst }) => tapFirst('.segment'),
  },
]

async function storeCodeOf(bench: Bench): Promise<string> {
  const { value } = callerOf(bench.cloud.origin)
  return (await value('checkin.storeCode', { as: STAFF })).storeCode
}
