import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { shop as contract, ShopFacts } from '../../shared/contract/shop'
import { accept, type Outcome } from '../../shared/refusal'
import { loadNewestShop, openShop } from '../runtime/config'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { admitNewText } from '../runtime/new-texts'
import { recorded } from '../runtime/once'
import { applyWish, type Unsure } from './apply-wish'
import { heldKeyOf, newShopTexts, newStoreTexts, SHOP, subjectOf } from './held-texts'
import { factsOf } from './show-shop'
import { admitWish, type Wish } from './wish'

type Input = ParsedInputOf<typeof contract.save>

/**
 * Writes down the shop's own words, one store, or both: seen at once here, within a minute by
 * every instance. A text that the content check is not sure of waits for a person, and what was
 * before is shown until then. Refuses what `admitWish` does, SHARE_RULE, and TEXT_RISKY with the
 * field.
 */
export const saveShop: UseCase<typeof contract.save> = async (input, context) => {
  const { seenRevision, facts = null, store = null } = input
  const parts = { facts: JSON.stringify(facts), store: JSON.stringify(store) }
  const meaning = { seenRevision, ...parts }
  const saved = await recorded<ShopFacts>(context, { meaning }, async ({ record }) => {
    const wish = admitWish(await loadNewestShop(), input, context)
    if (!wish.ok) return wish
    const unsure = await checkTexts(wish.value)
    if (!unsure.ok) return unsure
    return inTransaction(async (tx) => {
      const outcome = await saveIn(tx, { input, unsure: unsure.value }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
  if (saved.ok) await loadNewestShop()
  return saved
}

async function saveIn(
  tx: Transaction,
  { input, unsure }: { readonly input: Input; readonly unsure: Unsure },
  context: StaffContext,
): Promise<Outcome<ShopFacts>> {
  const { shop, save } = await openShop(tx)
  const wish = admitWish(shop, input, context)
  if (!wish.ok) return wish
  const changed = await applyWish(tx, { shop, wish: wish.value, unsure }, context)
  if (changed === null) return accept(factsOf(shop, context))
  await save(changed)
  return accept(factsOf({ ...shop, ...changed }, context))
}

/** Every text that is new is read by the check, all at once; answers those that must wait. */
async function checkTexts({ facts, store }: Wish): Promise<Outcome<Unsure>> {
  const texts = [
    ...(facts ? newShopTexts(facts.before, facts.after) : []).map(({ field, text }) => ({
      ...{ key: heldKeyOf(SHOP, field), name: `facts.${field}`, text },
    })),
    ...(store ? newStoreTexts(store.before, store.after) : []).map(({ field, text }) => ({
      ...{ key: heldKeyOf(subjectOf(store?.storeId ?? ''), field), name: `store.${field}`, text },
    })),
  ]
  const verdicts = await Promise.all(texts.map(({ name, text }) => admitNewText(name, text)))
  const unsure = new Set<string>()
  for (const [place, verdict] of verdicts.entries()) {
    if (!verdict.ok) return verdict
    if (verdict.value === 'unsure') unsure.add(texts[place]?.key ?? '')
  }
  return accept(unsure)
}
