import type { FoundBy, MemberFound, memberDesk } from '../../shared/contract/member-desk'
import { MAX_MEMBERS_FOUND } from '../../shared/limits'
import { type MemberSearch, readSearch } from '../../shared/members/search-text'
import { accept } from '../../shared/refusal'
import { faceOf, lookedUp, membersNamed } from '../members/lookup-document'
import { holderOf, livingIds, memberByNumber, membersBy } from '../members/repository'
import type { Purchase } from '../purchases/purchase-document'
import { purchasesWithReceipt } from '../purchases/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { keyedHashOf } from '../runtime/keyed-hash'
import { phoneHashOf } from '../runtime/phone-hash'
import { managesStore } from '../runtime/roles'

/** Receipts of one number that are looked at: tills and days begin it anew. */
const MAX_RECEIPTS = 10

interface Hit {
  readonly memberId: string
  readonly foundBy: FoundBy
  readonly receipt: MemberFound['receipt']
}

/**
 * Members by what a manager types: her number or code, her whole phone, the receipt of a store that
 * she manages, a part of her nickname. Of a membership that was merged the one it went to is named.
 * Every search is kept and counted before it is answered. Refuses LOOKUPS_USED.
 */
export const findMembers: UseCase<typeof memberDesk.find> = ({ text }, context) => {
  const search = readSearch(text)
  const meaning = { search: keyedHashOf(`search/${text}`) }
  return lookedUp(context, {
    what: 'find',
    meaning,
    read: async () => {
      const hits = await hitsOf(search, context)
      const { members, memberIds } = await livingOf(hits.slice(0, MAX_MEMBERS_FOUND))
      const isMore = hits.length > MAX_MEMBERS_FOUND
      return { outcome: accept({ members, isMore }), memberIds }
    },
  })
}

/** What tells of one member before what many may share. */
async function hitsOf(search: MemberSearch, context: StaffContext): Promise<Hit[]> {
  const { memberNumber, phone, receiptNo, names } = search
  const [numbered, phoned, receipts, named] = await Promise.all([
    memberNumber === null ? null : memberByNumber(memberNumber),
    phone === null ? null : holderOf(phoneHashOf(phone)),
    receiptNo === null ? [] : purchasesWithReceipt(managedBy(context), receiptNo, MAX_RECEIPTS),
    names.length === 0 ? [] : membersNamed(names, MAX_MEMBERS_FOUND + 1),
  ])
  return [
    ...(numbered ? [hit('memberNumber', numbered._id)] : []),
    ...(phoned === null ? [] : [hit('phone', phoned)]),
    ...receipts.map((purchase) => ({
      ...hit('receipt', purchase.memberId),
      receipt: receiptOf(purchase),
    })),
    ...named.map(({ _id }) => hit('nickname', _id)),
  ]
}

function hit(foundBy: FoundBy, memberId: string): Hit {
  return { memberId, foundBy, receipt: null }
}

function managedBy({ staff, shop }: StaffContext): string[] {
  const stores = shop.stores.map(({ storeId }) => storeId)
  return stores.filter((storeId) => managesStore(staff, storeId))
}

function receiptOf({ storeName, businessOn, receiptNo }: Purchase): MemberFound['receipt'] {
  return { storeName, businessOn, receiptNo: receiptNo ?? '' }
}

/** Each living member once, by what found her first. */
async function livingOf(
  hits: readonly Hit[],
): Promise<{ members: MemberFound[]; memberIds: string[] }> {
  const lives = await livingIds(hits.map(({ memberId }) => memberId))
  const byId = new Map([...hits].reverse().map((one) => [lives(one.memberId), one]))
  const order = [...new Set(hits.map(({ memberId }) => lives(memberId)))]
  const known = new Map((await membersBy('_id', order)).map((member) => [member._id, member]))
  const members = order.flatMap((id) => {
    const [member, one] = [known.get(id), byId.get(id)]
    if (!member || !one) return []
    const { memberId: _id, ...face } = faceOf(member)
    return [{ ...face, foundBy: one.foundBy, receipt: one.receipt }]
  })
  return { members, memberIds: order }
}
