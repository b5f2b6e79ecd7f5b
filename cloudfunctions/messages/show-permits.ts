import type { messages, PermitList } from '../../shared/contract/messages'
import { askableFromAt } from '../../shared/messages/permit'
import { templateKeys, templates } from '../../shared/messages/template'
import { accept } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { bookKeyOf, leftIn, permitsOf } from './permit-document'

/** How many messages she allows still, kind by kind, and whether she may be asked for more. */
export const showPermits: UseCase<typeof messages.permits> = async (_input, context) =>
  accept(await readPermitList(context))

export async function readPermitList(
  context: Pick<MemberContext, 'member' | 'shop' | 'now'>,
): Promise<PermitList> {
  const { member, shop, now } = context
  const books = await permitsOf(member._id)
  const permits = templateKeys.map((key) => {
    const { templateKey, templateId } = bookKeyOf(shop, key)
    const book = books.find((one) => one.templateKey === templateKey)
    const { title } = templates[key]
    return { templateKey: key, title, templateId, leftCount: leftIn(book, templateId) }
  })
  return { serverNow: now, permits, askableFromAt: askableFromAt(books, now) }
}
