import type { JoinAnswer, members } from '../../shared/contract/members'
import { firstNicknameOf } from '../../shared/first-nickname'
import { FIRST_AVATAR } from '../../shared/members/first-profile'
import { invitationBy } from '../../shared/referrals/invitation'
import { accept, refuse } from '../../shared/refusal'
import { readMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { newMemberNumber } from '../runtime/member-codes'
import type { Member } from '../runtime/people'
import { insertMember, type SceneDocument, sceneOf } from './repository'

const NUMBER_ATTEMPTS = 3

/**
 * Makes the caller a member. Her id is given by who she is, so parallel joins meet at one
 * document and every later join answers the first. An unknown scene still lets her join; that of
 * another member's invitation says who invited her, and nobody can after she has joined.
 */
export const joinMember: UseCase<typeof members.join> = async (input, context) => {
  if (context.member) return accept(answerOf(context.member))
  const scene = input.scene === undefined ? null : await sceneOf(input.scene)
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
    const memberNumber = newMemberNumber()
    const member: Member = {
      _id: context.memberId,
      memberNumber,
      nickname: firstNicknameOf(memberNumber),
      avatar: FIRST_AVATAR,
      birthday: null,
      birthdayHash: null,
      birthdayChangedOn: null,
      invitation: invitationBy(scene?.inviterId, context),
      mergedInto: null,
      joinedAt: context.now,
      joinedOn: context.todayOn,
      source: scene && sourceOf(scene),
      lastRequest: null,
    }
    if ((await insertMember(member)).ok) return accept(answerOf(member))
    const first = await readMember(context.memberId)
    if (first) return accept(answerOf(first))
  }
  return refuse('BUSY')
}

/** A friend's invitation is no place of the shop's. */
function sourceOf({ inviterId, ...place }: SceneDocument): Member['source'] {
  if (inviterId !== undefined) return null
  const { storeId, staffId, groupId, campaignId } = place
  return { storeId, staffId, groupId, campaignId }
}

function answerOf(member: Member): JoinAnswer {
  const { _id, nickname, avatar, joinedOn, source } = member
  return { memberId: _id, nickname, avatar, joinedOn, source }
}
