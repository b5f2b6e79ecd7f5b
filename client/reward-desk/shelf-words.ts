import { tierNames } from '@shared/tiers/tier'
import { countText, shortDay, yuanText } from '../format'
import type { RewardChangeRow, ShelfReward } from './rewards.store'

export interface StateWords {
  readonly label: string
  readonly tone: 'shown' | 'waits' | 'off'
}

/** How a reward stands in one word, what asks for her first. */
export function stateOf(reward: ShelfReward): StateWords {
  const { wordsState, pictureState, isOnShelf, totalCount, saleState, saleFromOn } = reward
  if (pictureState === 'rejected') return { label: '图片未通过', tone: 'waits' }
  if (wordsState === 'rejected') return { label: '文字未通过', tone: 'waits' }
  if (!isOnShelf) return { label: '已下架', tone: 'off' }
  if (wordsState === 'held' || pictureState === 'held') return { label: '待审', tone: 'waits' }
  if (pictureState === 'asked') return { label: '图片检测中', tone: 'waits' }
  if (totalCount === 0) return { label: '等待入库', tone: 'waits' }
  if (saleState === 'soldOut') return { label: '已兑完', tone: 'off' }
  if (saleState === 'ended') return { label: '已结束', tone: 'off' }
  if (saleState === 'upcoming') {
    return { label: `${saleFromOn ? shortDay(saleFromOn) : ''}开始`, tone: 'waits' }
  }
  return { label: '兑换中', tone: 'shown' }
}

/** What she can do about it; null: nothing has to be done. */
export function adviceOf(reward: ShelfReward): string | null {
  const { wordsState, pictureState, totalCount } = reward
  if (pictureState === 'rejected') return '照片没有通过内容安全检测，会员看不到它，请换一张'
  if (wordsState === 'rejected') return '文字没有通过审核，会员看不到它，请改一改再保存'
  if (wordsState === 'held') return '文字需要人工看一眼，请到“待审文字”里处理'
  if (pictureState === 'held') return '照片需要人工看一眼，请到“待审文字”里处理'
  if (pictureState === 'asked') return '微信正在检测照片，一般一两分钟，通过后会员就能看到'
  return totalCount === 0 ? '还没有库存，入库后会员就能看到' : null
}

/** `500 积分`, or `500 积分 + ¥9.90`. */
export function costText({ pricePoints, cashFen }: ShelfReward): string {
  const points = `${countText(pricePoints)} 积分`
  return cashFen > 0 ? `${points} + ¥${yuanText(cashFen)}` : points
}

export function stockText({ leftCount, totalCount }: ShelfReward): string {
  const redeemed = totalCount - leftCount
  const left = `剩 ${countText(leftCount)} 份`
  return redeemed > 0 ? `${left}，已兑 ${countText(redeemed)} 份` : left
}

type Change = RewardChangeRow['changes'][number]

const names: Readonly<Record<Change['field'], string>> = {
  ...{ title: '名称', description: '介绍', picture: '照片', kind: '种类' },
  ...{ pricePoints: '积分', cashFen: '另付', worthFen: '店内售价' },
  ...{ limitPerMember: '每人限兑', limitPerDay: '每人每天限兑', tierFrom: '会员等级' },
  ...{ saleFromOn: '开始日期', saleUntilOn: '截止日期', sortOrder: '排序', isOnShelf: '上架' },
  ...{ leftCount: '剩余', totalCount: '累计入库' },
}

/** `积分：从 100 改为 120`; of a new reward `积分：100`. */
export function changeText({ field, before, after }: Change, isNew: boolean): string {
  const name = names[field]
  if (field === 'picture') return isNew || before === '' ? `${name}：已添加` : `${name}：换了一张`
  if (field === 'isOnShelf') return after ? '上架' : '下架'
  if (isNew) return `${name}：${valueText(field, after)}`
  return `${name}：从 ${valueText(field, before)} 改为 ${valueText(field, after)}`
}

export const changeTitles: Readonly<Record<RewardChangeRow['kind'], string>> = {
  made: '新建',
  saved: '修改',
  stock: '库存',
}

function valueText(field: Change['field'], value: Change['after']): string {
  if (value === null || value === '') return '不限'
  if (typeof value === 'number') {
    if (field !== 'cashFen' && field !== 'worthFen') return countText(value)
    return value === 0 ? '没有' : `¥${yuanText(value)}`
  }
  if (value === 'goods') return '实物'
  if (value === 'service') return '服务'
  if (field === 'saleFromOn' || field === 'saleUntilOn') return shortDay(String(value))
  if (value === 'silver' || value === 'gold' || value === 'diamond') return tierNames[value]
  return String(value)
}
