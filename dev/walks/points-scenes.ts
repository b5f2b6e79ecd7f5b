import type { Scene } from './scene'

const SHOPPER = 'demo-shopper-1'
/** Her points are frozen by the manager before the walk begins. */
export const FROZEN = 'demo-sun'
const history = '/points/history/index'
const change = '/points/change/index'

/** The books as their member reads them. */
export const pointsScenes: readonly Scene[] = [
  { name: 'points', title: '积分明细', as: SHOPPER, path: history, see: '.entry' },
  { name: 'points-debt', title: '积分明细 · 欠分', as: 'demo-zhao', path: history, see: '.entry' },
  {
    name: 'points-frozen',
    title: '积分明细 · 冻结',
    as: FROZEN,
    path: history,
    see: '.balance-frozen',
  },
  {
    name: 'points-entry',
    title: '一笔积分',
    as: SHOPPER,
    path: history,
    see: '.entry-sums',
    act: ({ tapFirst }) => tapFirst('.entry'),
  },
  {
    name: 'points-change',
    title: '积分为什么变了',
    as: SHOPPER,
    path: change,
    see: '.change-part',
  },
  {
    name: 'points-change-debt',
    title: '积分为什么变了 · 自选日期',
    as: 'demo-zhao',
    path: change,
    see: '.change-dates',
    act: async ({ tap, see }) => {
      await tap('.segment-chosen')
      await see('.change-date')
    },
  },
]
