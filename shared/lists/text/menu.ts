/** The owner's own words: price lists with their letters, and what else is no entry. */
import { type Folded, shownOf } from './fold'
import { addLabel, type Goods, mentionIn } from './goods'
import type { Stretch } from './message'
import { tokensOf } from './tokens'
import { price } from './vocabulary'

/** `A. 草莓`, `①草莓`, `J 鸡胸`, `1号草莓`. */
const labelled = /^[ ]*(?:([a-z])|([①-⑳])|(\d{1,2})[ ]*号)[ .、:)-]*/
const MAX_MENU_LETTERS = 200

/** An item of the list behind a letter: from now on the letter names it. */
export function learnLabel(text: Folded, goods: Goods, [from, to]: Stretch): void {
  const line = text.key.slice(from, Math.min(to, from + MAX_MENU_LETTERS))
  const found = labelled.exec(line)
  if (!found) return
  const [whole, letter, circled, number] = found
  const label = letter ?? circled ?? (number === undefined ? '' : `${number}号`)
  const mention = mentionIn(goods.root, text.key, [from + whole.length, to])
  const [itemId, ...others] = mention?.mention.itemIds ?? []
  const isPart = mention?.mention.rank === 'part' || mention?.mention.rank === 'spec'
  if (itemId === undefined || others.length > 0 || isPart || label === '') return
  addLabel(goods, label, itemId)
}

/** A line of a price list: it begins with goods, and says what they cost. */
export function isMenuLine(text: Folded, goods: Goods, stretch: Stretch): boolean {
  const [from, to] = stretch
  if (to - from > MAX_MENU_LETTERS || !price.test(text.key.slice(from, to))) return false
  const mention = mentionIn(goods.root, text.key, [skipLabel(text.key, from, to), to])
  // 苹果妈妈 is somebody.
  return mention !== null && !/\p{L}/u.test(text.key[mention.to] ?? '')
}

function skipLabel(key: string, from: number, to: number): number {
  const label = /^[\s\-·•*]*(?:[a-z]?[ .、:)]*)(?=\p{Script=Han}|\p{Extended_Pictographic})/u
  return (
    from + (label.exec(key.slice(from, Math.min(to, from + MAX_MENU_LETTERS)))?.[0].length ?? 0)
  )
}

/** Nothing but goods: of a menu without prices. */
export function isGoodsAlone(text: Folded, goods: Goods, [from, to]: Stretch): boolean {
  if (to - from > MAX_MENU_LETTERS) return false
  const tokens = tokensOf(text, goods, [from, to])
  return tokens.length > 0 && tokens.every(({ kind }) => kind === 'item')
}

/** Goods with an amount beside them, and no price: somebody may mean to order. */
export function mayOrder(text: Folded, goods: Goods, [from, to]: Stretch): boolean {
  if (to - from > MAX_MENU_LETTERS) return true
  if (price.test(text.key.slice(from, to))) return false
  const tokens = tokensOf(text, goods, [from, to])
  return tokens.some((token, place) => {
    const next = tokens[place + 1]
    const kinds = [token.kind, next?.kind]
    return kinds.includes('item') && kinds.includes('amount')
  })
}

/** Somebody may have left out a name only: goods, how many, and what it comes to. */
export function hasCounted(text: Folded, goods: Goods, stretch: Stretch): boolean {
  const tokens = tokensOf(text, goods, stretch)
  return tokens.some(
    (token) => token.kind === 'amount' && (token.amount.unit !== null || token.amount.isTimes),
  )
}

export function lineText(text: Folded, [from, to]: Stretch): string {
  return shownOf(text, from, to)
}
