import type { CouponTemplate } from '../../shared/coupons/coupon'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import { accept, type Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import {
  fullCardGift,
  isSoundCard,
  type StampCardRule,
  stampedFor,
} from '../../shared/stamps/stamp-card'
import { loadTemplates } from '../coupons/templates'
import { grant } from '../gifts/grant-in-transaction'
import type { Book } from '../points/ledger'
import type { Transaction } from '../runtime/database'

/** The shop's stamp card with what its coupon is made from. */
export interface OpenCard {
  readonly rule: StampCardRule
  readonly rewardTitle: string
  readonly templates: ReadonlyMap<string, CouponTemplate>
}

/**
 * What stamping needs, to be read before the transaction. Null without a call where the shop has
 * no stamp card, and where its coupon is not there: no card is filled for nothing.
 */
export async function openCard({ stampCard: rule }: Shop): Promise<OpenCard | null> {
  if (!rule || !isSoundCard(rule)) return null
  const templates = await loadTemplates()
  const template = templates.get(rule.templateId)
  return template ? { rule, rewardTitle: template.title, templates } : null
}

interface Stampable {
  readonly _id: string
  readonly businessOn: string
  readonly bill: { readonly paidFen: number }
}

/**
 * Stamps the member's card for a purchase in the caller's transaction, and gives the coupon of a
 * card that it filled. The caller posts the book. Refuses what `grant` refuses.
 */
export async function stampIn(
  tx: Transaction,
  book: Book,
  { card, purchase, shop }: { card: OpenCard | null; purchase: Stampable; shop: Shop },
): Promise<Outcome<Book>> {
  if (!card) return accept(book)
  const { _id: purchaseId, businessOn: on, bill } = purchase
  const { paidFen } = bill
  const { stamps, isFilled } = stampedFor(
    book.account.stamps,
    { purchaseId, on, paidFen },
    card.rule,
  )
  const stamped = { ...book, account: { ...book.account, stamps } }
  if (!isFilled) return accept(stamped)
  const rule = fullCardGift(card.rule)
  // The purchase that filled it names the card: its key is free, whatever became of the account.
  const occasion = purchaseId
  const given = await grant(tx, stamped, {
    ...{ rule, occasion, key: grantKeyOf(rule.ruleId, book.account._id, occasion) },
    ...{ state: 'granted', templates: card.templates, shop, requestHash: null },
  })
  // A purchase is settled once, so the account need not remember that it was given.
  return given.ok ? accept(given.value.book) : given
}
