import type { Scene } from './scene'

const SHOPPER = 'demo-shopper-1'

/** What a member allows, and the sheet that stands for WeChat's. */
export const reminderScenes: readonly Scene[] = [
  {
    name: 'reminders',
    title: '消息提醒',
    as: SHOPPER,
    path: '/messages/inbox/index',
    see: '.reminder-kind-drop',
    act: ({ tap }) => tap('.to-reminders'),
  },
  {
    name: 'reminders-sheet',
    title: '消息提醒 · 授权弹窗',
    as: SHOPPER,
    path: '/messages/reminders/index',
    see: '.stand-in-allow',
    act: ({ tap }) => tap('.reminder-kind-pickup .reminders-more'),
  },
  {
    name: 'reminders-more',
    title: '消息提醒 · 多了一次',
    as: SHOPPER,
    path: '/messages/reminders/index',
    see: '.reminders-left',
    act: async ({ tap }) => {
      await tap('.reminder-kind-pickup .reminders-more')
      await tap('.stand-in-allow')
    },
  },
  {
    name: 'reminders-offline',
    title: '消息提醒 · 没有网络',
    as: SHOPPER,
    path: '/messages/reminders/index',
    see: '.trouble-again',
    network: 'cut',
  },
]
