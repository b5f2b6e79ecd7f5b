import { isOver } from '@shared/lists/entry-state'
import { yuanText } from '../format'
import { nearText } from '../parts/list-time'
import { entryStateWords, isCollected, orderedText, paymentWords } from '../parts/list-words'
import type { ListShown, MyEntry, ShownItem } from './list.store'
import type { ShownEntry } from './rows'

/** `草莓 ×2，西瓜 1.5斤`: what a row says behind its name. */
export function rowWords(
  { lines }: Pick<ShownEntry, 'lines'>,
  items: ReadonlyMap<string, Pick<ShownItem, 'name' | 'unit'>>,
): string {
  const words = lines.map(({ itemId, quantity }) => {
    const item = items.get(itemId)
    return item ? orderedText(item, quantity) : `×${quantity}`
  })
  return words.join('，')
}

/** How an entry stands that is not simply in: waiting, held, cancelled. */
export function rowState({ state }: Pick<ShownEntry, 'state'>): string {
  return entryStateWords[state]
}

/** What she has to know or do about her own entry, in one sentence. */
export function mineWords(mine: MyEntry, list: ListShown, now: number): string {
  const { state, untilAt } = mine
  if (state === 'awaiting') return '还没有付款，到时没付，名额会让给后面的邻居'
  if (state === 'waiting') return '有人退出就按序号补上，补上了会告诉您'
  if (state === 'held') return untilAt ? `名额给您留到 ${nearText(untilAt, now)}` : '名额给您留着'
  if (state === 'lapsed') return lapsedWords(mine, list, now)
  if (state === 'released') return releasedWords(mine)
  if (isCollected(mine.lines)) return '这一单都取走了'
  if (mine.pickupCode !== null) return '到货了，出示自提码就能取'
  if (list.state === 'running') return '截单前可以改、可以取消，序号不变'
  return '已截单，到货了告诉您'
}

/** No place came, or she did not take it or pay in time: which of them, nobody has kept. */
function lapsedWords({ paymentState }: MyEntry, list: ListShown, now: number): string {
  const step = list.payment === 'online' ? '没有按时确认、付款' : '没有按时确认'
  const money = paymentState === 'refunded' ? '付的钱已退款' : '不用付款'
  const again = isOpen(list, now) ? '，截单前还可以再接' : ''
  return `没有等到名额，或${step}，${money}${again}`
}

/** `已退款` is said only of what went back; what was paid in person is fetched in person. */
function releasedWords({ paymentState, returnFen }: MyEntry): string {
  if (returnFen > 0) return `没有成交，¥${yuanText(returnFen)} 请向店里或团长取回`
  return paymentState === 'refunded' ? '没有成交，付的钱已退款' : '没有成交，不用付款'
}

/** Who gets the money and when, or that it is paid. */
export function payWords(mine: MyEntry, list: Pick<ListShown, 'payment'>): string {
  const words: Readonly<Record<MyEntry['paymentState'], string>> = {
    none: isOver(mine.state) ? '不用付款' : paymentWords[list.payment],
    awaiting: '待付款',
    owed:
      mine.dueFen < mine.payableFen ? `还差 ¥${yuanText(mine.dueFen)}` : paymentWords[list.payment],
    paid: mine.returnFen > 0 ? `已付，¥${yuanText(mine.returnFen)} 请向店里或团长取回` : '已付',
    toReturn: '待退款',
    refunded: '已退款',
  }
  return words[mine.paymentState]
}

/** She may still cancel it. */
export function canCancel(mine: MyEntry, list: ListShown, now: number): boolean {
  return isOpen(list, now) && !isOver(mine.state)
}

/** She may still change it: not while WeChat's sheet may be open with what it came to. */
export function canChange(mine: MyEntry, list: ListShown, now: number): boolean {
  return canCancel(mine, list, now) && mine.state !== 'awaiting'
}

function isOpen({ state, cutOffAt }: ListShown, now: number): boolean {
  return state === 'running' && now < cutOffAt
}

/** Goods that were fetched may be shown to be bad, for a day; the server knows until when. */
export function canReport({ lines }: MyEntry): boolean {
  return lines.some(({ collectedQuantity }) => collectedQuantity > 0)
}

/** What the card in a chat says. */
export function shareTitle({ title, mine }: Pick<ListShown, 'title' | 'mine'>): string {
  if (mine === null || isOver(mine.state)) return title
  return `我是第 ${mine.entryNo} 位 · ${title}`
}
