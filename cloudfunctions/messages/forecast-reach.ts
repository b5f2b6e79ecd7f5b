import type { messages } from '../../shared/contract/messages'
import { reachSentence } from '../../shared/messages/reach'
import { accept } from '../../shared/refusal'
import { countMembers } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { bookKeyOf, countReachable } from './permit-document'

/** Before a launch: how many members there are to tell, and how many WeChat may tell, too. */
export const forecastReach: UseCase<typeof messages.forecast> = async (
  { templateKey },
  context,
) => {
  const [dueCount, permittedCount] = await Promise.all([
    countMembers(),
    countReachable(context.shop, templateKey),
  ])
  // A membership that was merged keeps the permits of its own WeChat.
  const reach = { dueCount, reachableCount: Math.min(permittedCount, dueCount) }
  const hasTemplate = bookKeyOf(context.shop, templateKey).templateId !== null
  return accept({ ...reach, hasTemplate, sentence: reachSentence(reach) })
}
