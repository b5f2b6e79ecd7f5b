import { plainText } from '@shared/reading/fold'
import { readMoney } from '@shared/reading/money'

export type AmountKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back'

/**
 * What staff typed, in yuan, as fen: `12.5` is 1250. Null when it is not an amount, or above the
 * largest bill that the door takes; `readMoney` says which.
 */
export function fenOf(typed: string): number | null {
  const read = readMoney(typed)
  return read.ok ? read.value : null
}

/** What our keys can write: nothing behind the fen. */
const byKeys = /^\d{1,6}(?:\.\d{0,2})?$/

/** An amount as it would have been typed: `45.50`. */
export function typedOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** What stands in the field after a key; a key that would spoil the amount changes nothing. */
export function pressed(typed: string, key: AmountKey): string {
  if (key === 'back') return typed.slice(0, -1)
  if (key === '.') return typed.includes('.') ? typed : `${typed === '' ? '0' : typed}.`
  const next = typed === '0' ? key : `${typed}${key}`
  return byKeys.test(next) && fenOf(next) !== null ? next : typed
}

/** The keys of a keyboard that mean one of ours; a Chinese one has `。` where the point is. */
export function amountKeyOf(keyboardKey: string): AmountKey | null {
  if (keyboardKey === 'Backspace') return 'back'
  const plain = plainText(keyboardKey)
  return amountKeys.find((key) => key === plain && key !== 'back') ?? null
}

export const amountKeys: readonly AmountKey[] = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '.',
  '0',
  'back',
]
