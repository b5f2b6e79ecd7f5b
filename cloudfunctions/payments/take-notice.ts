import * as v from 'valibot'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import { bookPayment } from './book-payment'
import { payerOf } from './cloud-pay'
import type { Order } from './order-document'
import { raiseFlag, readOrder } from './repository'
import type { Till } from './tend-orders'

const orderName = v.pipe(v.string(), v.regex(/^[\w|*@-]{1,64}$/))
const someText = v.optional(v.pipe(v.string(), v.maxLength(200)), '')
const shape = v.object({
  returnCode: v.string(),
  resultCode: someText,
  outTradeNo: orderName,
  outRefundNo: v.optional(orderName),
  refundStatus: someText,
  totalFee: v.pipe(v.number(), v.safeInteger()),
  appid: someText,
  subAppid: someText,
  openid: someText,
  subOpenid: someText,
})
type Notice = v.InferOutput<typeof shape>

/**
 * What WeChat tells of an order: a reason to ask, never a proof. Nothing is booked that WeChat,
 * asked for the order, does not say itself. What speaks of another amount, another payer or an
 * order that is not ours is refused and flagged. A refusal of this says that telling again helps.
 */
export async function takeNotice(
  event: object,
  till: Till,
  { now }: Pick<JobContext, 'now'>,
): Promise<Outcome<null>> {
  const parsed = v.safeParse(shape, event)
  if (!parsed.success || parsed.output.returnCode !== 'SUCCESS') return accept(null)
  const notice = parsed.output
  const order = await readOrder(notice.outTradeNo)
  if (!order) return flag(notice, { reason: 'unknownOrder', order, now })
  if (notice.outRefundNo !== undefined) return takeRefund(notice, order, now)
  if (notice.resultCode !== 'SUCCESS') return accept(null)
  if (notice.totalFee !== order.amountFen || payerOf(notice) !== order.memberId) {
    return flag(notice, { reason: 'noticeDiffers', order, now })
  }
  if (order.paid !== null) return accept(null)
  const seen = await till.port.query(order._id)
  if (seen.state === 'paid') return bookPayment(order._id, { kinds: till.kinds, seen, now })
  // It may not know yet itself; of one that it says it closed there is nothing to wait for.
  if (seen.state === 'unpaid' || seen.state === 'unknown') return refuse('BUSY')
  return flag(notice, { reason: 'noticeDiffers', order, now })
}

/** That it was given back is known from the refund's own answer; that it was not is news. */
async function takeRefund(notice: Notice, order: Order, now: number): Promise<Outcome<null>> {
  if (notice.refundStatus === 'SUCCESS') return accept(null)
  return flag(notice, { reason: 'refundRefused', order, now })
}

async function flag(
  notice: Notice,
  { reason, order, now }: { reason: FlagOfNotice; order: Order | null; now: number },
): Promise<Outcome<null>> {
  const { outTradeNo: orderId, totalFee: saidFen, outRefundNo = null, refundStatus } = notice
  const { what = null, title = null, amountFen: orderedFen = null } = order ?? {}
  const words = outRefundNo === null ? null : `${outRefundNo} ${refundStatus}`
  await raiseFlag({ reason, orderId, what, title, orderedFen, saidFen, words, at: now })
  return accept(null)
}

type FlagOfNotice = 'unknownOrder' | 'noticeDiffers' | 'refundRefused'
