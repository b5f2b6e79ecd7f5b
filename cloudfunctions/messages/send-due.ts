/**
 * The outbox: what was told and waits for WeChat. Each message goes out at most once: it is marked
 * and its permit spent before the platform is asked, and nobody takes up what is marked. A run that
 * dies in between leaves a message that was perhaps not sent; it is in the inbox all the same.
 */
import { sendableData } from '../../shared/messages/message'
import { pageOf } from '../../shared/messages/page'
import { sendableAt } from '../../shared/messages/quiet-hours'
import type { TemplateKey } from '../../shared/messages/template'
import type { Chore } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import {
  bookKeyOf,
  endPermit,
  leftIn,
  type PermitBook,
  permitBooks,
  permitIdOf,
  takePermit,
} from './permit-document'
import {
  isAnyWaiting,
  type Message,
  messagesToSend,
  moveDelivery,
  settleWaiting,
} from './repository'
import { type SendAnswer, sendMessage } from './wechat-message'

const PAGE_MESSAGES = 100

/** Sends what is due, the most worth first where permits are few. */
export const sendDue: Chore = {
  name: 'send',
  every: 'tick',
  isDue: ({ now }) => isAnyWaiting(sendableAt(now)),
  run: async (context) => {
    const counts: Tally = { sent: 0, unsent: 0 }
    for (const key of sendableAt(context.now)) {
      const isDone = await sendAllOf(key, counts, context)
      if (!isDone) return { ...counts, unfinished: 1 }
    }
    return counts
  },
}

/** `sent`: what left us, whether or not an answer came; `unsent`: what stays in the inbox alone. */
type Tally = { sent: number; unsent: number }

/** False when the run has no time left; what is busy elsewhere is left for the next one. */
async function sendAllOf(key: TemplateKey, counts: Tally, context: JobContext): Promise<boolean> {
  while (context.hasTimeLeft()) {
    const found = await messagesToSend(key, PAGE_MESSAGES)
    const tried = await sendPage(key, found, context)
    if (!tried) return false
    counts.sent += tried.sent
    counts.unsent += tried.unsent
    if (found.length < PAGE_MESSAGES || tried.sent + tried.unsent === 0) return true
  }
  return false
}

/** A page at a time: most members have no permit, and for all of those it is one update. */
async function sendPage(key: TemplateKey, page: readonly Message[], context: JobContext) {
  const { templateKey, templateId } = bookKeyOf(context.shop, key)
  const idOf = ({ memberId }: Message) => permitIdOf(memberId, templateKey)
  const late = page.filter(({ isNewsUntilAt }) => isPast(isNewsUntilAt, context.now))
  const due = page.filter((message) => !late.includes(message))
  const books = templateId === null ? null : await permitBooks([...new Set(due.map(idOf))])
  const payable = due.flatMap((message) => {
    const book = books?.get(idOf(message))
    return book && leftIn(book, templateId) > 0 ? [{ message, book }] : []
  })
  const isPayable = (message: Message) => payable.some((one) => one.message === message)
  const unpaid = due.filter((message) => !isPayable(message))
  let unsent = await settleWaiting(idsOf(late), 'late')
  unsent += await settleWaiting(idsOf(unpaid), 'noPermit')
  let sent = 0
  for (const { message, book } of payable) {
    if (!context.hasTimeLeft()) return null
    const outcome = await sendOne(message, book, context)
    if (outcome === 'sent') sent += 1
    else if (outcome !== 'left') unsent += 1
  }
  return { sent, unsent }
}

/** `left`: another run is at it, or at another message of hers. */
async function sendOne(
  message: Message,
  book: PermitBook,
  { now }: JobContext,
): Promise<'sent' | 'unsent' | 'left'> {
  const { _id } = message
  const data = sendableData(message)
  const { openid: touser, templateId } = book
  if (data === null || templateId === null) {
    await settleWaiting([_id], 'failed')
    return 'unsent'
  }
  if (!(await moveDelivery(_id, 'waiting', 'sending'))) return 'left'
  if (!(await takePermit(book, now))) {
    await moveDelivery(_id, 'sending', 'waiting')
    return 'left'
  }
  const answer = await sendMessage({ touser, templateId, page: pageOf(message), data })
  const { delivery, rest } = effects[answer]
  await endPermit(book, rest)
  await moveDelivery(_id, 'sending', delivery)
  return delivery === 'sent' || delivery === 'unsure' ? 'sent' : 'unsent'
}

const effects = {
  sent: { delivery: 'sent', rest: 'asItIs' },
  refused: { delivery: 'refused', rest: 'gone' },
  wrong: { delivery: 'failed', rest: 'oneBack' },
  unknown: { delivery: 'unsure', rest: 'asItIs' },
} as const satisfies Readonly<Record<SendAnswer, object>>

function idsOf(messages: readonly Message[]): string[] {
  return messages.map(({ _id }) => _id)
}

function isPast(at: number | null, now: number): boolean {
  return at !== null && at < now
}
