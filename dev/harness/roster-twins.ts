import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own, Twins } from './twin'

/** Of the shop under test, once `insertTwinDocuments` has put it there. */
export const SETUP_CODE = 'ABCD-EFGH'

/** The twins of who may do what. */
export function staffTwins(shop: ShopUnderTest): Own<'staff'> {
  const shown = async () => shop.codeOf((await shop.newMember()).who)
  return {
    ...rosterTwins(shop),
    'staff.today': async () => ({ as: manager, input: {} }),
    'staff.me': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'staff.scan': async () => ({ as: clerk, input: { memberCode: await shown(), storeId: EAST } }),
    'staff.appoint': async () => {
      const roles = { storeId: EAST, displayName: '新同事', communityOwner: false, owner: false }
      const input = { ...roles, memberCode: await shown(), role: 'staff' }
      return { as: manager, input, another: { ...input, role: 'manager' } }
    },
    'staff.setUp': async () => ({
      as: (await shop.newMember()).who,
      input: { setupCode: SETUP_CODE, displayName: '店长' },
    }),
  }
}

/** The twins of the list of staff, and of who is taken off it. */
function rosterTwins(shop: ShopUnderTest): Pick<Twins, 'staff.list' | 'staff.end'> {
  const newStaff = async () => {
    const { who, memberId } = await shop.newMember()
    const at = { storeId: EAST, role: 'staff', displayName: '新同事' } as const
    const input = { ...at, memberCode: await shop.codeOf(who) }
    await shop.value('staff.appoint', { as: manager, input })
    return { memberId, storeId: EAST }
  }
  return {
    'staff.list': async () => ({ as: manager, input: {} }),
    'staff.end': async () => ({
      as: manager,
      input: await newStaff(),
      another: await newStaff(),
    }),
  }
}
