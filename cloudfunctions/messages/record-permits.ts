import type { messages } from '../../shared/contract/messages'
import type { PermitAnswer } from '../../shared/messages/permit'
import { templateKeys } from '../../shared/messages/template'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { inTransaction, platformIdentity } from '../runtime/database'
import { recorded } from '../runtime/once'
import { bookKeyOf, countAnswer } from './permit-document'
import { readPermitList } from './show-permits'

/**
 * Takes down what WeChat's sheet answered, once a request: each yes is one message more. Keys that
 * go out by one template were one line of the sheet and count once.
 */
export const recordPermits: UseCase<typeof messages.recordPermits> = async (input, context) => {
  const { answers } = input
  const { member, shop, now } = context
  const told = templateKeys.flatMap((key) => {
    const answer = answers[key]
    return answer ? [{ key, answer }] : []
  })
  const meaning = Object.fromEntries(told.map(({ key, answer }) => [key, answer]))
  const whose = { memberId: member._id, openid: platformIdentity().openid }
  const booked = await recorded<null>(context, { meaning }, ({ record }) =>
    inTransaction(async (tx) => {
      const lines = new Map<string, { key: (typeof templateKeys)[number]; answer: PermitAnswer }>()
      for (const line of told) lines.set(bookKeyOf(shop, line.key).templateKey, line)
      for (const { key, answer } of lines.values()) {
        await countAnswer(tx, { ...whose, ...bookKeyOf(shop, key), answer, now })
      }
      await record(tx, null)
      return accept(null)
    }),
  )
  return booked.ok ? accept(await readPermitList(context)) : booked
}
