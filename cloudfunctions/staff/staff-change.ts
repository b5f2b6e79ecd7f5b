import type { Shop } from '../../shared/rules/shop'
import type { FieldChange } from '../../shared/shop/shop-facts'
import type { GivenRoles } from '../runtime/roles'
import { storeNameOf } from '../runtime/roles'
import type { ShopChange } from '../runtime/shop-changes'

type Roles = Pick<GivenRoles, 'displayName' | 'stores' | 'owner'>

/** What became of somebody's roles: a line a store, and one for the whole shop. */
export function staffChange(
  memberId: string,
  { before, after, shop }: { before: Roles | null; after: Roles; shop: Shop },
): ShopChange {
  const storeIds = new Set([...Object.keys(before?.stores ?? {}), ...Object.keys(after.stores)])
  const roles = [...storeIds].flatMap((storeId): FieldChange[] => {
    const [was = null, is = null] = [before?.stores[storeId], after.stores[storeId]]
    const storeName = storeNameOf(shop, storeId) ?? storeId
    return was === is ? [] : [{ field: 'role', before: was, after: is, storeName }]
  })
  const [wasOwner, isOwner] = [before?.owner ?? false, after.owner]
  const owner: FieldChange[] =
    wasOwner === isOwner
      ? []
      : [{ field: 'owner', before: ownerText(wasOwner), after: ownerText(isOwner) }]
  const name = before?.displayName ?? null
  const renamed: FieldChange[] =
    name === null || name === after.displayName
      ? []
      : [{ field: 'name', before: name, after: after.displayName }]
  const fields = [...owner, ...roles, ...renamed]
  return { kind: 'staff', subjectId: memberId, subjectName: after.displayName, fields }
}

function ownerText(isOwner: boolean): string | null {
  return isOwner ? 'owner' : null
}
