/** The figures of the levels that a manager may change. */
import { tierNames } from '../tiers/tier'
import type { FigureField } from './figure-field'

const BY_AMOUNT = 1
const BY_VISITS = 2
const BY_LOYALTY = 3
const BY_ALL = 4

const isOpen = { name: 'method', figures: [BY_AMOUNT, BY_VISITS, BY_LOYALTY, BY_ALL] }
const isByMerit = { name: 'method', figures: [BY_LOYALTY, BY_ALL] }
const isByAll = { name: 'method', figures: [BY_ALL] }
const ends = { name: 'window', figures: [1, 2] }

type Threshold = Omit<FigureField, 'name' | 'label'>

/** One for each level; `of` is the end of its name. */
function steps(of: string, words: string, field: Threshold): readonly FigureField[] {
  const { silver, gold, diamond } = tierNames
  return [
    { ...field, name: `silver${of}`, label: `${silver}${words}` },
    { ...field, name: `gold${of}`, label: `${gold}${words}` },
    { ...field, name: `diamond${of}`, label: `${diamond}${words}` },
  ]
}

const merit = { unit: 'merit', least: 0, most: 1_000 } as const
const paid = { unit: 'fen', least: 100, most: 99_999_900 } as const

export const tierFields: readonly FigureField[] = [
  {
    name: 'method',
    label: '定级方式',
    ...{ unit: 'choice', least: 0, most: 4 },
    choices: ['不开通', '按消费金额', '按每月次数', '按会龄活跃', '综合得分'],
    hint: '消费金额只算实付的钱；十分钟内在同一家店的几笔只算一次',
  },
  {
    name: 'window',
    label: '定级周期',
    ...{ unit: 'choice', least: 0, most: 2, onlyWith: isOpen },
    choices: ['累计全部', '最近 12 个月', '按年度'],
    hint: '累计全部：升上去就不再降；其余每 12 个月看一次能否保级',
  },
  {
    name: 'cycleMonth',
    label: '年度从几月开始',
    ...{ unit: 'monthOfYear', least: 1, most: 12 },
    onlyWith: { name: 'window', figures: [2] },
  },
  ...steps('Fen', '消费满', { ...paid, onlyWith: { name: 'method', figures: [BY_AMOUNT] } }),
  ...steps('Visits', '一个月满', {
    ...{ unit: 'count', least: 1, most: 100 },
    onlyWith: { name: 'method', figures: [BY_VISITS] },
  }),
  ...steps('Merit', '得分满', { unit: 'merit', least: 1, most: 100_000, onlyWith: isByMerit }),
  { name: 'amountWeight', label: '每实付 100 元', ...merit, onlyWith: isByAll },
  {
    name: 'frequencyWeight',
    label: '每月每次消费',
    ...{ ...merit, onlyWith: isByAll },
    hint: '取次数最多的那个月',
  },
  {
    name: 'tenureWeight',
    label: '会龄每个月',
    ...{ ...merit, onlyWith: isByMerit },
    hint: '从第一次消费的那个月算起',
  },
  { name: 'activeWeight', label: '每个有消费的月', ...merit, onlyWith: isByMerit },
  {
    name: 'noticeDays',
    label: '提前提醒',
    ...{ unit: 'days', least: 1, most: 90, onlyWith: ends },
    hint: '等级到期前这么多天，告诉会员还差多少',
  },
  {
    name: 'graceDays',
    label: '宽限期',
    ...{ unit: 'days', least: 0, most: 90, onlyWith: ends },
    hint: '到期后这么多天里补足就保级，过了只降一级',
  },
  ...steps('Lead', '提前抢福利', { unit: 'minutes', least: 0, most: 1_440, onlyWith: isOpen }),
  {
    name: 'contactFrom',
    label: '专属客服',
    ...{ unit: 'choice', least: 0, most: 3, onlyWith: isOpen },
    choices: ['没有', '银卡及以上', '金卡及以上', '钻石卡'],
  },
]
