import { countText, yuanText } from '../format'
import { nearText } from '../parts/list-time'
import type { OwnedList } from './owned.store'

/** What an owner may do with a list now, in the order in which she will want it. */
export type Deed =
  | 'edit'
  | 'publish'
  | 'entries'
  | 'paste'
  | 'totals'
  | 'arrival'
  | 'left'
  | 'export'
  | 'close'
  | 'extend'
  | 'endRepeat'
  | 'withdraw'
  | 'copy'

/** By what became of the list; what would be refused is not offered. */
export function deedsOf(list: OwnedList): readonly Deed[] {
  const { state, isExtended, entryCount, repeatsWeekly } = list
  // Once it is settled next week's list repeats, and this one no more.
  const repeat: readonly Deed[] = repeatsWeekly ? ['endRepeat'] : []
  if (state === 'draft') return ['edit', 'publish', 'withdraw']
  if (state === 'waiting') return ['withdraw', 'copy']
  if (state === 'coming' || state === 'running') {
    const extend: readonly Deed[] = isExtended ? [] : ['extend']
    const withdraw: readonly Deed[] = entryCount === 0 ? ['withdraw'] : []
    const books: readonly Deed[] = ['entries', 'paste', 'totals', 'export']
    return [...books, 'close', ...extend, ...repeat, ...withdraw, 'copy']
  }
  if (state === 'withdrawn') return ['copy']
  if (state === 'failed') return ['entries', 'copy']
  if (state === 'settling') return ['entries', 'totals']
  return ['arrival', 'entries', 'left', 'totals', 'export', 'copy']
}

/** Under its title: how many joined, and what it comes to. */
export function ownedNotes(list: OwnedList, now: number): readonly string[] {
  const { joinedCount, amountFen, cutOffAt, isOwn, ownerName, communityName } = list
  const when = `${nearText(cutOffAt, now)} 截单`
  const sums = `${countText(joinedCount)} 人 · ¥${yuanText(amountFen)}`
  const others = othersText(list)
  return [
    ...(joinedCount > 0 ? [sums] : []),
    ...(others === null ? [] : [others]),
    [when, isOwn ? null : ownerName, communityName].filter((part) => part !== null).join(' · '),
  ]
}

/** Whoever has a number and is not in the sums, and why not; null: nobody. */
export function othersText({ state, entryCount, joinedCount }: OwnedList): string | null {
  const count = entryCount - joinedCount
  if (count <= 0) return null
  const isSettled = ['ordered', 'arrived', 'closed', 'failed'].includes(state)
  return `另有 ${countText(count)} 人${isSettled ? '没有成交' : '候补或待付款'}`
}

/** What it waits for once it was published, for whoever published it. */
export function waitingText({
  textState,
  goodsState,
}: Pick<OwnedList, 'textState' | 'goodsState'>): string {
  const parts = [
    ...(goodsState === 'held' ? ['有新东西要店长看过'] : []),
    ...(textState === 'held' ? ['文字或图片还在审核'] : []),
  ]
  return [...parts, '通过了就自动发布'].join('，')
}

/** What is left to do about it, a few words each; none: nothing. */
export function openTexts({
  state,
  textState,
  unpaidCount,
  uncollectedCount,
}: OwnedList): readonly string[] {
  if (textState === 'held') return ['文字图片待审']
  if (textState === 'rejected') return ['文字图片没通过']
  if (state === 'ordered') return ['等到货登记']
  if (state !== 'arrived') return []
  return [
    ...(uncollectedCount > 0 ? [`${uncollectedCount} 人没取`] : []),
    ...(unpaidCount > 0 ? [`${unpaidCount} 人没付`] : []),
  ]
}
