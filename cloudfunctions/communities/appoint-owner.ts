import type { communities } from '../../shared/contract/communities'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { admitNewText } from '../runtime/new-texts'
import type { Member } from '../runtime/people'
import { makeCommunityOwner, managesStore } from '../runtime/roles'
import { proveShown, readShown, type Shown } from '../runtime/shown-code'
import { changeCommunity, insertAct, recordedAct } from './change-community'
import { type CommunityDocument, readCommunity } from './repository'
import { admitManager } from './rights'

/**
 * A new community of a store that the caller manages, and its owner, whose code proves that she is
 * there. A manager may name herself: an owner of communities may do nothing there that a manager
 * may not. Refuses STORE_FOREIGN, OWNER_REQUIRED, what a code is refused for, and SHARE_RULE and
 * TEXT_RISKY for its name; one that is unsure waits for a person.
 */
export const appointOwner: UseCase<typeof communities.appoint> = async (input, context) => {
  const { name, storeId } = input
  const { staff, shop, requestKey, now } = context
  const store = shop.stores.find((each) => each.storeId === storeId)
  if (!store || !managesStore(staff, storeId)) return refuse('STORE_FOREIGN')
  const shown = readShown(input)
  if (!shown.ok) return shown
  const meaning = { name, storeId, memberNumber: shown.value.memberNumber }
  return recordedAct<{ communityId: string }>(context, meaning, async (hash) => {
    const member = await memberShown(shown.value, storeId, context)
    if (!member.ok) return member
    const text = await admitNewText('name', name)
    if (!text.ok) return text
    const nameHeldId = text.value === 'unsure' ? requestKey : null
    return inTransaction(async (tx) => {
      const ownerName = await makeCommunityOwner(tx, member.value, staff)
      if (!ownerName.ok) return ownerName
      const community: CommunityDocument = {
        name: nameHeldId === null ? name : `${store.name}社群`,
        nameHeldId,
        storeId,
        ownerId: member.value._id,
        ownerName: ownerName.value,
        appointedAt: now,
        groupKey: null,
        boundAt: null,
        isPaused: false,
        rulesVersion: 0,
        rulesHeldId: null,
        monthCount: null,
      }
      const answer = { communityId: requestKey }
      const act = { kind: 'appointed', changed: community, before: {} } as const
      await tx.insert('communities', { _id: requestKey, ...community })
      await insertAct(tx, context, { ...answer, ...act, request: { hash, answer } })
      if (nameHeldId !== null) await holdName(tx, name, context)
      return accept(answer)
    })
  })
}

/**
 * Another owner takes a community over, with its group, rules and figures. Refuses
 * COMMUNITY_NOT_FOUND, STORE_FOREIGN, OWNER_REQUIRED, and what a code is refused for.
 */
export const handOver: UseCase<typeof communities.handOver> = async (input, context) => {
  const { communityId } = input
  const shown = readShown(input)
  if (!shown.ok) return shown
  const meaning = { communityId, memberNumber: shown.value.memberNumber }
  type Handed = { communityId: string; ownerName: string }
  return recordedAct<Handed>(context, meaning, async (hash) => {
    const community = await readCommunity(communityId)
    if (!community) return refuse('COMMUNITY_NOT_FOUND')
    const admitted = admitManager(community, context)
    if (!admitted.ok) return admitted
    const member = await memberShown(shown.value, community.storeId, context)
    if (!member.ok) return member
    return changeCommunity<Handed>(context, hash, {
      communityId,
      kind: 'handedOver',
      decide: async (tx) => {
        const ownerName = await makeCommunityOwner(tx, member.value, context.staff)
        if (!ownerName.ok) return ownerName
        const changed = { ownerId: member.value._id, ownerName: ownerName.value }
        return accept({ changed, answer: { communityId, ownerName: ownerName.value } })
      },
    })
  })
}

/** Till a person has looked at it the community goes by its store. */
function holdName(
  tx: Transaction,
  text: string,
  { requestKey, memberId: authorId, now: at, staff }: StaffContext,
): Promise<void> {
  const subject = { kind: 'communityName', subjectId: requestKey, field: 'name', text }
  const author = { authorId, authorName: staff.displayName }
  return holdInTransaction(tx, { heldId: requestKey, ...subject, ...author, at })
}

async function memberShown(
  shown: Shown,
  storeId: string,
  context: StaffContext,
): Promise<Outcome<Member>> {
  const step = await proveShown(shown, storeId, context)
  if (!step.ok) return step
  const member = await memberByNumber(shown.memberNumber)
  return member ? admitMember(member) : refuse('MEMBER_NOT_FOUND')
}
