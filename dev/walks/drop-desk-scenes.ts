import { dropTitles } from './drop-shop'
import type { Scene, Screen } from './scene'

/** Looks after one community with the longest name, and no group yet. */
export const NEW_OWNER = 'demo-shopper-2'
const OWNER = 'demo-owner-1'
const MANAGER = 'demo-manager-1'
const plan = '/community/plan/index'
const byOwner = { as: OWNER, path: '/community/desk/index' }

const planScenes: readonly Scene[] = [
  { as: OWNER, path: plan, name: 'drop-plan', title: '发一场', see: '.plan-look' },
  {
    ...{ as: OWNER, path: plan, name: 'drop-plan-picked', title: '发一场 · 自己选时间' },
    see: '.plan-time',
    act: async ({ tap, tapFirst }) => {
      await tap('.when-chip-picked')
      await tapFirst('.quota-more')
    },
  },
  {
    ...{ as: OWNER, path: plan, name: 'drop-plan-none', title: '发一场 · 一张也没有' },
    see: '.big-button-off',
    act: async ({ page, see }) => {
      await see('.plan-look')
      for (const typed of await page.locator('.quota-typed input').all()) await typed.fill('0')
    },
  },
  {
    ...{ as: OWNER, path: plan, name: 'drop-plan-refused', title: '发一场 · 平台不允许' },
    see: '.plan-refused',
    act: async ({ fill, tap }) => {
      await fill('.plan-title input', '分享到朋友圈领咖啡')
      await tap('.plan-look')
      await tap('.plan-confirm')
    },
  },
  {
    ...{ ...byOwner, name: 'drop-plan-sheet', title: '发一场 · 看看效果', see: '.plan-confirm' },
    act: planInFiveTaps,
  },
  {
    ...{ ...byOwner, name: 'drop-planned', title: '定好了', see: '.plan-done' },
    act: async (screen) => {
      await planInFiveTaps(screen)
      await screen.tap('.plan-confirm')
    },
  },
  {
    ...{ as: NEW_OWNER, path: plan, name: 'drop-plan-first', title: '发一场 · 第一场' },
    see: '.big-button-off',
  },
]

const ownDropScenes: readonly Scene[] = [
  {
    ...{ ...byOwner, name: 'drop-desk-scheduled', title: '社群福利 · 未开始', see: '.drop-change' },
    act: ({ tapFirst }) => tapFirst('.drop-row-scheduled'),
  },
  {
    ...{ ...byOwner, name: 'drop-desk-cancel', title: '取消这一场？', see: '.end-confirm' },
    act: async ({ tap, tapFirst }) => {
      await tapFirst('.drop-row-scheduled')
      await tap('.drop-end')
    },
  },
  {
    ...{ ...byOwner, name: 'drop-desk-change', title: '改这一场', see: '.plan-look' },
    act: async ({ tap, tapFirst }) => {
      await tapFirst('.drop-row-scheduled')
      await tap('.drop-change')
    },
  },
  {
    ...{ ...byOwner, name: 'drop-desk-sold-out', title: '社群福利 · 已抢完', see: '.share-place' },
    act: openNamed(dropTitles.soldOut),
  },
  {
    ...{ ...byOwner, name: 'drop-desk-closed', title: '已提前结束', see: '.end-done' },
    act: async (screen) => {
      await openNamed(dropTitles.open)(screen)
      await screen.tap('.drop-end')
      await screen.tap('.end-confirm')
    },
  },
  {
    ...{ ...byOwner, name: 'drop-desk-over', title: '社群福利 · 已结束', see: '.drop-copy' },
    act: openNamed(dropTitles.open),
  },
  {
    ...{ name: 'community-large', title: '团长工作台 · 大字版', as: NEW_OWNER },
    ...{ path: '/tabs/me/index', see: '.text-large .community-row' },
    act: async ({ tap }) => {
      await tap('.large-text')
      await tap('.me-row-community')
    },
  },
  {
    ...{ name: 'drop-plan-large', title: '发一场 · 大字版', as: MANAGER },
    ...{ path: '/tabs/me/index', see: '.text-large .plan-look' },
    act: async ({ tap, page }) => {
      await tap('.large-text')
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, plan)
      await page.reload()
    },
  },
]

/** A drop from its copy to its end, in the story of the community owner's desk. */
export const dropDeskScenes: readonly Scene[] = [...planScenes, ...ownDropScenes]

/** Plan, when, look: the fourth tap confirms. */
async function planInFiveTaps({ tap }: Screen): Promise<void> {
  await tap('.desk-plan')
  await tap('.when-chip-tomorrow')
  await tap('.plan-look')
}

function openNamed(title: string) {
  return ({ page }: Screen): Promise<void> =>
    page.locator('.drop-row:visible', { hasText: title }).first().click()
}
