import type { MemberTagView, tags } from '../../shared/contract/tags'
import { shownTags, withTag } from '../../shared/gifts/care'
import { accept, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { openBook, post } from '../points/ledger'
import { admitMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'

/**
 * Puts a tag on a member by hand, with author and date, or takes it off. It lies in her account,
 * which every gift is decided by. Refuses MEMBER_NOT_FOUND, SELF_SERVICE, and TAGS_FULL.
 */
export const setTag: UseCase<typeof tags.set> = (input, context) => {
  const { memberNumber, tag, isOn } = input
  const { memberId, staff, todayOn } = context
  const meaning = { memberNumber, tag, isOn }
  type Tagged = { tags: MemberTagView[] }
  return recorded<Tagged>(context, { meaning }, async ({ record }) => {
    const member = await memberByNumber(memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const admitted = admitMember(member)
    if (!admitted.ok) return admitted
    if (member._id === memberId) return refuse('SELF_SERVICE')
    return inTransaction<Tagged>(async (tx) => {
      const book = await openBook(tx, member._id, context)
      const tagged = { tag, byName: staff.displayName, on: todayOn, isOn }
      const care = withTag(book.account.care, tagged)
      if (!care.ok) return care
      await post(tx, book, { care: care.value })
      const answer = { tags: shownTags(care.value) }
      await record(tx, answer)
      return accept(answer)
    })
  })
}
