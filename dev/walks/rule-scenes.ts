import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const rule = '/rules/rule/index?ruleId=earn-by-spend'
/** A rule from its figures to the next version. */
export const ruleScenes: readonly Scene[] = [
  {
    name: 'manager-rules',
    title: '积分规则',
    as: MANAGER,
    path: '/rules/rules/index',
    see: '.rule-card',
  },
  { name: 'manager-rule', title: '消费积分', as: MANAGER, path: rule, see: '.rule-form' },
  {
    name: 'manager-rule-wrong',
    title: '消费积分 · 填错',
    as: MANAGER,
    path: rule,
    see: '.rule-problem',
    act: async ({ fill }) => {
      await fill('.rule-field-fenPerPoint input', '0.05')
      await fill('.rule-field-validityMonths input', '0')
      await fill('.rule-field-dayCapPoints input', '99999999')
      await fill('.rule-field-memberDays input', '八号')
    },
  },
  {
    name: 'manager-rule-preview',
    title: '看看效果',
    as: MANAGER,
    path: rule,
    see: '.sample-large',
    act: previewDoubled,
  },
  {
    name: 'manager-rule-publish',
    title: '发布？',
    as: MANAGER,
    path: '/rules/rule-preview/index?ruleId=earn-by-spend',
    see: '.publish-confirm',
    act: ({ tap }) => tap('.rule-publish'),
  },
  {
    name: 'manager-rule-draft',
    title: '消费积分 · 草稿',
    as: MANAGER,
    path: rule,
    see: '.rule-draft-note',
  },
  {
    name: 'manager-rule-published',
    title: '已发布',
    as: MANAGER,
    path: '/rules/rule-preview/index?ruleId=earn-by-spend',
    see: '.rule-published',
    act: async ({ tap }) => {
      await tap('.rule-publish')
      await tap('.publish-confirm')
    },
  },
  {
    name: 'manager-rule-versions',
    title: '所有版本',
    as: MANAGER,
    path: '/rules/rule-versions/index?ruleId=earn-by-spend',
    see: '.rule-version-restore',
  },
  {
    name: 'manager-rule-pay',
    title: '积分抵现',
    as: MANAGER,
    path: '/rules/rule/index?ruleId=pay-with-points',
    see: '.rule-form',
  },
  {
    name: 'manager-rule-rounding',
    title: '抹零',
    as: MANAGER,
    path: '/rules/rule/index?ruleId=rounding',
    see: '.rule-form',
  },
]

async function previewDoubled({ fill, tap }: Screen): Promise<void> {
  await fill('.rule-field-fenPerPoint input', '2')
  await fill('.rule-field-pendingDays input', '7')
  await fill('.rule-field-dayCapPoints input', '800')
  await fill('.rule-field-memberDays input', '8、18、28')
  await fill('.rule-field-memberDayPercent input', '300')
  await tap('.rule-preview')
}
