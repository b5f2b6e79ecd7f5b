import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const search = '/member-desk/find/index'

/** A manager looks for members, and at one of them. */
export const memberDeskScenes: readonly Scene[] = [
  { name: 'find-member', title: '找会员', as: MANAGER, path: search, see: '.notice' },
  {
    name: 'find-member-clerk',
    title: '找会员 · 不是店长',
    as: CLERK,
    path: search,
    see: '.notice',
  },
  {
    ...{ name: 'find-member-named', title: '找会员 · 找到' },
    ...{ as: MANAGER, path: search, see: '.found-member', act: find('秋') },
  },
  {
    ...{ name: 'find-member-nobody', title: '找会员 · 没有找到' },
    ...{ as: MANAGER, path: search, see: '.notice', act: find('没有这个人') },
  },
  {
    network: 'offline',
    ...{ name: 'find-member-cut', title: '找会员 · 连不上', act: find('林') },
    ...{ as: MANAGER, path: search, seeBefore: '.find-member-card', see: '.trouble-again' },
  },
  {
    ...{ name: 'member-shown', title: '会员' },
    ...{ as: MANAGER, path: search, see: '.member-purchases', act: openFirst('林晓') },
  },
  {
    ...{ name: 'member-long-name', title: '会员 · 名字很长' },
    ...{ as: MANAGER, path: search, see: '.member-gifts', act: openFirst('豆浆') },
  },
  {
    name: 'member-noted',
    title: '会员 · 写了备注',
    ...{ as: MANAGER, path: search, see: '.member-note-row' },
    act: async (screen) => {
      await openFirst('陈桂')(screen)
      await screen.fill('.member-note input', '膝盖不好，重的东西请送到门口')
      await screen.tap('.member-note-add')
    },
  },
  {
    name: 'member-note-remove',
    title: '删除这条备注？',
    ...{ as: MANAGER, path: search, see: '.note-remove-confirm' },
    act: async (screen) => {
      await openFirst('陈桂')(screen)
      await screen.tapFirst('.member-note-off')
    },
  },
  {
    name: 'member-private',
    title: '会员 · 看资料要写原因',
    ...{ as: MANAGER, path: search, see: '.reveal-look' },
    act: async (screen) => {
      await openFirst('林晓')(screen)
      await screen.tap('.member-private')
    },
  },
  {
    ...{ name: 'member-nobody', title: '会员 · 查无此人', as: MANAGER, see: '.notice' },
    path: '/member-desk/member/index?memberNumber=00000000',
  },
]

function find(text: string) {
  return async ({ fill, tap }: Screen): Promise<void> => {
    await fill('.find-member-text input', text)
    await tap('.find-member-submit')
  }
}

function openFirst(text: string) {
  return async (screen: Screen): Promise<void> => {
    await find(text)(screen)
    await screen.tapFirst('.found-member')
    await screen.see('.member-points')
  }
}
