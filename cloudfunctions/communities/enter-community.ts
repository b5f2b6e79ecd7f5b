import type { CommunityEntered, communities } from '../../shared/contract/communities'
import { accept, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { changeIf, command, getById, insertNew, type Stored } from '../runtime/database'
import { requireGroup } from '../runtime/entered-group'
import { admitPublishedText } from '../runtime/published-texts'
import { type Community, communityOfGroup, readRules } from './repository'

/** One member at one community. */
interface VisitDocument {
  readonly communityId: string
  readonly memberId: string
  /** Business dates on which she opened the card: what the scoreboard counts. */
  readonly openDays: number
  readonly lastOpenOn: string
  /** The newest rules that she accepted; 0 for none. */
  readonly acceptedVersion: number
}

/**
 * Which community the card belongs to that she opened. Counted once a day: the first open of the
 * day is one update more. Refuses GROUP_REQUIRED.
 */
export const enterCommunity: UseCase<typeof communities.enter> = async (_input, context) => {
  const group = requireGroup(context)
  if (!group.ok) return group
  const community = await communityOfGroup(group.value)
  if (!community) return accept({ communityId: null, name: null, rulesToAccept: null })
  const acceptedVersion = await countOpen(community._id, context)
  const { _id: communityId, name } = community
  return accept({ communityId, name, rulesToAccept: await rulesAfter(acceptedVersion, community) })
}

/**
 * Keeps her yes to a version of the rules: first the line that stays, then what `enter` looks at,
 * so that a yes that was broken off is asked for again. Refuses GROUP_REQUIRED to whoever never
 * entered, INPUT_INVALID for a version that is not there.
 */
export const acceptRules: UseCase<typeof communities.acceptRules> = async (input, context) => {
  const { communityId, version } = input
  const { memberId, now } = context
  const visit = await readVisit(communityId, memberId)
  if (!visit) return refuse('GROUP_REQUIRED')
  if (visit.acceptedVersion >= version) return accept({ version })
  const rules = await readRules(communityId, version)
  if (!rules) return refuse('INPUT_INVALID', { field: 'version' })
  const _id = `${communityId}:${version}:${memberId}`
  await insertNew('community_acceptances', { _id, communityId, version, memberId, at: now })
  const older = { _id: visit._id, acceptedVersion: command.lt(version) }
  await changeIf('community_visits', older, { acceptedVersion: version })
  return accept({ version })
}

/** Answers the version that she has accepted. */
async function countOpen(
  communityId: string,
  { memberId, todayOn }: MemberContext,
): Promise<number> {
  const visit = await readVisit(communityId, memberId)
  if (visit?.lastOpenOn === todayOn) return visit.acceptedVersion
  const _id = visitKeyOf(communityId, memberId)
  if (!visit) {
    const opened = { openDays: 1, lastOpenOn: todayOn, acceptedVersion: 0 }
    // Whoever was quicker is she herself, today.
    await insertNew('community_visits', { _id, communityId, memberId, ...opened })
    return 0
  }
  const notToday = { _id, lastOpenOn: command.neq(todayOn) }
  await changeIf('community_visits', notToday, { lastOpenOn: todayOn, openDays: command.inc(1) })
  return visit.acceptedVersion
}

async function rulesAfter(
  acceptedVersion: number,
  { _id, rulesVersion }: Community,
): Promise<CommunityEntered['rulesToAccept']> {
  if (acceptedVersion >= rulesVersion) return null
  const rules = await readRules(_id, rulesVersion)
  // The platform's rules on sharing may have changed since it was saved.
  if (!rules || !admitPublishedText('text', rules.text).ok) return null
  return { version: rules.version, text: rules.text }
}

function readVisit(communityId: string, memberId: string): Promise<Stored<VisitDocument> | null> {
  return getById<VisitDocument>('community_visits', visitKeyOf(communityId, memberId))
}

function visitKeyOf(communityId: string, memberId: string): string {
  return `${communityId}:${memberId}`
}
