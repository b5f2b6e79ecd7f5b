import { MAX_BILL_FEN } from '@shared/limits'

export type AmountKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back'

/**
 * Reads what staff typed, in yuan, as fen: `12.5` is 1250. Both sides of the point are read as
 * whole numbers, since 0.1 has no exact float. Null when it is not an amount, or above the
 * largest bill that the door takes.
 */
export function fenOf(typed: string): number | null {
  const parts = /^(\d{1,6})(?:\.(\d{0,2}))?$/.exec(typed.trim())
  if (!parts) return null
  const [, yuan = '', cents = ''] = parts
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  return fen <= MAX_BILL_FEN ? fen : null
}

/** An amount as it would have been typed: `45.50`. */
export function typedOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** What stands in the field after a key; a key that would spoil the amount changes nothing. */
export function pressed(typed: string, key: AmountKey): string {
  if (key === 'back') return typed.slice(0, -1)
  if (key === '.') return typed.includes('.') ? typed : `${typed === '' ? '0' : typed}.`
  const next = typed === '0' ? key : `${typed}${key}`
  return fenOf(next) === null ? typed : next
}

/** The keys of a keyboard that mean one of ours. */
export function amountKeyOf(keyboardKey: string): AmountKey | null {
  if (keyboardKey === 'Backspace') return 'back'
  return amountKeys.find((key) => key === keyboardKey) ?? null
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
