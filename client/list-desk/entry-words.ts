import type { ShownListState } from '@shared/lists/list'
import { yuanText } from '../format'
import { entryStateWords, isCollected, itemText, quantityText } from '../parts/list-words'
import type { DeskEntry } from './entries.store'

type Line = DeskEntry['lines'][number]

/** `草莓 · 大盒 2 份`, with what it got where that is less. */
export function lineText(line: Line): string {
  const { quantity, unit, gotQuantity } = line
  const ordered = `${itemText(line)} ${quantityText(quantity, unit)}`
  if (gotQuantity === null || gotQuantity === quantity) return ordered
  return gotQuantity === 0 ? `${ordered}（没有分到）` : `${ordered}（分到 ${gotQuantity}）`
}

/** How an entry stands for whoever looks after the list. */
export function entryState(entry: DeskEntry): { text: string; tone: 'open' | 'gain' | 'plain' } {
  const { state, paymentState, lines, askedBy } = entry
  if (askedBy !== null) return { text: '有人认领', tone: 'open' }
  if (entry.returnFen > 0) return { text: `应退 ¥${yuanText(entry.returnFen)}`, tone: 'open' }
  if (state !== 'joined') return { text: entryStateWords[state], tone: 'plain' }
  const isOwed = paymentState === 'owed'
  if (isCollected(lines)) {
    return isOwed ? { text: '已取，没付', tone: 'open' } : { text: '已取完', tone: 'gain' }
  }
  if (paymentState === 'paid') return { text: '已付', tone: 'gain' }
  return isOwed ? { text: '没付', tone: 'open' } : { text: '', tone: 'plain' }
}

/** What may be handed over now: what nobody fetched of an entry, once all of it has its price. */
export function openLines(lines: readonly Line[]): readonly { itemId: string; quantity: number }[] {
  if (!isShared(lines) || unweighedLines(lines).length > 0) return []
  return lines.flatMap(({ itemId, gotQuantity, collectedQuantity }) => {
    const quantity = (gotQuantity ?? 0) - collectedQuantity
    return quantity > 0 ? [{ itemId, quantity }] : []
  })
}

/** She may write down that it is paid: after the cut-off, and of goods that came once weighed. */
export function canMarkPaid(entry: DeskEntry, state: ShownListState | undefined): boolean {
  const isClosed = state === 'ordered' || state === 'arrived' || state === 'closed'
  if (!isClosed || entry.state !== 'joined' || entry.paymentState !== 'owed') return false
  return !isShared(entry.lines) || unweighedLines(entry.lines).length === 0
}

/** All that it orders has come, or is known not to. */
function isShared(lines: readonly Line[]): boolean {
  return lines.every(({ gotQuantity }) => gotQuantity !== null)
}

/** Lines whose weight is still to be typed. */
export function unweighedLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(
    ({ unit, weighedGrams, gotQuantity }) =>
      unit === 'jin' && weighedGrams === null && gotQuantity !== null && gotQuantity > 0,
  )
}

/** `¥19.90`; what is estimated says so. */
export function payableText(entry: DeskEntry): string {
  return `${isEstimate(entry) ? '约 ' : ''}¥${yuanText(entry.payableFen)}`
}

/** What is still to be taken: less than all of it where a part was paid before. */
export function dueText(entry: DeskEntry): string {
  return `${isEstimate(entry) ? '约 ' : ''}¥${yuanText(entry.dueFen)}`
}

function isEstimate({ lines }: DeskEntry): boolean {
  return lines.some(({ unit, weighedGrams }) => unit === 'jin' && weighedGrams === null)
}
