import { EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Twins } from './twin'

/** The twins of the list of staff, and of who is taken off it. */
export function rosterTwins(shop: ShopUnderTest): Pick<Twins, 'staff.list' | 'staff.end'> {
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
