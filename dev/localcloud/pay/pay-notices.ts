import type { Clock } from '../clock'
import type { DueWork } from '../functions/due-work'
import type { FunctionsHost } from '../functions/functions-host'
import type { Outbox } from '../openapi/outbox'
import { type PayNotice, type PayOrder, repeated } from './order'
import type { PayBook } from './pay-book'

export interface NoticeParts {
  readonly book: PayBook
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly outbox: Outbox
  readonly log: (text: string) => void
}

/**
 * Calls the functions of paid and refunded orders until they answer `{errcode: 0}`. Nothing is
 * forgotten when the cloud is stopped; a function may hear of the same payment twice.
 */
export function createNotices(parts: NoticeParts): DueWork {
  const { book, clock } = parts
  let underWay: Promise<void> = Promise.resolve()
  let stopped = false
  const next = () => {
    const open = book.all().flatMap((order) => order.notices.map((notice) => ({ order, notice })))
    return open.reduce<(typeof open)[number] | undefined>(
      (first, one) => (first && first.notice.dueAt <= one.notice.dueAt ? first : one),
      undefined,
    )
  }
  const run = async (untilMs: number): Promise<void> => {
    for (let due = next(); due !== undefined && !stopped; due = next()) {
      if (due.notice.dueAt > untilMs) return
      const { order, notice } = due
      const isAnswered = await deliver(parts, order, notice)
      if (stopped) return
      const again = isAnswered ? undefined : repeated(notice, clock.now())
      const others = order.notices.filter(({ id }) => id !== notice.id)
      order.notices = again === undefined ? others : [...others, again]
      await book.save(order)
    }
  }
  return {
    nextAt: () => (stopped ? undefined : next()?.notice.dueAt),
    runDue(untilMs) {
      underWay = underWay
        .then(() => run(untilMs))
        .catch((fault: unknown) => parts.log(`callback of a payment: ${String(fault)}\n`))
      return underWay
    },
    stop() {
      stopped = true
    },
  }
}

async function deliver(
  { host, outbox, clock }: NoticeParts,
  { openid }: PayOrder,
  { event, functionName }: PayNotice,
): Promise<boolean> {
  let answer: unknown
  try {
    const eventText = JSON.stringify(event)
    const wish = { name: functionName, eventText, caller: {}, source: 'wx_pay' }
    answer = JSON.parse(await host.invoke(wish))
  } catch (fault) {
    answer = { failed: fault instanceof Error ? fault.message : String(fault) }
  }
  const at = new Date(clock.now()).toISOString()
  const request = { functionName, event }
  await outbox.record({ at, api: 'cloudPay.callback', openid, request, answer }).catch(() => {})
  return (
    typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode === 0
  )
}
