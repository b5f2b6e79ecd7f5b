import { callerOf } from '../harness/cloud-caller'
import { importsOf } from '../harness/import-under-test'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const DAY_MS = 86_400_000
const list = '/books/certificates/index'
const liability = '/books/liability/index'
const dayOf = (on: string) => `/books/certificate/index?on=${on}`
/** The day of the walk, and the one before it. */
const TODAY = '2026-11-21'
const YESTERDAY = '2026-11-20'

const certificateScenes: readonly Scene[] = [
  { name: 'books-empty', title: '每日账平 · 还没有', as: MANAGER, path: list, see: '.notice' },
  {
    name: 'books-list',
    title: '每日账平',
    as: MANAGER,
    path: list,
    see: '.certificate-row',
    act: certifyAnd(async () => {}),
  },
  {
    name: 'books-fine',
    title: '账平证书',
    as: MANAGER,
    path: dayOf(YESTERDAY),
    see: '.paper-fine',
  },
  {
    name: 'books-verified',
    title: '账平证书 · 已复核',
    as: MANAGER,
    path: dayOf(YESTERDAY),
    see: '.verified-fine',
    act: ({ tap }) => tap('.certificate-verify'),
  },
  {
    name: 'books-none',
    title: '账平证书 · 没有这一天',
    as: MANAGER,
    path: dayOf('2020-01-01'),
    see: '.notice',
  },
  {
    name: 'books-off',
    title: '账平证书 · 不符',
    as: MANAGER,
    path: dayOf(TODAY),
    see: '.finding',
    act: certifyAnd(tamper),
  },
]

const rebuildScenes: readonly Scene[] = [
  {
    name: 'books-check',
    title: '核对账户',
    as: MANAGER,
    path: dayOf(TODAY),
    see: '.check-verdict',
    act: ({ tapFirst }) => tapFirst('.finding-check'),
  },
  {
    name: 'books-rebuild',
    title: '按流水重建？',
    as: MANAGER,
    path: dayOf(TODAY),
    see: '.rebuild-confirm',
    act: openRebuild,
  },
  {
    name: 'books-rebuilt',
    title: '已重建',
    as: MANAGER,
    path: dayOf(TODAY),
    see: '.rebuild-done',
    act: async (screen) => {
      await openRebuild(screen)
      await screen.tap('.rebuild-confirm')
    },
  },
]

const liabilityScenes: readonly Scene[] = [
  {
    name: 'liability',
    title: '积分负债',
    as: MANAGER,
    path: liability,
    see: '.liability-waiting',
    act: letOldMembersWait,
  },
  {
    name: 'liability-stores',
    title: '积分负债 · 门店之间',
    as: MANAGER,
    path: liability,
    see: '.liability-export',
    act: async ({ page, see }) => {
      await see('.liability-export')
      await page.locator('.liability-export').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'liability-year',
    title: '积分负债 · 近一年',
    as: MANAGER,
    path: liability,
    see: '.liability-export',
    act: ({ tap }) => tap('.segment-year'),
  },
]

/** The manager's look at the books. They come last: they let a night pass, and tamper. */
export const booksScenes: readonly Scene[] = [
  {
    name: 'liability-empty',
    title: '积分负债 · 还没有',
    as: MANAGER,
    path: liability,
    see: '.notice',
  },
  ...certificateScenes,
  ...rebuildScenes,
  ...liabilityScenes,
]

/** Two phones under which points wait. */
async function letOldMembersWait({ page }: Screen, { cloud }: Bench): Promise<void> {
  const shop = { ...callerOf(cloud.origin), fresh: (word: string) => `${word}-liability` }
  const rows = ['13800001111,1280,2027-03-31', '13800002222,20,2027-06-30']
  await importsOf(shop, MANAGER).run('opening', ['手机号,积分,到期日', ...rows].join('\n'))
  await page.reload()
}

function certifyAnd(prepare: (bench: Bench) => Promise<void>) {
  return async ({ page }: Screen, bench: Bench): Promise<void> => {
    await prepare(bench)
    await callerOf(bench.cloud.origin).fireTimer('audit')
    await page.reload()
  }
}

/** Gives one account what its entries do not know of, and lets a day pass. */
async function tamper({ cloud }: Bench): Promise<void> {
  const caller = callerOf(cloud.origin)
  const { memberId } = await caller.value('members.join', { as: 'demo-shopper-2' })
  const lots = [{ expiresOn: '2027-11-30', points: 98_765 }]
  const update = { $set: { lots, balancePoints: 98_765, debtPoints: 0 } }
  const filter = { _id: memberId }
  await cloud.engine.update('points_accounts', { filter, update, multi: false })
  cloud.clock.advance(DAY_MS)
}

async function openRebuild({ tapFirst, tap, fill }: Screen): Promise<void> {
  await tapFirst('.finding-check')
  await tap('.rebuild-open')
  await fill('.reason input', '余额被人直接改动，已按流水核对')
}
