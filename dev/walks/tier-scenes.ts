import type { Scene } from './scene'

const SHOPPER = 'demo-shopper-1'
const MANAGER = 'demo-manager-1'
const levels = '/tiers/levels/index'
const rule = '/rules/rule/index?ruleId=member-tiers'

/** Levels: as their member sees them, and as a manager sets them up. */
export const tierScenes: readonly Scene[] = [
  { name: 'tiers', title: '会员等级', as: SHOPPER, path: levels, see: '.levels-level' },
  {
    name: 'tiers-plain',
    title: '会员等级 · 普通',
    as: 'demo-zhao',
    path: levels,
    see: '.levels-level',
  },
  {
    name: 'tiers-right',
    title: '会员等级 · 一项权益',
    as: SHOPPER,
    path: levels,
    see: '.levels-right-text',
    act: ({ tapFirst }) => tapFirst('.levels-right'),
  },
  {
    name: 'tiers-loading',
    title: '会员等级 · 加载',
    as: 'demo-sun',
    path: levels,
    see: '.bone',
    network: 'loading',
  },
  {
    name: 'tiers-cut',
    title: '会员等级 · 没网',
    as: 'demo-sun',
    path: levels,
    see: '.trouble-again',
    network: 'cut',
  },
  { name: 'tiers-rule', title: '会员等级 · 规则', as: MANAGER, path: rule, see: '.rule-form' },
  {
    name: 'tiers-rule-preview',
    title: '会员等级 · 谁会变',
    as: MANAGER,
    path: rule,
    see: '.moves-card',
    act: async ({ fill, tap, see }) => {
      await fill('.rule-field-silverFen input', '500')
      await tap('.rule-preview')
      await see('.moves-card')
    },
  },
]
