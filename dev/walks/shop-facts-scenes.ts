import type { Scene, Screen } from './scene'

const OWNER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const facts = '/shop/facts/index'
const store = '/shop/store/index'
const changes = '/shop/changes/index'
const staff = '/roster/staff/index'
const byOwner = { as: OWNER, path: facts } as const

/** The shop's words, from its owner's form to what the list of changes tells. */
const factsStory: readonly Scene[] = [
  {
    ...{ name: 'shop-changes-empty', title: '修改记录 · 还没有', as: OWNER, path: changes },
    see: '.notice',
  },
  { ...byOwner, name: 'shop-facts', title: '店铺资料', see: '.facts-save' },
  {
    ...{ name: 'shop-facts-clerk', title: '店铺资料 · 不是店长', as: CLERK, path: facts },
    see: '.notice',
  },
  {
    ...{ ...byOwner, name: 'shop-facts-loading', title: '店铺资料 · 加载中' },
    ...{ see: '.bone', network: 'loading' },
  },
  {
    ...{ ...byOwner, name: 'shop-facts-cut', title: '店铺资料 · 没有网络' },
    ...{ see: '.trouble-again', network: 'cut' },
  },
  {
    ...{ ...byOwner, name: 'shop-facts-wrong', title: '店铺资料 · 没写店名' },
    see: '.form-problem',
    act: ({ fill }) => fill('.shop-name input', ' '),
  },
  {
    ...{ ...byOwner, name: 'shop-facts-refused', title: '店铺资料 · 不能这样写' },
    see: '.refusal-message',
    act: (screen) => writeNotice(screen, '转发朋友圈领红包'),
  },
  {
    ...{ ...byOwner, name: 'shop-facts-held', title: '店铺资料 · 等审核' },
    see: '.facts-held',
    act: (screen) => writeNotice(screen, '这条待审：周六早上盘点，九点开门'),
  },
  {
    ...{ ...byOwner, name: 'shop-facts-dated', title: '店铺资料 · 公告定了日期' },
    see: '.notice-until',
    act: async ({ fill, tap }) => {
      await fill('.shop-notice textarea', '周六早上盘点，九点开门')
      await tap('.notice-when-chip-dated')
    },
  },
]

/** One store, and one that opens. */
const storeStory: readonly Scene[] = [
  {
    ...{ name: 'shop-store', title: '门店资料', as: OWNER, path: `${store}?storeId=hebin` },
    see: '.store-save',
  },
  {
    ...{ name: 'shop-store-foreign', title: '门店资料 · 不由她负责', as: OWNER },
    ...{ path: `${store}?storeId=north`, see: '.notice' },
  },
  {
    ...{ name: 'shop-store-wrong', title: '门店资料 · 填错', as: OWNER },
    ...{ path: `${store}?storeId=hebin`, see: '.form-problem' },
    act: async ({ fill }) => {
      await fill('.store-name input', '梧桐里店')
      await fill('.store-phone input', '5555 0102')
      await fill('.store-place input', '公交站对面')
    },
  },
  {
    ...{ ...byOwner, name: 'shop-store-saved', title: '店铺资料 · 多了一家门店' },
    see: '.shop-store:nth-child(3)',
    act: async ({ fill, tap, see }) => {
      await tap('.store-new')
      await see('.store-save')
      await fill('.store-name input', '湖畔店')
      await fill('.store-address input', '湖畔路 6 号底商')
      await fill('.store-hours input', '每天 08:00–20:00')
      await tap('.store-save')
    },
  },
  { name: 'shop-changes', title: '修改记录', as: OWNER, path: changes, see: '.shop-change' },
]

/** Who serves where, and one who leaves. */
const staffStory: readonly Scene[] = [
  { name: 'staff-list', title: '员工管理', as: OWNER, path: staff, see: '.staff-person' },
  {
    ...{ name: 'staff-list-clerk', title: '员工管理 · 不是店长', as: CLERK, path: staff },
    see: '.notice',
  },
  {
    ...{ name: 'staff-end', title: '移除？', as: OWNER, path: staff, see: '.end-confirm' },
    act: ({ tapFirst }) => tapFirst('.staff-person-open'),
  },
  {
    ...{ name: 'staff-ended', title: '已移除', as: OWNER, path: staff, see: '.end-done' },
    act: async ({ tapFirst, tap }) => {
      await tapFirst('.staff-person-open')
      await tap('.end-confirm')
    },
  },
]

export const shopFactsScenes: readonly Scene[] = [...factsStory, ...storeStory, ...staffStory]

async function writeNotice({ fill, tap }: Screen, text: string): Promise<void> {
  await fill('.shop-notice textarea', text)
  await tap('.facts-save')
}
