import type { points } from '../../shared/contract/points'
import { shownTags } from '../../shared/gifts/care'
import { maskName } from '../../shared/masked-name'
import { accountOn } from '../../shared/points/due'
import { accept, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { historyRowsOf, holdingsOf } from './list-history'
import { entriesOf, readAccount } from './repository'

const ENTRIES_SHOWN = 10

/** One member's points for a manager who decides about them. Refuses MEMBER_NOT_FOUND. */
export const showMemberAccount: UseCase<typeof points.memberAccount> = async (input, context) => {
  const member = await memberByNumber(input.memberNumber)
  if (!member) return refuse('MEMBER_NOT_FOUND')
  const account = accountOn(await readAccount(member._id), context.todayOn)
  const entries = await entriesOf(member._id, { beforeSeq: null, limit: ENTRIES_SHOWN })
  const { frozen } = account
  return accept({
    serverNow: context.now,
    memberId: member._id,
    maskedName: maskName(member.nickname),
    avatar: member.avatar,
    joinedOn: member.joinedOn,
    ...(await holdingsOf(account, context)),
    tags: shownTags(account.care),
    frozen: frozen && { on: frozen.on, reason: frozen.reason },
    entries: await historyRowsOf(entries, context),
  })
}
