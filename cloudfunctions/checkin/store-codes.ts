/** The code that a store shows on one calendar day: a keyed hash that no phone can work out. */
import { createHmac } from 'node:crypto'
import { STORE_CODE_DIGITS } from '../../shared/limits'
import type { Shop, Store } from '../../shared/rules/shop'
import { codeSecret } from '../runtime/config'

const CODE_MODULUS = 10n ** BigInt(STORE_CODE_DIGITS)

export function storeCodeOf(storeId: string, on: string): string {
  const digest = createHmac('sha256', codeSecret()).update(`store/${storeId}/${on}`).digest()
  return String(digest.readBigUInt64BE(0) % CODE_MODULUS).padStart(STORE_CODE_DIGITS, '0')
}

/** The store whose code of this day it is; null when it is none's. */
export function storeByCode({ stores }: Shop, code: string, on: string): Store | null {
  return stores.find(({ storeId }) => storeCodeOf(storeId, on) === code) ?? null
}
