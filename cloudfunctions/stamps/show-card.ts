import type { stamps as endpoints } from '../../shared/contract/stamps'
import { accept } from '../../shared/refusal'
import { missingCount } from '../../shared/stamps/stamp-card'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { openCard } from './stamp-in-transaction'

/** The card that a member is filling; none where the shop has no stamp card. */
export const showCard: UseCase<typeof endpoints.card> = async (_input, context) => {
  const { member, shop, now: serverNow } = context
  const open = await openCard(shop)
  if (!open) return accept({ serverNow, card: null })
  const { rule, rewardTitle } = open
  const { stamps } = await readAccount(member._id)
  const { title, stampsPerCard, leastPaidFen } = rule
  const missing = missingCount(stamps, rule)
  // What two memberships had together beyond a card waits for the next one.
  const shown = stamps.slice(0, stampsPerCard - missing)
  return accept({
    serverNow,
    card: {
      ...{ title, stampsPerCard, leastPaidFen, rewardTitle, missingCount: missing },
      stampedOns: shown.map(({ on }) => on),
    },
  })
}
