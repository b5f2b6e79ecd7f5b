import { yuanText } from '../format'
import { nearText } from '../parts/list-time'
import { entryStateWords, orderedText, paymentWords } from '../parts/list-words'
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
export function rowState({ state, cancelled }: Pick<ShownEntry, 'state' | 'cancelled'>): string {
  return cancelled ? entryStateWords.cancelled : entryStateWords[state]
}

/** What she has to know or do about her own entry, in one sentence. */
export function mineWords(mine: MyEntry, list: ListShown, now: number): string {
  const { state, untilAt } = mine
  if (state === 'awaiting') return '还没有付款，到时没付，名额会让给后面的邻居'
  if (state === 'waiting') return '有人退出就按序号补上，补上了会告诉您'
  if (state === 'held') return untilAt ? `名额给您留到 ${nearText(untilAt, now)}` : '名额给您留着'
  if (state === 'cancelled') return '序号保留，截单前还可以再接'
  if (state === 'lapsed') return '这次没有轮到您，不用付款'
  if (state === 'released') return releasedWords(mine)
  if (mine.pickupCode !== null) return '到货了，出示自提码就能取'
  if (list.state === 'running') return '截单前可以改、可以取消，序号不变'
  return '已截单，到货了告诉您'
}

/** `已退款` is said only of what went back; what was paid in person is fetched in person. */
function releasedWords({ paymentState, returnFen }: MyEntry): string {
  if (returnFen > 0) return `没有成交，¥${yuanText(returnFen)} 请向店里或团长取回`
  return paymentState === 'refunded' ? '没有成交，付的钱已退款' : '没有成交，不用付款'
}

/** Who gets the money and when, or that it is paid. */
export function payWords(mine: MyEntry, list: Pick<ListShown, 'payment'>): string {
  const words: Readonly<Record<MyEntry['paymentState'], string>> = {
    none: paymentWords[list.payment],
    awaiting: '待付款',
    owed:
      mine.dueFen < mine.payableFen ? `还差 ¥${yuanText(mine.dueFen)}` : paymentWords[list.payment],
    paid: mine.returnFen > 0 ? `已付，¥${yuanText(mine.returnFen)} 请向店里或团长取回` : '已付',
    toReturn: '待退款',
    refunded: '已退款',
  }
  return words[mine.paymentState]
}

/** She may still change or cancel it. */
export function canChange(mine: MyEntry, list: ListShown, now: number): boolean {
  const isOpen = list.state === 'running' && now < list.cutOffAt
  return isOpen && ['joined', 'waiting', 'held', 'awaiting'].includes(mine.state)
}

/** Goods that were fetched may be shown to be bad, for a day; the server knows until when. */
export function canReport({ lines }: MyEntry): boolean {
  return lines.some(({ collectedQuantity }) => collectedQuantity > 0)
}

/** What the card in a chat says. */
export function shareTitle({ title, mine }: Pick<ListShown, 'title' | 'mine'>): string {
  if (mine === null || mine.state === 'cancelled') return title
  return `我是第 ${mine.entryNo} 位 · ${title}`
}
