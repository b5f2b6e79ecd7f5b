import type { Bench } from './bench'
import { LIST_OWNER, listIdOf, listTitles } from './list-shop'
import type { Scene, Screen } from './scene'
import { FRESH } from './shopper-scenes'

const SHOPPER = 'demo-shopper-1'
const LONG_NAME = 'demo-shopper-2'
const VISITOR = 'demo-new'
const tab = '/tabs/lists/index'
const list = '/lists/list/index?listId=any'
const pickups = '/lists/mine/index'

/** The tab in each of its views, and with nothing in it. */
const tabScenes: readonly Scene[] = [
  { name: 'lists-running', title: '接龙', as: SHOPPER, path: tab, see: '.list-card' },
  viewed('coming', '接龙 · 即将开始', '.list-card-coming'),
  viewed('over', '接龙 · 已结束', '.list-card'),
  viewed('mine', '接龙 · 我的', '.list-card-mine'),
  { ...viewed('mine', '接龙 · 还没接过', '.lists-look'), name: 'lists-mine-none', as: FRESH },
  {
    name: 'lists-owner',
    title: '接龙 · 团长',
    as: LIST_OWNER,
    path: '/tabs/me/index',
    ...asOwner(),
  },
  {
    ...{ name: 'lists-loading', title: '接龙 · 加载中', as: SHOPPER, path: tab },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ name: 'lists-cut', title: '接龙 · 没有网络', as: SHOPPER, path: tab },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  {
    ...{ name: 'lists-large', title: '接龙 · 大字版', as: SHOPPER, path: '/tabs/me/index' },
    see: '.text-large .list-card',
    act: async (screen) => {
      await screen.tap('.large-text')
      await goTo(screen, tab)
    },
  },
]

function viewed(which: string, title: string, see: string): Scene {
  const act = ({ tap }: Screen) => tap(`.segment-${which}`)
  return { name: `lists-${which}`, title, as: SHOPPER, path: tab, see, act }
}

/** 我的 is where the phone learns that she may begin a list. */
function asOwner() {
  return {
    see: '.lists-desk',
    act: async (screen: Screen) => {
      await screen.see('.me-row-list-desk')
      await goTo(screen, tab)
    },
  }
}

const at = (words: string, as = SHOPPER) => ({ as, path: '/tabs/home/index', act: openList(words) })

/** A list as a shopper, a stranger and its owner see it, from the first look to the pick-up. */
const listScenes: readonly Scene[] = [
  {
    ...{ name: 'list', title: '接龙详情', see: '.numbered', ...at(listTitles.berries) },
  },
  {
    ...{ name: 'list-rows', title: '接龙 · 名单', see: '.numbered-struck' },
    ...{ as: SHOPPER, path: '/tabs/home/index' },
    act: async (screen, bench) => {
      await openList(listTitles.berries)(screen, bench)
      await screen.page.locator('.numbered-struck:visible').first().scrollIntoViewIfNeeded()
    },
  },
  {
    ...{ name: 'list-visitor', title: '接龙 · 还没入会', see: '.list-join' },
    ...at(listTitles.berries, VISITOR),
  },
  acted('list-join-visitor', '接龙 · 入会并接龙', {
    ...{ words: listTitles.berries, as: VISITOR, see: '.order-consent' },
    act: async ({ tap }) => {
      await tap('.list-join')
      await tap('.item-i1-more')
    },
  }),
  acted('list-order', '接龙 · 选份数', {
    ...{ words: listTitles.berries, see: '.order-short' },
    act: async ({ tap }) => {
      await tap('.list-join')
      await tap('.item-i1-more')
      await tap('.item-i1-more')
      await tap('.item-i4-more')
    },
  }),
  acted('list-lost', '接龙 · 提交时断网', {
    ...{ words: listTitles.bread, see: '.order-refused' },
    act: async ({ tap, goOffline, page }) => {
      await tap('.list-join')
      await tap('.item-i1-more')
      await goOffline()
      await tap('.order-confirm')
      await page.locator('.order-refused:visible').waitFor({ timeout: 40_000 })
    },
  }),
  acted('list-joined', '接龙成功', {
    ...{ words: listTitles.bread, see: '.joined' },
    act: async ({ tap }) => {
      await tap('.list-join')
      await tap('.item-i1-more')
      await tap('.order-confirm')
    },
  }),
  { name: 'list-mine', title: '接龙 · 我的那一行', see: '.mine', ...at(listTitles.bread) },
  acted('list-change', '接龙 · 修改', {
    ...{ words: listTitles.bread, see: '.order-confirm' },
    act: ({ tap }) => tap('.mine-change'),
  }),
  acted('list-cancel', '接龙 · 要不要取消', {
    ...{ words: listTitles.bread, see: '.cancel-entry-confirm' },
    act: ({ tap }) => tap('.mine-cancel'),
  }),
  acted('list-cancelled', '接龙 · 取消了', {
    ...{ words: listTitles.bread, see: '.list-join' },
    act: async ({ tap }) => {
      await tap('.mine-cancel')
      await tap('.cancel-entry-confirm')
    },
  }),
  { name: 'list-queued', title: '接龙 · 候补中', see: '.mine-waiting', ...at(listTitles.soldOut) },
  acted('list-queue', '接龙 · 排队', {
    ...{ words: listTitles.soldOut, as: LONG_NAME, see: '.order-queue' },
    act: async ({ tap }) => {
      await tap('.list-join')
      await tap('.sold-out-chip-hold')
    },
  }),
  acted('list-claim', '接龙 · 认领', {
    ...{ words: listTitles.berries, see: '.claim-confirm' },
    act: ({ page }) => page.locator('.numbered:visible', { hasText: '9栋赵姐' }).first().click(),
  }),
  { name: 'list-coming', title: '接龙 · 即将开始', see: '.list-wait', ...at(listTitles.coming) },
  { name: 'list-long', title: '接龙 · 长名字', see: '.list-join', ...at(listTitles.long) },
  { name: 'list-over', title: '接龙 · 到货了', see: '.mine-code', ...at(listTitles.eggs) },
  {
    ...{ name: 'list-owner', title: '接龙 · 团长看', see: '.foot-desk' },
    ...at(listTitles.berries, LIST_OWNER),
  },
  acted('list-poster', '接龙海报', {
    ...{ words: listTitles.berries, see: '.poster-save:not(.big-button-off)' },
    act: ({ tap }) => tap('.foot-poster'),
  }),
  acted('list-large', '接龙 · 大字版', {
    ...{ words: listTitles.berries, path: '/tabs/me/index', see: '.text-large .numbered' },
    act: async () => {},
    before: ({ tap }) => tap('.large-text'),
  }),
  {
    ...{ name: 'list-loading', title: '接龙 · 加载中', as: SHOPPER, path: list },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ name: 'list-cut', title: '接龙 · 没有网络', as: SHOPPER, path: list },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  { name: 'list-gone', title: '接龙 · 旧卡片', as: SHOPPER, path: list, see: '.list-others' },
]

/** What waits for her, and how somebody else may fetch it. */
const pickupScenes: readonly Scene[] = [
  {
    ...{ name: 'list-pickups', title: '接龙自提', as: SHOPPER, path: pickups },
    see: '.list-pickup-ticket',
  },
  {
    ...{ name: 'list-pickups-owner', title: '接龙自提 · 付给团长的', as: 'demo-li', path: pickups },
    see: '.list-pickup-ticket',
  },
  {
    ...{ name: 'list-proxy', title: '接龙自提 · 代取码', as: SHOPPER, path: pickups },
    ...{ see: '.proxy-code', act: ({ tap }) => tap('.proxy-make') },
  },
  {
    ...{ name: 'list-pickups-none', title: '接龙自提 · 空', as: FRESH, path: pickups },
    see: '.pickups-look',
  },
  {
    ...{ name: 'list-pickups-visitor', title: '接龙自提 · 还没入会', as: VISITOR, path: pickups },
    see: '.trouble-join',
  },
  {
    ...{ name: 'list-pickups-offline', title: '接龙自提 · 断网', as: SHOPPER, path: pickups },
    ...{ seeBefore: '.list-pickup-ticket', see: '.trouble-banner', network: 'offline' },
  },
]

export const listShopperScenes: readonly Scene[] = [...tabScenes, ...listScenes, ...pickupScenes]

interface Acted {
  readonly words: string
  readonly as?: string
  readonly path?: string
  readonly see: string
  act(screen: Screen, bench: Bench): Promise<void>
  before?(screen: Screen): Promise<void>
}

function acted(name: string, title: string, acting: Acted): Scene {
  const { words, as = SHOPPER, path = '/tabs/home/index', see, act, before } = acting
  return {
    ...{ name, title, as, path, see },
    act: async (screen, bench) => {
      await before?.(screen)
      await openList(words)(screen, bench)
      await act(screen, bench)
    },
  }
}

export function openList(words: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    const listId = await listIdOf(bench.cloud, words)
    await goTo(screen, `/lists/list/index?listId=${listId}`)
    await screen.see('.list-foot')
  }
}

export async function goTo({ page }: Screen, path: string): Promise<void> {
  await page.locator('.page:visible').last().waitFor()
  await page.evaluate((to) => {
    window.location.hash = to
  }, `#${path}`)
}
