import type { Bench } from './bench'
import { COLLECTOR } from './drop-shop'
import type { Scene, Screen } from './scene'
import { codeOf } from './staff-scenes'

const MANAGER = 'demo-manager-1'
const templates = '/coupon-desk/templates/index'
const batches = '/coupon-desk/batches/index'

/** A coupon from its figures to members' wallets, and back out of them. */
export const couponDeskScenes: readonly Scene[] = [
  { name: 'coupon-desk', title: '优惠券', as: MANAGER, path: templates, see: '.template-ticket' },
  {
    ...{ name: 'coupon-template-new', title: '新建券模板', as: MANAGER, path: templates },
    ...{ see: '.template-save', act: ({ tap }) => tap('.template-new') },
  },
  {
    ...{ name: 'coupon-form-wrong', title: '券模板 · 没填好', as: MANAGER, path: templates },
    see: '.form-wrong',
    act: async ({ tap, fill }) => {
      await tap('.template-new')
      await tap('.kind-chip-percent')
      await fill('.template-percentOff input', '12')
      await fill('.template-threshold input', '999999')
      await fill('.template-days input', '0')
      await tap('.template-save')
    },
  },
  {
    ...{ name: 'coupon-template-full', title: '券模板 · 各种限制', as: MANAGER, path: templates },
    ...{ see: '.hours-from', act: fillTemplate },
  },
  {
    ...{ name: 'coupon-preview', title: '看看效果', as: MANAGER, path: templates },
    see: '.sample-large',
    act: async (screen) => {
      await fillTemplate(screen)
      await screen.tap('.template-save')
    },
  },
  {
    ...{ name: 'coupon-template-draft', title: '优惠券 · 有草稿', as: MANAGER, path: templates },
    see: '.template-ticket',
  },
  {
    ...{ name: 'coupon-publish', title: '发布？', as: MANAGER, path: templates },
    ...{ see: '.publish-confirm', act: askToPublish },
  },
  {
    ...{ name: 'coupon-published', title: '已发布', as: MANAGER, path: templates },
    see: '.coupon-published',
    act: async (screen) => {
      await askToPublish(screen)
      await screen.tap('.publish-confirm')
    },
  },
  {
    ...{ name: 'coupon-issue', title: '发给会员', as: MANAGER, path: templates },
    see: '.receiver',
    act: addReceivers,
  },
  {
    ...{ name: 'coupon-issue-sheet', title: '各发一张？', as: MANAGER, path: templates },
    see: '.issue-confirm',
    act: async (screen, bench) => {
      await addReceivers(screen, bench)
      await screen.tap('.issue-look')
      await screen.fill('.reason input', '店庆回馈老会员')
    },
  },
  {
    ...{ name: 'coupon-issued', title: '发出去了', as: MANAGER, path: templates },
    see: '.issue-done',
    act: async (screen, bench) => {
      await addReceivers(screen, bench)
      await screen.tap('.issue-look')
      await screen.fill('.reason input', '店庆回馈老会员')
      await screen.tap('.issue-confirm')
    },
  },
  { name: 'coupon-batches', title: '发放记录', as: MANAGER, path: batches, see: '.batch' },
  {
    ...{ name: 'coupon-void', title: '作废这一批？', as: MANAGER, path: batches },
    ...{ see: '.void-confirm', act: ({ tapFirst }) => tapFirst('.batch-issued') },
  },
  {
    ...{ name: 'coupon-voided', title: '已经作废', as: MANAGER, path: batches },
    see: '.void-done',
    act: async ({ tapFirst, fill, tap }) => {
      await tapFirst('.batch-issued')
      await fill('.reason input', '面额写错了，会重新发一张')
      await tap('.void-confirm')
    },
  },
  {
    name: 'coupon-batches-void',
    title: '发放记录 · 已作废',
    as: MANAGER,
    path: batches,
    see: '.batch',
  },
  {
    ...{ name: 'coupon-desk-loading', title: '优惠券 · 加载中', as: MANAGER, path: templates },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ name: 'coupon-template-large', title: '券模板 · 大字版', as: MANAGER },
    ...{ path: '/tabs/me/index', see: '.text-large .template-save' },
    act: async ({ page, tap }) => {
      await tap('.large-text')
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, '/coupon-desk/template/index')
      await page.reload()
    },
  },
]

async function fillTemplate({ tap, fill }: Screen): Promise<void> {
  await tap('.template-new')
  await tap('.kind-chip-percent')
  await fill('.template-title input', '周末早市生鲜八五折')
  await fill('.template-percentOff input', '8.5')
  await fill('.template-capFen input', '30')
  await fill('.template-threshold input', '50')
  await tap('.store-chip-wutong')
  await tap('.weekday-chip-6')
  await tap('.weekday-chip-7')
  await tap('.hours-add')
  await fill('.template-categories input', '水果、蔬菜')
  await tap('.transfer-chip-once')
}

async function askToPublish({ page, tap }: Screen): Promise<void> {
  await page.locator('.template-ticket', { hasText: '周末早市' }).first().click()
  await tap('.template-save')
  await tap('.coupon-publish')
}

async function addReceivers({ page, tap, fill, see }: Screen, bench: Bench): Promise<void> {
  await page.locator('.template-ticket', { hasText: '周末早市' }).first().click()
  await tap('.template-issue')
  const codes = [await codeOf(COLLECTOR, bench), await codeOf('demo-chen', bench)]
  const numbers = codes.map((code) => code.slice(0, 8))
  await fill('.issue-numbers textarea', [...numbers, '00000000', '138'].join('\n'))
  await tap('.issue-add')
  await see('.issue-odd')
  await see('.receiver')
}
