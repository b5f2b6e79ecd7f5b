import { join } from 'node:path'
import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const shelf = '/reward-desk/shelf/index'
const photo = join(__dirname, '../seed/photos/coffee.png')

/** A reward from its photo to the mall, and off the shelf again. */
export const rewardDeskScenes: readonly Scene[] = [
  { name: 'reward-shelf', title: '礼品', as: MANAGER, path: shelf, see: '.shelf-row' },
  { name: 'reward-shelf-clerk', title: '礼品 · 不是店长', as: CLERK, path: shelf, see: '.notice' },
  {
    ...{ name: 'reward-shelf-loading', title: '礼品 · 加载中', as: MANAGER, path: shelf },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ name: 'reward-shelf-cut', title: '礼品 · 断网', as: MANAGER, path: shelf },
    ...{ seeBefore: '.shelf-row', see: '.trouble-banner, .trouble-again', network: 'offline' },
  },
  {
    ...{ name: 'reward-shelf-none-off', title: '礼品 · 没有下架的', as: MANAGER, path: shelf },
    ...{ see: '.notice', act: ({ tap }) => tap('.shelf-filter .segment-off') },
  },
  {
    ...{ name: 'reward-form-new', title: '新建礼品', as: MANAGER, path: shelf },
    ...{ see: '.reward-save', act: ({ tap }) => tap('.reward-new') },
  },
  {
    ...{ name: 'reward-form-wrong', title: '新建礼品 · 没填好', as: MANAGER, path: shelf },
    see: '.form-wrong',
    act: async ({ tap, fill }) => {
      await tap('.reward-new')
      await fill('.reward-points input', '0')
      await fill('.reward-day-limit input', '3')
      await tap('.reward-save')
    },
  },
  {
    ...{ name: 'reward-form-full', title: '新建礼品 · 写好了', as: MANAGER, path: shelf },
    ...{ see: '.stored-fill', act: writeReward },
  },
  {
    ...{ name: 'reward-form-refused', title: '新建礼品 · 不合规', as: MANAGER, path: shelf },
    see: '.refusal-close',
    act: async (screen) => {
      await writeReward(screen)
      await screen.fill('.reward-words textarea', '转发到朋友圈就送一份')
      await screen.tap('.reward-save')
    },
  },
  {
    ...{ name: 'reward-stock-first', title: '库存 · 第一次入库', as: MANAGER, path: shelf },
    see: '.stock-confirm',
    act: async (screen) => {
      await writeReward(screen)
      await screen.tap('.reward-save')
      await screen.fill('.stock-count input', '30')
    },
  },
  {
    ...{ name: 'reward-form-waits', title: '礼品 · 图片检测中', as: MANAGER, path: shelf },
    see: '.reward-advice',
    act: async ({ page }) => page.locator('.shelf-row', { hasText: '冷萃' }).first().click(),
  },
  {
    ...{ name: 'reward-form-known', title: '礼品 · 修改', as: MANAGER, path: formOf('eggs') },
    see: '.reward-to-stock',
  },
  {
    ...{ name: 'reward-form-gone', title: '礼品 · 没有找到', as: MANAGER, path: formOf('nothing') },
    see: '.notice',
  },
  {
    ...{ name: 'reward-stock-few', title: '库存 · 减得太多', as: MANAGER, path: formOf('cake') },
    see: '.stock-after',
    act: async ({ tap, fill }) => {
      await tap('.reward-to-stock')
      await tap('.stock-way-chip-out')
      await fill('.stock-count input', '999')
      await fill('.stock-reason input', '冰柜停电，整批报损')
    },
  },
  {
    ...{ name: 'reward-changes-none', title: '改动记录 · 空', as: MANAGER, path: formOf('oil') },
    ...{ see: '.notice', act: ({ tap }) => tap('.reward-to-changes') },
  },
  {
    ...{ name: 'reward-changes', title: '改动记录', as: MANAGER, path: formOf('towel') },
    ...{ see: '.reward-change', act: changeTowel },
  },
  {
    ...{ name: 'reward-off', title: '礼品 · 已下架', as: MANAGER, path: formOf('tote') },
    see: '.shelf-row',
    act: async (screen) => {
      await screen.tap('.reward-shelf-chip-off')
      await screen.tap('.reward-save')
      await goTo(screen, shelf)
      await screen.tap('.shelf-filter .segment-off')
    },
  },
  {
    ...{ name: 'reward-form-large', title: '礼品 · 大字版', as: MANAGER },
    ...{ path: '/tabs/me/index', see: '.text-large .reward-save' },
    act: async (screen) => {
      await screen.tap('.large-text')
      await goTo(screen, formOf('eggs'))
    },
  },
]

function formOf(rewardId: string): string {
  return `/reward-desk/reward/index?rewardId=${rewardId}`
}

async function goTo({ page }: Screen, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
  await page.reload()
}

async function writeReward({ page, tap, fill, see }: Screen): Promise<void> {
  await tap('.reward-new')
  const chooser = page.waitForEvent('filechooser')
  await tap('.reward-photo')
  await (await chooser).setFiles(photo)
  await see('.stored-fill')
  await fill('.reward-title input', '冷萃咖啡一大杯')
  await fill('.reward-words textarea', '前一晚慢慢滴好的，只加冰，当天喝完。')
  await tap('.reward-kind-chip-service')
  await fill('.reward-points input', '420')
  await fill('.reward-worth input', '22')
  await tap('.reward-tier-chip-silver')
  await fill('.reward-limit input', '6')
  await fill('.reward-day-limit input', '1')
}

async function changeTowel({ tap }: Screen, { cloud }: Bench): Promise<void> {
  const caller = callerOf(cloud.origin)
  const input = { rewardId: 'towel', byCount: -3, reason: '受潮的三条不送了' }
  await caller.value('mall.changeStock', { as: MANAGER, input })
  await tap('.reward-to-changes')
}
