/** `subscribeMessage.send`; the function lists it in its config.json. */
import type { TemplateData } from '../../shared/messages/template'
import { openInterfaces } from '../runtime/database'

interface MessageInterfaces {
  subscribeMessage: {
    send(options: {
      touser: string
      templateId: string
      page: string
      data: TemplateData
    }): Promise<{ errCode?: number }>
  }
}

export type SendWish = Parameters<MessageInterfaces['subscribeMessage']['send']>[0]

/**
 * What the platform says: `refused` is 43101, she allows none any more; `wrong` is something of the
 * message itself, for which it spends no permit; `unknown` is everything else, also silence.
 */
export type SendAnswer = 'sent' | 'refused' | 'wrong' | 'unknown'

const NO_PERMIT = 43_101
/** Openid, template, page, words: the reference of `subscribeMessage.send`. */
const WRONG = new Set([40_003, 40_037, 41_030, 47_003])

/** Asks the platform once. It is no database call, and is never made inside a transaction. */
export async function sendMessage(wish: SendWish): Promise<SendAnswer> {
  // Parse edge: the SDK types its open interfaces as anything; this is the reference's answer.
  const { subscribeMessage } = openInterfaces as MessageInterfaces
  try {
    const { errCode = 0 } = await subscribeMessage.send(wish)
    return meaningOf(errCode)
  } catch (fault) {
    const said = typeof fault === 'object' && fault !== null && 'errCode' in fault
    return said ? meaningOf(Number(fault.errCode)) : 'unknown'
  }
}

function meaningOf(errCode: number): SendAnswer {
  if (errCode === 0) return 'sent'
  if (errCode === NO_PERMIT) return 'refused'
  return WRONG.has(errCode) ? 'wrong' : 'unknown'
}
