import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { goTo } from './list-scenes'
import { LIST_OWNER, listIdOf, listTitles } from './list-shop'
import type { Scene, Screen } from './scene'

const SHOPPER = 'demo-shopper-1'
const MANAGER = 'demo-manager-1'
const desk = '/list-desk/lists/index'
const home = '/tabs/home/index'

const pasted = [
  '#接龙',
  '周日草莓',
  '',
  '1. 王姐 红颜草莓2盒',
  '2. 505 2',
  '3. 小李 蓝莓1',
  '4. 老周 同上',
  '大家快点接龙，六点截单',
].join('\n')

/** An owner's day with lists: written, looked after, settled, handed over. */
export const listDeskScenes: readonly Scene[] = [
  { name: 'owned-lists', title: '我的接龙', as: LIST_OWNER, path: desk, see: '.owned-row' },
  { name: 'owned-none', title: '我的接龙 · 空', as: MANAGER, path: desk, see: '.list-new' },
  { name: 'owned-stranger', title: '我的接龙 · 不是团长', as: SHOPPER, path: desk, see: '.notice' },
  {
    ...{ name: 'owned-cut', title: '我的接龙 · 断网', as: LIST_OWNER, path: desk },
    ...{ seeBefore: '.owned-row', see: '.trouble-banner, .trouble-again', network: 'offline' },
  },
  {
    ...{ name: 'list-edit', title: '发起接龙', as: LIST_OWNER },
    ...{ path: '/list-desk/edit/index', see: '.edit-item' },
  },
  {
    ...{ name: 'list-edit-filled', title: '发起接龙 · 写好了', as: LIST_OWNER },
    ...{ path: '/list-desk/edit/index', see: '.saved-tag-saved', act: writeList },
  },
  {
    ...{ name: 'list-copied', title: '照上次再来一单', as: LIST_OWNER, path: desk },
    ...{ see: '.edit-item', act: ({ tap }) => tap('.list-again') },
  },
  onKept('list-preview', '接龙 · 预览', {
    ...{ words: listTitles.draft, see: '.list-publish', act: ({ tap }) => tap('.deed-publish') },
  }),
  onKept('list-published', '接龙 · 发布了', {
    ...{ words: listTitles.draft, see: '.published-go' },
    act: async ({ tap }) => {
      await tap('.deed-publish')
      await tap('.list-publish')
    },
  }),
  onKept('kept-list', '管理接龙', { words: listTitles.berries, see: '.deed-close' }),
  onKept('kept-close', '管理接龙 · 现在截单', {
    ...{
      words: listTitles.berries,
      see: '.list-close-confirm',
      act: ({ tap }) => tap('.deed-close'),
    },
  }),
  onKept('kept-extend', '管理接龙 · 延长', {
    ...{
      words: listTitles.berries,
      see: '.list-extend-confirm',
      act: ({ tap }) => tap('.deed-extend'),
    },
  }),
  onKept('kept-export', '管理接龙 · 导出', {
    ...{ words: listTitles.berries, see: '.export-take', act: ({ tap }) => tap('.deed-export') },
  }),
  onKept('list-totals', '接龙 · 汇总', {
    ...{ words: listTitles.berries, see: '.total-sum', act: ({ tap }) => tap('.deed-totals') },
  }),
]

/** Entries, what was pasted, what arrived. */
export const listBookScenes: readonly Scene[] = [
  onKept('list-entries', '接龙名单', {
    ...{ words: listTitles.berries, see: '.desk-entry', act: ({ tap }) => tap('.deed-entries') },
  }),
  inEntries('list-entries-open', '接龙名单 · 截单前没付', {
    see: '.pay-later',
    act: ({ tap }) => tap('.segment-unpaid'),
  }),
  onKept('list-entries-unpaid', '接龙名单 · 没付', {
    ...{ words: listTitles.eggs, see: '.mark-paid' },
    act: async ({ tap, tapFirst, see }) => {
      await tap('.deed-entries')
      await see('.desk-entry')
      await tap('.segment-unpaid')
      await see('.mark-paid')
      await tapFirst('.desk-entry')
    },
  }),
  onKept('list-entry-weigh', '接龙名单 · 先称重', {
    ...{ words: listTitles.toOwner, see: '.weigh-send' },
    act: async ({ tap, page }) => {
      await tap('.deed-entries')
      await page.locator('.desk-entry:visible', { hasText: '花甲' }).first().click()
    },
  }),
  onKept('list-left-owner', '接龙 · 还没取的，付给团长', {
    ...{ words: listTitles.toOwner, see: '.left-due', act: ({ tap }) => tap('.deed-left') },
  }),
  inEntries('list-entries-asked', '接龙名单 · 认领', {
    see: '.claim-yes',
    act: async ({ tap, tapFirst }) => {
      await tap('.segment-asked')
      await tapFirst('.desk-entry')
    },
  }),
  inEntries('list-entry', '接龙名单 · 一位', {
    see: '.change-for',
    act: ({ page }) => page.locator('.desk-entry:visible', { hasText: '代接' }).first().click(),
  }),
  inEntries('list-for', '代接龙', {
    see: '.for-send',
    act: async ({ tap, fill }) => {
      await tap('.entries-join-for')
      await fill('.for-name input', '4栋许老师')
      await tap('.for-i1-more')
    },
  }),
  onKept('list-paste', '粘贴接龙', {
    ...{ words: listTitles.berries, see: '.paste-read', act: openPaste },
  }),
  onKept('list-doubt', '粘贴接龙 · 拿不准的', {
    ...{ words: listTitles.berries, see: '.doubt-reason' },
    act: async (screen) => {
      await openPaste(screen)
      await screen.tap('.paste-read')
    },
  }),
  onKept('list-read', '粘贴接龙 · 读出来了', {
    ...{ words: listTitles.berries, see: '.paste-take', act: readPaste },
  }),
  onKept('list-taken', '粘贴接龙 · 收下了', {
    ...{ words: listTitles.berries, see: '.paste-result' },
    act: async (screen) => {
      await readPaste(screen)
      await screen.tap('.paste-take')
    },
  }),
  onKept('list-arrival', '到货登记', {
    ...{ words: listTitles.vegetables, isLast: true, see: '.arrival-less', act: typeArrival },
  }),
  onKept('list-arrive', '到货登记 · 核对', {
    ...{ words: listTitles.vegetables, isLast: true, see: '.arrive-confirm' },
    act: async (screen) => {
      await typeArrival(screen)
      await screen.tap('.arrival-look')
    },
  }),
  onKept('list-shared-out', '到货登记 · 分好了', {
    ...{ words: listTitles.vegetables, isLast: true, see: '.share-out' },
    act: async (screen) => {
      await typeArrival(screen)
      await screen.tap('.arrival-look')
      await screen.tap('.arrive-confirm')
    },
  }),
  onKept('list-left', '接龙 · 还没取的', {
    ...{ words: listTitles.eggs, see: '.left-card', act: ({ tap }) => tap('.deed-left') },
  }),
  {
    ...{ name: 'list-damages-none', title: '坏果包赔 · 空', as: LIST_OWNER },
    ...{ path: '/list-desk/damages/index', see: '.notice' },
  },
  {
    ...{ name: 'list-statement', title: '团长月结', as: LIST_OWNER },
    ...{ path: '/list-desk/statement/index', see: '.owed, .notice' },
  },
  {
    ...{ name: 'list-approvals', title: '待审商品', as: MANAGER },
    ...{ path: '/list-desk/approvals/index', see: '.notice' },
  },
]

interface OnKept {
  readonly words: string
  readonly see: string
  /** Of a weekly one, the one before the newest. */
  readonly isLast?: boolean
  act?(screen: Screen): Promise<void>
}

function onKept(name: string, title: string, { words, see, isLast, act }: OnKept): Scene {
  return {
    ...{ name, title, as: LIST_OWNER, path: home, see },
    act: async (screen, bench) => {
      const listId = isLast ? await settledIdOf(bench, words) : await listIdOf(bench.cloud, words)
      await goTo(screen, `/list-desk/list/index?listId=${listId}`)
      await screen.see('.kept-figures')
      await act?.(screen)
    },
  }
}

async function settledIdOf(bench: Bench, words: string): Promise<string> {
  const caller = callerOf(bench.cloud.origin)
  const { lists } = await caller.value('lists.owned', { as: LIST_OWNER })
  const found = lists.find(
    ({ title, state }) => title.includes(words) && ['ordered', 'arrived'].includes(state),
  )
  return found?.listId ?? ''
}

function inEntries(
  name: string,
  title: string,
  { see, act }: Pick<Scene, 'see'> & { act(screen: Screen): Promise<void> },
): Scene {
  return onKept(name, title, {
    ...{ words: listTitles.berries, see },
    act: async (screen) => {
      await screen.tap('.deed-entries')
      await screen.see('.desk-entry')
      await act(screen)
    },
  })
}

async function writeList({ fill, see }: Screen): Promise<void> {
  await see('.edit-item')
  await fill('.list-title-field input', '周三的小龙虾，现捞现送')
  await fill('.item-name-1 input', '清水小龙虾')
  await fill('.item-price-1 input', '39.9')
  await fill('.item-member-price-1 input', '35')
}

async function openPaste(screen: Screen): Promise<void> {
  await screen.tap('.deed-paste')
  await screen.fill('.paste-text textarea', pasted)
}

/** Doubts are left out one by one. */
async function readPaste(screen: Screen): Promise<void> {
  await openPaste(screen)
  await screen.tap('.paste-read')
  await screen.page.locator('.doubt:visible, .paste-take:visible').first().waitFor()
  while ((await screen.page.locator('.doubt-leave:visible').count()) > 0) {
    await screen.tap('.doubt-leave')
  }
}

async function typeArrival(screen: Screen): Promise<void> {
  await screen.tap('.deed-arrival')
  await screen.fill('.arrived-i1 input', '3')
}
