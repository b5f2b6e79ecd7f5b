import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { Store } from '../engine/store'
import type { DueWork } from '../functions/due-work'
import type { FunctionsHost, RunningCall } from '../functions/functions-host'
import { appId } from '../functions/invocation'
import type { Outbox } from '../openapi/outbox'
import { invalidParam } from '../platform-error'
import type { Readings } from '../readings'
import { type PayNotice, type PayOrder, payTime } from './order'
import { openPayBook, type PayBook } from './pay-book'
import { type PayContext, payCalls, type Wire } from './pay-calls'
import { createNotices } from './pay-notices'
import { signatureOf } from './payment'

/** WeChat's side of payments: the merchant's calls, the phone's tap, the callbacks. */
export interface Pay {
  /** Answers `cloudPay.<apiName>`, JSON in and out. */
  answer(apiName: string, requestData: Buffer, call: RunningCall | undefined): Promise<Buffer>
  /** `wx.requestPayment` of a phone: why it fails, or undefined when it is paid. */
  payAsPhone(openid: string, payment: Wire, fate?: NoticeFate): Promise<string | undefined>
  readonly notices: DueWork
  readonly book: PayBook
}

/** What becomes of the callback of one payment; else it comes at once. */
export type NoticeFate = 'lost' | 'doubled' | { readonly lateMs: number }

export interface PayParts {
  readonly store: Store
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly outbox: Outbox
  readonly secret: string
  readonly readings: Pick<Readings, 'refundLists'>
  readonly log: (text: string) => void
}

/** A prepay id is good for two hours (reference of the unified order). */
const prepayMs = 2 * 3_600_000

export function openPay(parts: PayParts): Pay {
  const { store, clock, secret, outbox, readings } = parts
  const book = openPayBook(store)
  const notices = createNotices({ ...parts, book })
  const announce: PayContext['announce'] = (order, { functionName, event }) => {
    order.notices = [...order.notices, noticeAt(clock.now(), { functionName, event })]
  }
  // The callback comes in its own time, as on the platform: nobody waits for it.
  const callBack = (): void => void setImmediate(() => void notices.runDue(clock.now()))
  return {
    book,
    notices,
    async answer(apiName, requestData, call) {
      const fields = readFields(requestData)
      const act = Object.hasOwn(payCalls, apiName) ? payCalls[apiName] : undefined
      if (act === undefined) {
        throw invalidParam(`cloudPay.${apiName} is not supported by the local cloud`)
      }
      const openid = call?.request.caller.openid
      const reply = await act(
        { book, nowMs: clock.now(), secret, openid, announce, readings },
        fields,
      )
      callBack()
      const from = call && { function: call.request.name, requestId: call.callId }
      await outbox.record({
        at: new Date(clock.now()).toISOString(),
        api: `cloudPay.${apiName}`,
        ...(from === undefined ? {} : { from }),
        ...(openid === undefined ? {} : { openid }),
        request: fields,
        answer: reply,
      })
      return Buffer.from(JSON.stringify(reply))
    },
    async payAsPhone(openid, payment, fate) {
      const order = book.byPrepay(String(payment.package ?? '').replace(/^prepay_id=/, ''))
      if (order === undefined || payment.paySign !== signatureOf(payment, secret)) {
        return '支付验证签名失败'
      }
      if (order.openid !== openid) return '下单账号与支付账号不一致'
      if (order.state === 'SUCCESS') return '该订单已支付'
      if (order.state === 'CLOSED') return '该订单已关闭'
      if (clock.now() - order.prepaidAt > prepayMs) return '订单已过期'
      order.state = 'SUCCESS'
      order.paidAt = clock.now()
      const { functionName, paidAt } = order
      const notice = { functionName, event: paidEvent(order, paidAt) }
      const dueAt = paidAt + (typeof fate === 'object' ? fate.lateMs : 0)
      const count = fate === 'lost' ? 0 : fate === 'doubled' ? 2 : 1
      const told = Array.from({ length: count }, () => noticeAt(dueAt, notice))
      order.notices = [...order.notices, ...told]
      await book.save(order)
      callBack()
      return undefined
    },
  }
}

function noticeAt(dueAt: number, told: Pick<PayNotice, 'functionName' | 'event'>): PayNotice {
  return { id: randomUUID(), ...told, firstAt: dueAt, attemptCount: 0, dueAt }
}

/** The event as the callback's page shows it. */
function paidEvent(order: PayOrder, paidAt: number): Wire {
  const { subMchId, openid, totalFeeFen, transactionId, outTradeNo, prepayId, attach } = order
  return {
    ...{ returnCode: 'SUCCESS', appid: appId, mchId: 'local', subAppid: appId, subMchId },
    ...{ nonceStr: prepayId.slice(-16), resultCode: 'SUCCESS', openid, isSubscribe: 'N' },
    ...{ subOpenid: openid, subIsSubscribe: 'N', tradeType: 'JSAPI', bankType: 'OTHERS' },
    ...{ totalFee: totalFeeFen, feeType: 'CNY', cashFee: totalFeeFen, transactionId, outTradeNo },
    timeEnd: payTime(paidAt),
    ...(attach === undefined ? {} : { attach }),
  }
}

function readFields(requestData: Buffer): Wire {
  try {
    const fields: unknown = JSON.parse(requestData.toString())
    if (typeof fields === 'object' && fields !== null) return { ...fields }
  } catch {
    // Answered below, as an object that is none.
  }
  throw invalidParam('requestData is no JSON object')
}
