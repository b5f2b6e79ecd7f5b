/**
 * The shop's configuration: editable data, kept for at most a minute by each instance. Its age is
 * told by the monotonic clock. Identity and roles are never kept. Whoever changes it does so here,
 * in the transaction that decided: within a minute every instance goes by the new data, and what
 * one books meanwhile names the version that it went by.
 */
import { newShop, type Shop } from '../../shared/rules/shop'
import { getById, type Transaction } from './database'

const KEPT_MS = 60_000

let held: { shop: Shop; readAt: number } | null = null

/** The shop as its manager set it; what she has not set is as in a new shop. */
export async function loadShop(): Promise<Shop> {
  const readAt = performance.now()
  if (held && readAt - held.readAt < KEPT_MS) return held.shop
  return loadNewestShop()
}

/** As it is stored now, for those who are about to change it. */
export async function loadNewestShop(): Promise<Shop> {
  const readAt = performance.now()
  const shop = shopOf(await getById<Partial<Shop>>('config', 'shop'))
  held = { shop, readAt }
  return shop
}

/** The shop in the transaction that changes it. After the commit: `loadNewestShop`. */
export async function openShop(
  tx: Transaction,
): Promise<{ shop: Shop; save: (changed: Partial<Shop>) => Promise<void> }> {
  const stored = await tx.get<Partial<Shop>>('config', 'shop')
  const save = (changed: Partial<Shop>) => tx.put('config', { ...stored, ...changed, _id: 'shop' })
  return { shop: shopOf(stored), save }
}

/** What an older document did not know yet is as in a new shop. */
function shopOf(stored: Partial<Shop> | null): Shop {
  const { rounding, pointValue, adjustmentRule, forgottenReceipt, businessDay, checkIn, tasks } =
    newShop
  return {
    ...newShop,
    ...stored,
    earnRule: { ...newShop.earnRule, ...stored?.earnRule },
    rounding: { ...rounding, ...stored?.rounding },
    pointValue: { ...pointValue, ...stored?.pointValue },
    adjustmentRule: { ...adjustmentRule, ...stored?.adjustmentRule },
    forgottenReceipt: { ...forgottenReceipt, ...stored?.forgottenReceipt },
    tierRule: { ...newShop.tierRule, ...stored?.tierRule },
    businessDay: { ...businessDay, ...stored?.businessDay },
    checkIn: { ...checkIn, ...stored?.checkIn },
    tasks: { ...tasks, ...stored?.tasks },
    lists: { ...newShop.lists, ...stored?.lists },
  }
}

/** The secret behind member codes and tickets: a variable of the function's environment. */
export function codeSecret(): string {
  const secret = process.env.HUILIN_CODE_SECRET ?? ''
  if (secret.length < 16) throw new Error('HUILIN_CODE_SECRET is missing or too short')
  return secret
}
