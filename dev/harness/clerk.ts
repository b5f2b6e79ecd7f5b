import type { OutputAt } from '../../client/api'

/** Who stands behind the counter in page tests, as the server tells her phone. */
export const clerk: OutputAt<'staff.me'> = {
  isStaff: true,
  isManager: false,
  isOwner: false,
  communityOwner: false,
  displayName: '沈佳怡',
  stores: [{ storeId: 'wutong', name: '梧桐里店', role: 'staff' }],
}
