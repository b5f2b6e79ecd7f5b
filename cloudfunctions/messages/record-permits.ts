import type { messages, PermitsAnswer } from '../../shared/contract/messages'
import { templateKeys } from '../../shared/messages/template'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { inTransaction, platformIdentity } from '../runtime/database'
import { recorded } from '../runtime/once'
import { bookKeyOf, countAnswer } from './permit-document'

/**
 * Takes down what WeChat's sheet answered, once a request: each yes is one message more. Keys that
 * go out by one template were one line of the sheet and count once.
 */
export const recordPermits: UseCase<typeof messages.recordPermits> = ({ answers }, context) => {
  const { member, shop, now } = context
  const told = templateKeys.flatMap((key) => {
    const answer = answers[key]
    return answer ? [{ key, answer, ...bookKeyOf(shop, key) }] : []
  })
  const meaning = Object.fromEntries(told.map(({ key, answer }) => [key, answer]))
  const whose = { memberId: member._id, openid: platformIdentity().openid, now }
  return recorded<PermitsAnswer>(context, { meaning }, ({ record }) =>
    inTransaction(async (tx) => {
      const left = new Map<string, number>()
      for (const { templateKey, templateId, answer } of told) {
        if (left.has(templateKey)) continue
        const line = { ...whose, templateKey, templateId, answer }
        left.set(templateKey, await countAnswer(tx, line))
      }
      const permits = told.map(({ key, templateKey }) => {
        return { templateKey: key, leftCount: left.get(templateKey) ?? 0 }
      })
      await record(tx, { permits })
      return accept({ permits })
    }),
  )
}
