import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { unitsOf } from '../../shared/lists/payable'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { giftsForPurchase } from '../coupons/repository'
import { tell } from '../messages/tell-in-transaction'
import { refundIn } from '../purchases/refund-in-transaction'
import { readPurchase } from '../purchases/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { getById, inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { managesStore } from '../runtime/roles'
import { writeEntry } from './bring-entry'
import type { Damage } from './damage-document'
import type { Entry } from './list-document'
import { backFactsOf } from './pickup-document'
import { readList } from './repository'
import { mayLookAfter } from './rights'
import { type EntryOf, purchaseLineNoOf } from './settle-entry'

type Input = ParsedInputOf<typeof listArrival.decideDamage>
type Answer = OutputOf<typeof listArrival.decideDamage>

/**
 * Grants or refuses a claim: the list's owner up to the shop's limit, a manager of its store
 * always. What is granted is refunded of the purchase, so points, level, gifts and commission
 * follow. Refuses ENTRY_DAMAGE_GONE, LIST_FOREIGN, SELF_SERVICE, ENTRY_DAMAGE_MANAGER,
 * ENTRY_DAMAGE_DECIDED, ENTRY_UNPAID, and what a refund refuses.
 */
export const decideDamage: UseCase<typeof listArrival.decideDamage> = (input, context) => {
  const { damageId, isGranted, reason = null } = input
  const meaning = { damageId, isGranted, reason }
  return recorded<Answer>(context, { meaning }, async ({ record }) => {
    const damage = await getById<Damage>('list_damages', damageId)
    const list = damage && (await readList(damage.listId))
    if (!damage || !list) return refuse('ENTRY_DAMAGE_GONE')
    const { staff, memberId } = context
    if (!mayLookAfter(list, staff, memberId)) return refuse('LIST_FOREIGN')
    if (damage.memberId === memberId) return refuse('SELF_SERVICE')
    const isOwners = managesStore(staff, list.storeId) || !damage.needsManager
    if (!isOwners) return refuse('ENTRY_DAMAGE_MANAGER')
    const entry = await getById<Entry>('list_entries', damage.entryId)
    if (!entry) return refuse('ENTRY_GONE')
    const { purchaseId } = entry.payment
    const gifts = purchaseId === null ? [] : await giftsForPurchase(purchaseId)
    const giftIds = gifts.map(({ _id }) => _id)
    return inTransaction(async (tx) => {
      const outcome = await decideIn(tx, { damage, list, entry, input, giftIds }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

interface Deciding extends EntryOf {
  readonly damage: Damage
  readonly input: Input
  readonly giftIds: readonly string[]
}

async function decideIn(
  tx: Transaction,
  deciding: Deciding,
  context: StaffContext,
): Promise<Outcome<Answer>> {
  const { list, input } = deciding
  const damage = await tx.get<Damage>('list_damages', deciding.damage._id)
  const entry = await tx.get<Entry>('list_entries', deciding.entry._id)
  if (!damage || !entry) return refuse('ENTRY_DAMAGE_GONE')
  if (damage.state !== 'waiting') {
    return refuse('ENTRY_DAMAGE_DECIDED', { decidedAt: damage.decidedAt })
  }
  const back = input.isGranted
    ? await refundLine(tx, { ...deciding, damage, entry }, context)
    : accept({ backFen: 0, onlineFen: 0 })
  if (!back.ok) return back
  const { now: at, memberId: decidedBy } = context
  const state = input.isGranted ? 'granted' : 'refused'
  const reason = input.reason ?? null
  await tx.put('list_damages', { ...damage, state, reason, decidedAt: at, decidedBy })
  await tell(tx, {
    ...{ memberId: damage.memberId, source: damage._id, at, kind: 'listDamageDecided' },
    facts: {
      ...backFactsOf(list, back.value),
      ...{ itemName: damage.itemName, reason },
    },
  })
  return accept({ damageId: damage._id, state, refundFen: back.value.backFen })
}

/** In the member's books, by WeChat as far as it was paid there, and on the entry's own line. */
async function refundLine(
  tx: Transaction,
  { damage, entry, list, giftIds }: Deciding,
  context: StaffContext,
): Promise<Outcome<{ backFen: number; onlineFen: number }>> {
  const { state, purchaseId } = entry.payment
  const { itemId, amountFen } = damage
  let onlineFen = 0
  if (state !== 'paid') return refuse('ENTRY_UNPAID')
  if (purchaseId !== null) {
    const purchase = await readPurchase(purchaseId, tx)
    if (!purchase) return refuse('PURCHASE_NOT_FOUND')
    const lineNo = purchaseLineNoOf(entry, itemId, unitsOf(list.items))
    const lines = [{ lineNo, amountFen }]
    const wish = { purchaseId, lines, freightFen: 0, isShopFault: true }
    const refunded = await refundIn(tx, purchase, { wish, giftIds, context })
    if (!refunded.ok) return refunded
    onlineFen = refunded.value.onlineFen
  }
  const lines = entry.lines.map((line) =>
    line.itemId === itemId ? { ...line, refundedFen: line.refundedFen + amountFen } : line,
  )
  await writeEntry(tx, { ...entry, lines })
  return accept({ backFen: amountFen, onlineFen })
}
