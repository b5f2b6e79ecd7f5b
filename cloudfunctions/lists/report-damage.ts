import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { damageFenOf } from '../../shared/lists/damage'
import { unitsOf } from '../../shared/lists/payable'
import { countOf } from '../../shared/lists/quantity'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { checkText } from '../runtime/content-check'
import type { MemberContext, UseCase } from '../runtime/context'
import { getById, inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitPicture } from '../runtime/picture-check'
import { type Damage, damageIdOf } from './damage-document'
import type { EntryDocument } from './list-document'
import { readList } from './repository'
import { type EntryOf, titleOf } from './settle-entry'

type Input = ParsedInputOf<typeof listArrival.reportDamage>
type Answer = OutputOf<typeof listArrival.reportDamage>

/**
 * Asks for bad goods of the caller's entry, with a picture, once a line. Refuses ENTRY_GONE,
 * ENTRY_DAMAGE_REPORTED, TEXT_RISKY, PICTURE_BAD, and what the rule refuses: before the pick-up, a
 * day after it, more than was fetched.
 */
export const reportDamage: UseCase<typeof listArrival.reportDamage> = (input, context) => {
  const { words = null, ...rest } = input
  return recorded<Answer>(context, { meaning: { ...rest, words } }, async ({ record }) => {
    const entry = await getById<EntryDocument>('list_entries', input.entryId)
    const list = entry && (await readList(entry.listId))
    if (!entry || !list || entry.memberId !== context.memberId) return refuse('ENTRY_GONE')
    // Staff alone read it: what nobody could judge they may see, what is risky they need not.
    const verdict = words === null ? 'fine' : await checkText(words, { scene: 'comment' })
    if (verdict === 'risky') return refuse('TEXT_RISKY')
    const isPicture = await admitPicture('picture', input.picture)
    if (!isPicture.ok) return isPicture
    return inTransaction(async (tx) => {
      const outcome = await reportIn(tx, { entry, list, input }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

async function reportIn(
  tx: Transaction,
  { entry: seen, list, input }: EntryOf & { readonly input: Input },
  context: MemberContext,
): Promise<Outcome<Answer>> {
  const { memberId, now, shop } = context
  const entry = await tx.get<EntryDocument>('list_entries', seen._id)
  const line = entry?.lines.find(({ itemId }) => itemId === input.itemId)
  const item = list.items.find(({ itemId }) => itemId === input.itemId)
  if (!entry || entry.memberId !== memberId) return refuse('ENTRY_GONE')
  if (!line || !item) return refuse('INPUT_INVALID', { field: 'itemId' })
  const count = countOf(input.quantity, item.unit)
  if (count === null) return refuse('INPUT_INVALID', { field: 'quantity' })
  const amount = damageFenOf(line, { count, now }, unitsOf(list.items))
  if (!amount.ok) return amount
  const _id = damageIdOf(entry._id, item.itemId)
  const before = await tx.get<Damage>('list_damages', _id)
  if (before) return refuse('ENTRY_DAMAGE_REPORTED', { reportedAt: before.at })
  const { entryNo, name } = entry
  const { _id: listId, title: listTitle, ownerId, storeId } = list
  const itemName = titleOf(item.name, item.spec)
  const amountFen = amount.value
  const needsManager = amountFen > shop.lists.ownerRefundFen
  const damage: Damage = {
    ...{ _id, listId, listTitle, ownerId, storeId, entryId: entry._id, entryNo, name },
    ...{
      memberId,
      mergeId: null,
      itemId: item.itemId,
      itemName,
      unit: item.unit,
      count,
      amountFen,
    },
    ...{ picture: input.picture, words: input.words ?? null, state: 'waiting' },
    ...{ needsManager, reason: null, at: now, decidedAt: null, decidedBy: null },
  }
  await tx.insert('list_damages', damage)
  const facts = { listId, listTitle, name, itemName, amountFen }
  const whom = { memberId: ownerId, source: _id, at: now }
  await tell(tx, { ...whom, kind: 'listDamageAsked', facts })
  return accept({ damageId: _id, state: 'waiting', amountFen, needsManager })
}
