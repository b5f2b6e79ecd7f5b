import type { Bench } from './bench'
import type { Scene, Screen } from './scene'
import { codeOf } from './staff-scenes'

const MANAGER = 'demo-manager-1'
const list = '/communities/communities/index'
const held = '/moderation/held/index'
const byManager = { as: MANAGER, path: list }
const RULES =
  '1. 每天 9:00–21:00 可以发团购消息。\n2. 加微信 xx 进内部群，价格更低。\n3. 私下交易风险自担。'

/** Communities, their drops and held texts, as the manager of their store keeps them. */
export const managerCommunityScenes: readonly Scene[] = [
  { ...byManager, name: 'communities', title: '社群', see: '.community-kept' },
  {
    ...{ name: 'held-invitations', title: '待核对的邀请 · 没有', as: MANAGER },
    ...{ path: '/moderation/invitations/index', see: '.notice' },
  },
  {
    ...{ ...byManager, name: 'community-appoint', title: '添加社群' },
    ...{ see: '.community-appoint-confirm', act: ({ tap }) => tap('.community-new') },
  },
  {
    ...{ ...byManager, name: 'community-appoint-refused', title: '添加社群 · 码过期' },
    see: '.community-appoint-refused',
    act: async ({ tap, fill }) => {
      await tap('.community-new')
      await fill('.community-title input', '河滨路老街坊群')
      await fill('.owner-code input', '123456789012345678')
      await tap('.community-appoint-confirm')
    },
  },
  {
    ...{ ...byManager, name: 'community-appointed', title: '社群建好了' },
    see: '.community-appoint-done',
    act: async ({ tap, fill }, bench) => {
      await tap('.community-new')
      await fill('.community-title input', '梧桐里三号楼爱喝豆浆的街坊邻居们互助群')
      await fill('.owner-code input', await codeOf('demo-shopper-2', bench))
      await tap('.community-appoint-confirm')
    },
  },
  {
    ...{ ...byManager, name: 'community-kept', title: '社群 · 店长看', see: '.kept-pause' },
    act: ({ tapFirst }) => tapFirst('.community-kept'),
  },
  {
    ...{ ...byManager, name: 'community-budget', title: '每月可以发多少张', see: '.budget-done' },
    act: async ({ tapFirst, tap, fill }) => {
      await tapFirst('.community-kept')
      await tap('.kept-budget')
      await fill('.budget-count input', '300')
      await tap('.budget-confirm')
    },
  },
  {
    ...{ ...byManager, name: 'community-hand-over', title: '换团长？', see: '.hand-over-done' },
    act: async ({ tapFirst, tap, fill }, bench) => {
      await tapFirst('.community-kept')
      await tap('.kept-hand-over')
      await fill('.owner-code input', await codeOf('demo-wang', bench))
      await tap('.hand-over-confirm')
    },
  },
  {
    ...{ ...byManager, name: 'community-desk-empty', title: '团长工作台 · 社群已移交' },
    ...{ as: 'demo-shopper-2', path: '/community/desk/index', see: '.notice' },
  },
  {
    ...{ ...byManager, name: 'community-pause', title: '停用？', see: '.pause-confirm' },
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.community-kept')
      await tap('.kept-pause')
    },
  },
  {
    ...{ ...byManager, name: 'community-paused', title: '已停用', see: '.pause-done' },
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.community-kept')
      await tap('.kept-pause')
      await tap('.pause-confirm')
    },
  },
  { ...byManager, name: 'communities-paused', title: '社群 · 有停用的', see: '.community-kept' },
  {
    ...{ name: 'drops-manager', title: '社群福利 · 店长', as: MANAGER },
    ...{ path: '/community/drops/index', see: '.drop-row-open' },
  },
  {
    ...{ name: 'held-empty', title: '待审文字 · 没有', as: MANAGER, path: held, see: '.notice' },
  },
  {
    ...{ name: 'held', title: '待审文字', as: MANAGER, path: held, see: '.held-card' },
    act: async ({ page }, bench) => {
      await holdTexts(bench)
      await page.reload()
    },
  },
  {
    ...{ name: 'held-reject', title: '不通过？', as: MANAGER, path: held, see: '.held-confirm' },
    act: async ({ tapFirst, fill }) => {
      await tapFirst('.held-reject')
      await fill('.reason input', '请去掉加微信的那一句，再发一次')
    },
  },
  {
    ...{ name: 'held-rejected', title: '已退回', as: MANAGER, path: held, see: '.held-done' },
    act: async (screen) => {
      await screen.tapFirst('.held-reject')
      await screen.fill('.reason input', '请去掉加微信的那一句，再发一次')
      await screen.tap('.held-confirm')
    },
  },
  {
    ...{ name: 'held-approve-refused', title: '通过 · 作者改过了', as: MANAGER, path: held },
    ...{ see: '.held-refused', act: approve },
  },
]

async function approve({ tapFirst, tap }: Screen): Promise<void> {
  await tapFirst('.held-approve')
  await tap('.held-confirm')
}

/** What the platform's check was not sure of: no shop of the walks makes it doubt. */
async function holdTexts({ cloud }: Bench): Promise<void> {
  const undecided = { decidedBy: null, decidedByName: null, decidedAt: null, reason: null }
  const common = { authorId: 'walk', authorName: '徐敏', state: 'held', ...undecided }
  const at = cloud.clock.now()
  await cloud.engine.insert('held_texts', [
    {
      ...{ _id: 'walk-held-1', kind: 'communityRules', subjectId: 'gone', field: 'text' },
      ...{ text: RULES, at: at - 3_600_000, ...common },
    },
    {
      ...{ _id: 'walk-held-2', kind: 'drop', subjectId: 'gone', field: 'title' },
      ...{ text: '老板跑路价最后一天', at, ...common },
    },
  ])
}
