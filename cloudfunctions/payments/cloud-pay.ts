/**
 * WeChat's cloud pay, the only file that speaks to it. A business "no" comes as `resultCode: FAIL`
 * with its sentence in `errCodeDes`; the SDK writes 0 over its code, so only the sentence tells.
 * None of these is a database call, and none is made inside a transaction.
 */
import * as v from 'valibot'
import type { PaymentParameters } from '../../shared/contract/payments'
import { accept, refuse } from '../../shared/refusal'
import { memberIdOf } from '../runtime/caller'
import { payInterfaces, platformIdentity } from '../runtime/database'
import type { PayPort, RefundAnswer, Seen } from './pay-port'

type Asked = Record<string, unknown>
type PayCall = (options: Asked) => Promise<unknown>
interface PayInterfaces {
  unifiedOrder: PayCall
  queryOrder: PayCall
  closeOrder: PayCall
  refund: PayCall
}

/** The function that WeChat calls when an order is paid or refunded. */
const NOTICE_FUNCTION = 'payments'

const parameters = v.object({
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.string(),
  paySign: v.string(),
})
const answerShape = v.looseObject({
  returnCode: v.string(),
  resultCode: v.optional(v.string()),
  errCodeDes: v.optional(v.string()),
  tradeState: v.optional(v.string()),
  payment: v.optional(parameters),
})
const paidShape = v.object({
  totalFee: v.number(),
  transactionId: v.string(),
  appid: v.optional(v.string(), ''),
  subAppid: v.optional(v.string(), ''),
  openid: v.optional(v.string(), ''),
  subOpenid: v.optional(v.string(), ''),
})

export const cloudPay: PayPort = {
  async order({ orderId, title, amountFen }) {
    const { clientIp, environment } = platformIdentity()
    const merchant = merchantOf()
    if (merchant === null) return refuse('PAYMENT_OFF')
    const answer = await ask('unifiedOrder', {
      ...merchant,
      body: title,
      outTradeNo: orderId,
      totalFee: amountFen,
      spbillCreateIp: clientIp || '127.0.0.1',
      envId: environment,
      functionName: NOTICE_FUNCTION,
      tradeType: 'JSAPI',
    })
    const payment = answer?.resultCode === 'SUCCESS' ? answer.payment : undefined
    return payment ? accept<PaymentParameters>(payment) : refuse('PAYMENT_FAILED')
  },

  async query(orderId) {
    const answer = await ask('queryOrder', { ...merchantOf(), outTradeNo: orderId })
    return answer === null ? { state: 'unknown' } : seenIn(answer)
  },

  async close(orderId) {
    const answer = await ask('closeOrder', { ...merchantOf(), outTradeNo: orderId })
    return answer?.resultCode === 'SUCCESS'
  },

  async refund({ orderId, amountFen, refundNo, refundFen }) {
    const { environment } = platformIdentity()
    const answer = await ask('refund', {
      ...merchantOf(),
      outTradeNo: orderId,
      outRefundNo: refundNo,
      totalFee: amountFen,
      refundFee: refundFen,
      envId: environment,
      functionName: NOTICE_FUNCTION,
    })
    return refundAnswerIn(answer)
  },
}

/** Who paid, by the program's own names where a service provider stands between. */
export function payerOf(paid: {
  appid: string
  subAppid: string
  openid: string
  subOpenid: string
}): string {
  const openid = paid.subOpenid || paid.openid
  return memberIdOf(paid.subOpenid === '' ? paid.appid : paid.subAppid || paid.appid, openid)
}

type PayAnswer = v.InferOutput<typeof answerShape>

/** Null: no answer, or none that can be read. */
async function ask(name: keyof PayInterfaces, options: Asked): Promise<PayAnswer | null> {
  // Parse edge: the SDK types its interfaces of payments as anything.
  const interfaces = payInterfaces as PayInterfaces
  try {
    const answer = v.safeParse(answerShape, await interfaces[name](options))
    return answer.success && answer.output.returnCode === 'SUCCESS' ? answer.output : null
  } catch {
    return null
  }
}

function seenIn(answer: PayAnswer): Seen {
  if (answer.resultCode !== 'SUCCESS') {
    const isAbsent = answer.errCodeDes?.includes('不存在') ?? false
    return { state: isAbsent ? 'absent' : 'unknown' }
  }
  switch (answer.tradeState) {
    case 'NOTPAY':
    case 'USERPAYING':
    case 'PAYERROR':
      return { state: 'unpaid' }
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed' }
    case 'SUCCESS':
    case 'REFUND': {
      const paid = v.safeParse(paidShape, answer)
      if (!paid.success) return { state: 'unknown' }
      const { totalFee: amountFen, transactionId } = paid.output
      return { state: 'paid', amountFen, transactionId, memberId: payerOf(paid.output) }
    }
    default:
      return { state: 'unknown' }
  }
}

function refundAnswerIn(answer: PayAnswer | null): RefundAnswer {
  if (answer === null) return { state: 'unknown' }
  if (answer.resultCode === 'SUCCESS') return { state: 'done' }
  return { state: 'refused', words: answer.errCodeDes ?? '微信没有说明原因' }
}

/** Of the console's binding of a merchant; null where there is none. */
function merchantOf(): { subMchId: string } | null {
  const subMchId = process.env.HUILIN_SUB_MCH_ID ?? ''
  return subMchId === '' ? null : { subMchId }
}
