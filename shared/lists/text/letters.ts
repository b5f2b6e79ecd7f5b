/** Goods that are written without their names: by letters of the menu, or by their place. */
import { plainAmount } from './amounts'
import type { Goods } from './goods'
import type { Gap, Letters, Placed, Reading, Token } from './token'

/** `AB各2`: each letter is one of the menu. */
export function lettersAt(goods: Goods, key: string, from: number): Letters | null {
  if (!/[a-z]/.test(key[from] ?? '') || /[a-z]/.test(key[from - 1] ?? '')) return null
  const whole = /[a-z]+/.exec(key.slice(from, from + 40))?.[0] ?? ''
  const run =
    /^[a-z]+x$/.test(whole) && /\d/.test(key[from + whole.length] ?? '')
      ? whole.slice(0, -1)
      : whole
  const isMenu = run.length <= 12 && [...run].every((letter) => goods.letters.has(letter))
  return isMenu && run !== '' ? { kind: 'letters', from, to: from + run.length } : null
}

export function lettersOf({ text, goods }: Reading, { from, to }: Letters, gap: Gap): Token[] {
  return [...text.key.slice(from, to)].map((letter, place): Token => {
    const itemIds = goods.letters.get(letter) ?? new Set<string>()
    const at = { from: from + place, to: from + place + 1 }
    return { kind: 'item', itemIds, rank: 'core', ...at, gap: place === 0 ? gap : 'space' }
  })
}

/** `〔3×2〕`: two of the third item, as `to-text.ts` writes goods that have no clear name. */
export function placedAt({ text, goods, end }: Reading, from: number): Placed | null {
  const found = /^〔(\d{1,2})×(\d{1,6}(?:\.5)?)〕/.exec(text.key.slice(from, from + 16))
  const item = found && goods.items[Number(found[1]) - 1]
  const to = from + (found?.[0].length ?? 0)
  if (!found || !item || to > end) return null
  return { kind: 'placed', itemId: item.itemId, value: Number(found[2]), from, to }
}

export function placedTokens({ itemId, value, from, to }: Placed, gap: Gap): Token[] {
  const wanted = { kind: 'item', itemIds: new Set([itemId]), rank: 'name' } as const
  const amount = { ...plainAmount(value), isTimes: true }
  return [
    { ...wanted, from, to: from, gap: gap === 'line' ? gap : 'comma' },
    { kind: 'amount', amount, from, to, gap: 'glued' },
  ]
}
