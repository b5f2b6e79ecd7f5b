import type { CouponTemplate } from '../../shared/coupons/coupon'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import {
  fullCardGift,
  isSoundCard,
  type StampCardRule,
  stampedFor,
  stampsAfterRefund,
  stampWords,
} from '../../shared/stamps/stamp-card'
import { loadTemplates } from '../coupons/templates'
import { grant } from '../gifts/grant-in-transaction'
import type { CompanionEffect, PurchaseCompanion } from '../points/purchase-companion'

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

interface Stamping extends CompanionEffect {
  readonly isFilled: boolean
}

/**
 * A purchase at the till stamps her card, and the stamp that fills it gives its coupon in the same
 * transaction. Forgotten receipts and files bring none: nobody showed a card.
 */
export const stampsOfPurchases: PurchaseCompanion<OpenCard, Stamping> = {
  waysIn: ['till'],
  read: openCard,
  decide({ purchaseId, businessOn: on, bill: { paidFen } }, account, { rule, rewardTitle }) {
    const stamped = stampedFor(account.stamps, { purchaseId, on, paidFen }, rule)
    const value = stampWords(account.stamps, stamped, { ...rule, rewardTitle })
    return {
      account: { ...account, stamps: stamped.stamps },
      isFilled: stamped.isFilled,
      lines: value === null ? [] : [{ label: rule.title, value }],
    }
  },
  async write(tx, book, { told, ready: { rule, templates }, effect, shop }) {
    const stamped = { ...book, account: effect.account }
    if (!effect.isFilled) return accept(stamped)
    const gift = fullCardGift(rule)
    // The purchase that filled it names the card: its key is free, whatever became of the account.
    const occasion = told.purchaseId
    const given = await grant(tx, stamped, {
      ...{ rule: gift, occasion, key: grantKeyOf(gift.ruleId, book.account._id, occasion) },
      ...{ state: 'granted', templates, shop, requestHash: null },
    })
    // A purchase is settled once, so the account need not remember that it was given.
    return given.ok ? accept(given.value.book) : given
  },
  refund: {
    /** A card that was filled stays filled, and its coupon hers. */
    decide(told, account, { shop: { stampCard } }) {
      const stamps = stampsAfterRefund(account.stamps, told, stampCard)
      const isTaken = stamps.length < account.stamps.length
      const label = stampCard?.title ?? '集章卡'
      return {
        account: { ...account, stamps },
        lines: isTaken ? [{ label, value: '收回 1 章' }] : [],
      }
    },
  },
}
