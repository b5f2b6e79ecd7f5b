import { heldNames } from '../communities/held-name-in-transaction'
import { heldRules } from '../communities/held-rules-in-transaction'
import { heldTemplates } from '../coupons/held-template-in-transaction'
import { heldDrops } from '../drops/held-drop-in-transaction'
import { heldLists } from '../lists/held-list-in-transaction'
import { heldRewards } from '../mall/held-reward-in-transaction'
import type { HeldKind } from '../moderation/decide-in-transaction'
import { heldShopTexts } from '../shop/held-shop-in-transaction'

/** All whose texts may be held for a person, one row each. */
export const heldKinds: readonly HeldKind[] = [
  heldRules,
  heldNames,
  heldDrops,
  heldTemplates,
  heldLists,
  heldShopTexts,
  heldRewards,
]
