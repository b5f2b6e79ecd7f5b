import type { StaffMe, staff } from '../../shared/contract/staff'
import { accept, refuse } from '../../shared/refusal'
import { loadNewestShop, openShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { saveRoles } from '../runtime/roles'
import { keepChange } from '../runtime/shop-changes'
import { readSetupCode, spendSetupCode } from './repository'
import { staffMeOf } from './show-me'
import { staffChange } from './staff-change'

/**
 * Makes the caller the shop's owner, by the one-time code that the deploy step printed.
 * Refuses SETUP_CODE_INVALID, and SETUP_DONE once somebody else has used it.
 */
export const setUpShop: UseCase<typeof staff.setUp> = async (input, context) => {
  const { member, now } = context
  const shop = { ...context.shop, awaitsOwner: false }
  const setUp = await inTransaction<StaffMe>(async (tx) => {
    const code = await readSetupCode(tx, input.setupCode)
    if (!code) return refuse('SETUP_CODE_INVALID')
    const mine = code.usedBy === member._id
    if (code.usedAt !== null && !mine) return refuse('SETUP_DONE')
    const { displayName } = input
    const owner = { owner: true, ownerSinceAt: now }
    const roles = { displayName, stores: {}, communityOwner: false, ...owner }
    const me = staffMeOf(
      {
        _id: member._id,
        ...roles,
        codeFailures: { minute: 0, count: 0 },
      },
      shop,
    )
    if (mine) return accept(me)
    await saveRoles(tx, member, roles)
    const opened = await openShop(tx)
    if (opened.shop.awaitsOwner) await opened.save({ awaitsOwner: false })
    await spendSetupCode(tx, input.setupCode, { at: now, memberId: member._id })
    const by = { ...context, staff: { _id: member._id, displayName } }
    await keepChange(tx, by, staffChange(member._id, { before: null, after: roles, shop }))
    return accept(me)
  })
  if (setUp.ok) await loadNewestShop()
  return setUp
}
