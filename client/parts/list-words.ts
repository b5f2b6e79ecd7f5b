import type {
  BelowThreshold,
  EntryState,
  ListPayment,
  ListUnit,
  ShownListState,
} from '@shared/lists/list'
import { shortYuan, yuanText } from '../format'

/** What a list is called by what becomes of it. */
export const listStateWords: Readonly<Record<ShownListState, string>> = {
  draft: '草稿',
  waiting: '待店长审核',
  coming: '即将开始',
  running: '进行中',
  settling: '正在截单',
  ordered: '已截单，等到货',
  arrived: '可以自提',
  closed: '已结束',
  failed: '未成团',
  withdrawn: '已撤回',
}

/** Of an entry; one that stands as it is has no word of its own. */
export const entryStateWords: Readonly<Record<EntryState, string>> = {
  awaiting: '待付款',
  joined: '',
  waiting: '候补中',
  held: '名额保留中',
  cancelled: '已取消',
  lapsed: '已失效',
  released: '没有成交',
}

export const paymentWords: Readonly<Record<ListPayment, string>> = {
  atPickup: '自提时付',
  toOwner: '付给团长',
  online: '微信支付',
}

export const belowWords: Readonly<Record<BelowThreshold, string>> = {
  release: '没到就不成团，谁都不用付',
  deliver: '没到也照常发货',
  extend: '没到延长一天，再没到就不成团',
}

export const shortageWords = {
  byNumber: '到货不够时，按序号先到先得',
  byTier: '到货不够时，等级高的先得，同级按序号',
} as const

/** `2 份`, `1.5 斤`. */
export function quantityText(quantity: number, unit: ListUnit): string {
  return `${quantity} ${unit === 'piece' ? '份' : '斤'}`
}

/** `草莓 ×2`, `西瓜 1.5斤`: what a numbered row says of one thing. */
export function orderedText(item: { name: string; unit: ListUnit }, quantity: number): string {
  return item.unit === 'piece' ? `${item.name} ×${quantity}` : `${item.name} ${quantity}斤`
}

/** `草莓 · 大盒`. */
export function itemText({ name, spec }: { name: string; spec: string | null }): string {
  return spec ? `${name} · ${spec}` : name
}

/** What of a line a pick-up knows. */
interface FetchedLine {
  readonly gotQuantity: number | null
  readonly collectedQuantity: number
}

/** All of what it got has been fetched. */
export function isCollected(lines: readonly FetchedLine[]): boolean {
  const got = lines.filter(({ gotQuantity }) => gotQuantity !== null && gotQuantity > 0)
  return got.length > 0 && got.every((line) => line.collectedQuantity === line.gotQuantity)
}

/** `19.90`, or `6/斤` for what is weighed. */
export function priceText(fen: number, unit: ListUnit): string {
  return unit === 'piece' ? yuanText(fen) : `${shortYuan(fen)}/斤`
}
