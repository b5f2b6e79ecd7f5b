import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { memberDeskScenes } from './member-desk-scenes'
import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const desk = '/manager/desk/index'

const deskScenes: readonly Scene[] = [
  { name: 'manager-desk', title: '店长工作台', as: MANAGER, path: desk, see: '.ways' },
  {
    name: 'manager-desk-clerk',
    title: '店长工作台 · 不是店长',
    as: CLERK,
    path: desk,
    see: '.notice',
  },
]

const reach = '/messages/reach/index'
const reachScenes: readonly Scene[] = [
  { name: 'reach', title: '微信触达', as: MANAGER, path: reach, see: '.reach-kind-drop' },
  { name: 'reach-clerk', title: '微信触达 · 不是店长', as: CLERK, path: reach, see: '.notice' },
]

const account = '/accounts/account/index'
const accountScenes: readonly Scene[] = [
  { name: 'manager-find', title: '会员积分', as: MANAGER, path: account, see: '.find-member' },
  {
    name: 'manager-account',
    title: '会员积分 · 查到',
    as: MANAGER,
    path: account,
    see: '.account-card',
    act: findMember('demo-shopper-1'),
  },
  {
    name: 'manager-account-nobody',
    title: '会员积分 · 查无此人',
    as: MANAGER,
    path: account,
    see: '.notice',
    act: async ({ fill, tap }) => {
      await fill('.find-number input', '00000000')
      await tap('.find-submit')
    },
  },
  {
    name: 'manager-adjust-missing',
    title: '扣减 · 积分不足',
    as: MANAGER,
    path: account,
    see: '.adjust-refused',
    act: adjust('demo-shopper-2', 'take', '999'),
  },
  {
    name: 'manager-adjust-waits',
    title: '增加 · 数额较大',
    as: MANAGER,
    path: account,
    see: '.adjust-done',
    act: adjust('demo-chen', 'give', '5000'),
  },
  {
    name: 'manager-freeze',
    title: '暂停使用积分？',
    as: MANAGER,
    path: account,
    see: '.freeze-confirm',
    act: async (screen, bench) => {
      await findMember('demo-zhou')(screen, bench)
      await screen.tap('.account-freeze')
    },
  },
  {
    name: 'manager-frozen',
    title: '会员积分 · 已暂停',
    as: MANAGER,
    path: account,
    see: '.account-frozen',
    act: async (screen, bench) => {
      await findMember('demo-zhou')(screen, bench)
      await screen.tap('.account-freeze')
      const reason = '同一张小票登记了两次，正在和收银台的存根逐笔核对，核对完马上恢复，请稍等几天'
      await screen.fill('.reason input', reason)
      await screen.tap('.freeze-confirm')
    },
  },
]

const list = '/accounts/adjustments/index'
const adjustmentScenes: readonly Scene[] = [
  {
    name: 'manager-adjustments',
    title: '人工调整记录',
    as: MANAGER,
    path: list,
    see: '.adjustment',
  },
  {
    name: 'manager-decide',
    title: '这笔调整',
    as: MANAGER,
    path: list,
    see: '.decide-approve',
    act: ({ tapFirst }) => tapFirst('.adjustment-waiting'),
  },
  {
    name: 'manager-decide-own',
    title: '不能同意自己的',
    as: MANAGER,
    path: list,
    see: '.decide-refused',
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.adjustment-waiting')
      await tap('.decide-approve')
    },
  },
]

const merges = '/merging/merges/index'
const mergeScenes: readonly Scene[] = [
  { name: 'manager-merges', title: '合并会员', as: MANAGER, path: merges, see: '.new-merge' },
  {
    name: 'manager-merge-preview',
    title: '合并这两个会员？',
    as: MANAGER,
    path: merges,
    see: '.merge-confirm',
    act: previewMerge('demo-wang', 'demo-shopper-2'),
  },
  {
    name: 'manager-merge-refused',
    title: '合并会员 · 店员',
    as: MANAGER,
    path: merges,
    see: '.merge-refused',
    act: previewMerge('demo-staff-1', 'demo-shopper-2'),
  },
  {
    name: 'manager-merge-undo',
    title: '撤销这次合并？',
    as: MANAGER,
    path: merges,
    see: '.undo-confirm',
    act: async (screen, bench) => {
      await previewMerge('demo-wu', 'demo-shopper-2')(screen, bench)
      await screen.fill('.reason input', '换了手机号，两个微信是同一个人')
      await screen.tap('.merge-confirm')
      await screen.tap('.merge-done')
      await screen.tapFirst('.merge-undoable')
    },
  },
  {
    name: 'home-merged',
    title: '首页 · 已合并',
    as: 'demo-wu',
    path: '/tabs/home/index',
    see: '.notice',
  },
]

/** The manager's area; each page adds its scenes here. */
export const managerScenes: readonly Scene[] = [
  ...deskScenes,
  ...memberDeskScenes,
  ...reachScenes,
  ...accountScenes,
  ...adjustmentScenes,
  ...mergeScenes,
]

function findMember(who: string) {
  return async ({ fill, tap, see }: Screen, bench: Bench): Promise<void> => {
    const { memberCode } = await callerOf(bench.cloud.origin).value('members.code', { as: who })
    await fill('.find-number input', memberCode)
    await tap('.find-submit')
    await see('.account-card')
  }
}

function adjust(who: string, direction: 'give' | 'take', points: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    await findMember(who)(screen, bench)
    await screen.tap('.account-adjust')
    await screen.tap(`.segment-${direction}`)
    await screen.fill('.adjust-points input', points)
    await screen.fill('.reason input', '补记上周团购漏登的消费')
    await screen.tap('.adjust-confirm')
  }
}

function previewMerge(from: string, into: string) {
  return async ({ fill, tap }: Screen, bench: Bench): Promise<void> => {
    const { value } = callerOf(bench.cloud.origin)
    const codeOf = async (as: string) => (await value('members.code', { as })).memberCode
    await fill('.merge-from input', await codeOf(from))
    await fill('.merge-to input', await codeOf(into))
    await tap('.merge-preview')
  }
}
