import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { gifts } from '../../shared/contract/gifts'
import { manager } from './people'
import type { Played } from './played'

type Rule = Pick<ParsedInputOf<typeof gifts.saveRule>, 'scene' | 'title' | 'handOver'> & {
  readonly points: number
  readonly when?: Partial<ParsedInputOf<typeof gifts.saveRule>['when']>
}

/** Beside what every new shop gives: one of each kind of care, as this shop would plan it. */
const demoGiftRules: readonly Rule[] = [
  { scene: 'birthday', title: '生日快乐礼', handOver: 'unasked', points: 88 },
  { scene: 'firstPurchase', title: '首单心意', handOver: 'unasked', points: 20 },
  {
    ...{ scene: 'repurchase', title: '第五次见面礼', handOver: 'unasked', points: 50 },
    when: { purchaseNo: 5 },
  },
  { scene: 'upgrade', title: '升级贺礼', handOver: 'unasked', points: 100 },
  {
    ...{ scene: 'holiday', title: '中秋团圆礼', handOver: 'claim', points: 66 },
    when: { holiday: 'zhongqiu', claimDays: 3 },
  },
  {
    ...{ scene: 'holiday', title: '新年第一礼', handOver: 'claim', points: 20 },
    when: { holiday: 'yuandan', claimDays: 3 },
  },
  { scene: 'wakeUp', title: '好久不见', handOver: 'claim', points: 60, when: { silentDays: 180 } },
  { scene: 'referral', title: '新邻首单礼', handOver: 'unasked', points: 50 },
]

/** The manager writes and publishes them now, so that what was before gives nothing. */
export async function publishGiftRules({ ask }: Played): Promise<void> {
  for (const { points, when = {}, ...rule } of demoGiftRules) {
    const gift = { points, couponTemplateIds: [] }
    const wish = { ...rule, gift, when }
    const { ruleId } = await ask(manager, ['gifts', 'saveRule'], wish)
    await ask(manager, ['gifts', 'publishRule'], { ruleId })
  }
}
