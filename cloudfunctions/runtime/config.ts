/**
 * The shop's configuration: editable data, kept for at most a minute by each instance. Its age is
 * told by the monotonic clock. Identity and roles are never kept.
 */
import { newShop, type Shop } from '../../shared/shop'
import { getById } from './database'

const KEPT_MS = 60_000

let held: { shop: Shop; readAt: number } | null = null

/** The shop as its manager set it; what she has not set is as in a new shop. */
export async function loadShop(): Promise<Shop> {
  const readAt = performance.now()
  if (held && readAt - held.readAt < KEPT_MS) return held.shop
  const stored = await getById<Partial<Shop>>('config', 'shop')
  const shop = shopOf(stored)
  held = { shop, readAt }
  return shop
}

/** What an older document did not know yet is as in a new shop. */
function shopOf(stored: Partial<Shop> | null): Shop {
  const { pointValue, adjustmentRule, forgottenReceipt } = newShop
  return {
    ...newShop,
    ...stored,
    earnRule: { ...newShop.earnRule, ...stored?.earnRule },
    pointValue: { ...pointValue, ...stored?.pointValue },
    adjustmentRule: { ...adjustmentRule, ...stored?.adjustmentRule },
    forgottenReceipt: { ...forgottenReceipt, ...stored?.forgottenReceipt },
  }
}

/** The secret behind member codes and tickets: a variable of the function's environment. */
export function codeSecret(): string {
  const secret = process.env.HUILIN_CODE_SECRET ?? ''
  if (secret.length < 16) throw new Error('HUILIN_CODE_SECRET is missing or too short')
  return secret
}
