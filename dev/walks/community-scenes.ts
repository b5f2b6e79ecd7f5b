import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { dropDeskScenes, NEW_OWNER } from './drop-desk-scenes'
import { COLLECTOR, dropTitles, GROUP } from './drop-shop'
import type { Scene, Screen } from './scene'
import { codeOf } from './staff-scenes'

const OWNER = 'demo-owner-1'
const MANAGER = 'demo-manager-1'
const NEW_GROUP = 'walk-group-new'
const LONG_NAME = '梧桐里三号楼爱喝豆浆的街坊邻居们互助群'
const MINUTE_MS = 60_000
const desk = '/community/desk/index'

const byOwner = { as: OWNER, path: desk }
const byNewOwner = { as: NEW_OWNER, path: desk }

const deskScenes: readonly Scene[] = [
  {
    ...{ ...byOwner, name: 'community-desk', title: '团长工作台', see: '.drop-row-open' },
    act: async ({ page, see }, bench) => {
      await useCoupon(bench)
      await page.reload()
      await see('.community-row')
    },
  },
  {
    ...{ ...byOwner, name: 'community-desk-loading', title: '团长工作台 · 加载中' },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ ...byOwner, name: 'community-desk-cut', title: '团长工作台 · 没有网络' },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  {
    ...{ name: 'community-stranger', title: '团长工作台 · 不是团长', path: desk },
    ...{ as: 'demo-shopper-1', see: '.notice' },
  },
  {
    ...{ name: 'me-owner', title: '我的 · 团长', as: OWNER, path: '/tabs/me/index' },
    see: '.me-row-community',
  },
]

const communityScenes: readonly Scene[] = [
  {
    ...{ ...byNewOwner, name: 'community-unbound', title: '社群 · 待绑定', see: '.bind-send' },
    act: async (screen, bench) => {
      await appoint(NEW_OWNER, bench)
      await screen.page.reload()
      await screen.tapFirst('.community-row')
    },
  },
  {
    ...{ ...byNewOwner, name: 'community-bind-no-group', title: '绑定 · 不是从群里来' },
    ...{ see: '.bind-refused', act: confirmBinding },
  },
  {
    ...{ ...byNewOwner, name: 'community-bind-taken', title: '绑定 · 群已有主', group: GROUP },
    ...{ see: '.bind-refused', act: confirmBinding },
  },
  {
    ...{ ...byNewOwner, name: 'community-bind', title: '绑定这个群？', group: NEW_GROUP },
    ...{ see: '.bind-confirm', act: openBindCard },
  },
  {
    ...{ ...byNewOwner, name: 'community-bound', title: '绑好了', group: NEW_GROUP },
    ...{ see: '.bind-done', act: confirmBinding },
  },
  {
    ...{ ...byOwner, name: 'community', title: '社群', see: '.community-rules-link' },
    act: ({ tapFirst }) => tapFirst('.community-row'),
  },
  {
    ...{ ...byOwner, name: 'community-rules', title: '群规', see: '.rules-save' },
    act: openRules,
  },
  {
    ...{ ...byOwner, name: 'community-rules-refused', title: '群规 · 平台不允许' },
    see: '.rules-refused',
    act: async (screen) => {
      await openRules(screen)
      await screen.fill('.rules-text textarea', '把本群卡片转发到三个群，截图找我领一张咖啡券。')
      await screen.tap('.rules-save')
    },
  },
  {
    ...{ ...byOwner, name: 'community-rules-saved', title: '群规已发布', see: '.rules-done' },
    act: async (screen) => {
      await openRules(screen)
      await screen.fill('.rules-text textarea', '请友善交流。群内私下交易，风险自担。')
      await screen.tap('.rules-save')
    },
  },
  {
    ...{ ...byOwner, name: 'community-board', title: '社群成绩', see: '.board-figure' },
    act: async ({ page, tap }) => {
      await page.locator('.community-row', { hasText: '早市' }).click()
      await tap('.community-board-link')
    },
  },
  {
    ...{ ...byNewOwner, name: 'community-board-empty', title: '社群成绩 · 还没有', see: '.notice' },
    act: async ({ tap, tapFirst }) => {
      await tapFirst('.community-row')
      await tap('.community-board-link')
    },
  },
]

/** The community owner's area, from her desk to what came of a drop. */
export const communityStory: readonly Scene[] = [
  ...deskScenes,
  ...communityScenes,
  ...dropDeskScenes,
]

/** The clerk takes a coupon of the drop at the till, so that something was used. */
async function useCoupon({ cloud }: Bench): Promise<void> {
  const { value } = callerOf(cloud.origin)
  const { drops } = await value('drops.list', { as: OWNER })
  const dropId = drops.find(({ title }) => title === dropTitles.soldOut)?.dropId ?? ''
  const { claimed } = await value('drops.show', { as: COLLECTOR, group: GROUP, input: { dropId } })
  await value('communities.enter', { as: COLLECTOR, group: GROUP })
  const { memberCode } = await value('members.code', { as: COLLECTOR })
  const input = { memberCode, billFen: 4_600, couponId: claimed?.couponId ?? '', storeId: 'wutong' }
  const receipt = { tillNo: '1', receiptNo: 'WALK-1' }
  await value('purchases.settle', { as: 'demo-staff-1', input: { ...input, ...receipt } })
}

async function appoint(who: string, bench: Bench): Promise<void> {
  const { value } = callerOf(bench.cloud.origin)
  const memberCode = await codeOf(who, bench)
  const input = { name: LONG_NAME, storeId: 'wutong', memberCode }
  await value('communities.appoint', { as: MANAGER, input })
  bench.cloud.clock.advance(MINUTE_MS)
}

/** As the card opens it: the same page, with where it came from. */
async function openBindCard({ page, tapFirst, see }: Screen): Promise<void> {
  await tapFirst('.community-row')
  await see('.bind-send')
  await page.evaluate(() => {
    window.location.hash = `${window.location.hash}&from=card`
  })
  await page.reload()
  await see('.bind-confirm')
}

async function confirmBinding(screen: Screen): Promise<void> {
  await openBindCard(screen)
  await screen.tap('.bind-confirm')
}

async function openRules({ page, tap }: Screen): Promise<void> {
  await page.locator('.community-row', { hasText: '早市' }).click()
  await tap('.community-rules-link')
}
