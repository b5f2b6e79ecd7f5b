import { randomBytes } from 'node:crypto'
import { appId } from '../functions/invocation'
import type { Readings } from '../readings'
import { type PayOrder, type PayRefund, payTime, refundedFen } from './order'
import type { PayBook } from './pay-book'
import { paymentOf } from './payment'

export interface PayContext {
  readonly book: PayBook
  readonly nowMs: number
  readonly secret: string
  readonly readings: Pick<Readings, 'refundLists'>
  /** Who calls the function that orders; she pays unless the order names somebody. */
  readonly openid: string | undefined
  /** Tells the order's function of what happened, again and again until it answers. */
  readonly announce: (order: PayOrder, notice: { functionName: string; event: Wire }) => void
}

export type Wire = Readonly<Record<string, unknown>>

type PayCall = (context: PayContext, fields: Wire) => Promise<Wire>

/** What a function can call as `cloud.cloudPay.<name>`; fields travel in snake case. */
export const payCalls: Readonly<Record<string, PayCall>> = {
  unifiedOrder,
  queryOrder,
  closeOrder,
  refund,
  queryRefund,
}

const tradeNo = /^[\w|*@-]{1,32}$/
const refundNo = /^[\w|*@-]{1,64}$/
const mostFen = 100_000_000
const mostRefunds = 50
const refundableMs = 365 * 86_400_000

/** Source: the reference of `CloudPay.unifiedOrder` and WeChat Pay's (v2) codes of errors. */
async function unifiedOrder(context: PayContext, fields: Wire): Promise<Wire> {
  const { book, nowMs, secret } = context
  const openid = fields.sub_openid ?? fields.openid ?? context.openid
  const wrong = wrongFieldOf({ ...fields, openid })
  if (wrong !== undefined) return notUnderstood(wrong)
  const { out_trade_no: outTradeNo, sub_mch_id: subMchId } = fields
  const known = book.byTradeNo(outTradeNo, subMchId)
  if (known?.state === 'SUCCESS') return refused('ORDERPAID', '该订单已支付')
  if (known?.state === 'CLOSED') return refused('ORDERCLOSED', '该订单已关闭')
  if (known && (known.totalFeeFen !== fields.total_fee || known.openid !== openid)) {
    return refused('OUT_TRADE_NO_USED', '商户订单号重复')
  }
  const prepayId = `wx${payTime(nowMs)}${randomBytes(9).toString('hex')}`
  if (known !== undefined) Object.assign(known, { prepayId, prepaidAt: nowMs })
  const order =
    known ??
    (await book.add({
      outTradeNo: String(outTradeNo),
      subMchId: String(subMchId),
      openid: String(openid),
      body: String(fields.body),
      ...(fields.attach === undefined ? {} : { attach: String(fields.attach) }),
      totalFeeFen: Number(fields.total_fee),
      functionName: String(fields.function_name),
      transactionId: `42000${payTime(nowMs)}${randomDigits(9)}`,
      createdAt: nowMs,
      prepayId,
      prepaidAt: nowMs,
      state: 'NOTPAY',
      refunds: [],
      notices: [],
    }))
  await book.save(order)
  const payment = paymentOf(order, secret)
  return { ...understood(order), trade_type: 'JSAPI', prepay_id: prepayId, payment }
}

function wrongFieldOf(fields: Wire): string | undefined {
  const { total_fee: fee, body, attach, function_name: functionName, openid } = fields
  if (!isText(functionName, 60)) return 'functionName'
  if (!isText(fields.env_id, 64)) return 'envId'
  if (!isText(fields.sub_mch_id, 32)) return 'sub_mch_id'
  if (!isText(body, 128)) return 'body'
  if (!tradeNo.test(String(fields.out_trade_no ?? ''))) return 'out_trade_no'
  if (!isText(fields.spbill_create_ip, 64)) return 'spbill_create_ip'
  if (!isText(openid, 128)) return 'openid'
  if (attach !== undefined && !isText(attach, 127)) return 'attach'
  if (fields.trade_type !== undefined && fields.trade_type !== 'JSAPI') return 'trade_type'
  return isFen(fee) ? undefined : 'total_fee'
}

async function queryOrder({ book }: PayContext, fields: Wire): Promise<Wire> {
  const order = find(book, fields)
  if (order === undefined) return refused('ORDERNOTEXIST', '订单不存在')
  const tradeState = order.refunds.length > 0 ? 'REFUND' : order.state
  return { ...understood(order), ...tradeOf(order), trade_state: tradeState }
}

async function closeOrder({ book }: PayContext, fields: Wire): Promise<Wire> {
  const order = find(book, fields)
  if (order === undefined) return refused('ORDERNOTEXIST', '订单不存在')
  if (order.state === 'SUCCESS') return refused('ORDERPAID', '订单已支付')
  if (order.state === 'CLOSED') return refused('ORDERCLOSED', '订单已关闭')
  order.state = 'CLOSED'
  await book.save(order)
  return understood(order)
}

/** The same number and amount is the same refund; all refunds together never exceed the order. */
async function refund(context: PayContext, fields: Wire): Promise<Wire> {
  const { book, nowMs, announce } = context
  const { out_refund_no: outRefundNo, total_fee: totalFee, refund_fee: refundFee } = fields
  if (!refundNo.test(String(outRefundNo ?? ''))) return notUnderstood('out_refund_no')
  if (!isFen(refundFee) || !isFen(totalFee)) return notUnderstood('refund_fee')
  const order = find(book, fields)
  if (order === undefined) return refused('ORDERNOTEXIST', '订单不存在')
  if (order.state !== 'SUCCESS') return refused('TRADE_STATE_ERROR', '订单状态错误')
  const before = order.refunds.find((one) => one.outRefundNo === outRefundNo)
  if (order.totalFeeFen !== totalFee || (before && before.refundFeeFen !== refundFee)) {
    return refused('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致')
  }
  if (before !== undefined) return { ...understood(order), ...refundOf(order, before) }
  if (nowMs - (order.paidAt ?? 0) > refundableMs)
    return refused('TRADE_OVERDUE', '订单已经超过退款期限')
  if (refundedFen(order) + refundFee > order.totalFeeFen) {
    return refused('ERROR', '累计退款金额大于支付金额')
  }
  if (order.refunds.length >= mostRefunds) return refused('ERROR', '部分退款次数超过限制')
  const refundId = `50000${payTime(nowMs)}${randomDigits(9)}`
  const made = {
    outRefundNo: String(outRefundNo),
    refundId,
    refundFeeFen: refundFee,
    refundedAt: nowMs,
  }
  order.refunds.push(made)
  const { function_name: functionName } = fields
  if (typeof functionName === 'string' && functionName !== '') {
    announce(order, { functionName, event: refundEvent(order, made) })
  }
  await book.save(order)
  return { ...understood(order), ...refundOf(order, made) }
}

async function queryRefund({ book, readings }: PayContext, fields: Wire): Promise<Wire> {
  const { refund_id: refundId, out_refund_no: outRefundNo, offset = 0 } = fields
  const isWanted = (one: PayRefund): boolean =>
    refundId === undefined ? one.outRefundNo === outRefundNo : one.refundId === refundId
  const isOne = refundId !== undefined || outRefundNo !== undefined
  const order = isOne
    ? book.all().find(({ refunds }) => refunds.some(isWanted))
    : find(book, fields)
  if (order === undefined || order.refunds.length === 0) {
    return refused('REFUNDNOTEXIST', '退款订单查询失败')
  }
  const start = Number(offset)
  const listed = isOne ? order.refunds.filter(isWanted) : order.refunds.slice(start, start + 10)
  return {
    ...understood(order),
    ...tradeOf(order),
    total_refund_count: order.refunds.length,
    refund_count: listed.length,
    ...listsOf(readings.refundLists === 'filled' ? listed : []),
  }
}

/** Documented as filled; reports show them empty, so code must not depend on them. */
function listsOf(listed: readonly PayRefund[]): Wire {
  return {
    out_refund_no_list: listed.map((one) => one.outRefundNo),
    refund_id_list: listed.map((one) => one.refundId),
    refund_fee_list: listed.map((one) => one.refundFeeFen),
    refund_status_list: listed.map(() => 'SUCCESS'),
    refund_success_time_list: listed.map((one) => payTime(one.refundedAt)),
  }
}

function refundEvent(
  order: PayOrder,
  { outRefundNo, refundId, refundFeeFen, refundedAt }: PayRefund,
) {
  return {
    returnCode: 'SUCCESS',
    ...{ appid: appId, mchId: 'local', subAppid: appId, subMchId: order.subMchId },
    ...{ transactionId: order.transactionId, outTradeNo: order.outTradeNo },
    ...{ outRefundNo, refundId, totalFee: order.totalFeeFen, refundFee: refundFeeFen },
    ...{ refundStatus: 'SUCCESS', successTime: payTime(refundedAt) },
  }
}

function tradeOf({
  openid,
  outTradeNo,
  transactionId,
  totalFeeFen,
  paidAt,
  attach,
}: PayOrder): Wire {
  const paid =
    paidAt === undefined ? {} : { transaction_id: transactionId, time_end: payTime(paidAt) }
  const order = { out_trade_no: outTradeNo, total_fee: totalFeeFen, sub_openid: openid, ...paid }
  return attach === undefined ? order : { ...order, attach }
}

function refundOf({ outTradeNo, transactionId, totalFeeFen }: PayOrder, made: PayRefund): Wire {
  const { outRefundNo, refundId, refundFeeFen } = made
  return {
    ...{ out_trade_no: outTradeNo, transaction_id: transactionId, total_fee: totalFeeFen },
    ...{ out_refund_no: outRefundNo, refund_id: refundId, refund_fee: refundFeeFen },
  }
}

function find(book: PayBook, { transaction_id, out_trade_no, sub_mch_id }: Wire) {
  return transaction_id === undefined
    ? book.byTradeNo(out_trade_no, sub_mch_id)
    : book.byTransaction(transaction_id)
}

function understood({ subMchId }: PayOrder): Wire {
  const merchant = { appid: appId, mch_id: 'local', sub_appid: appId, sub_mch_id: subMchId }
  const nonce = { nonce_str: randomBytes(8).toString('hex') }
  return { return_code: 'SUCCESS', return_msg: 'OK', result_code: 'SUCCESS', ...merchant, ...nonce }
}

/** The SDK writes 0 over `err_code`, so that only the sentence reaches the function. */
function refused(code: string, sentence: string): Wire {
  const told = { result_code: 'FAIL', err_code: code, err_code_des: sentence }
  return { return_code: 'SUCCESS', return_msg: 'OK', ...told }
}

function notUnderstood(field: string): Wire {
  return { return_code: 'FAIL', return_msg: `参数错误:${field}` }
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= most
}

function isFen(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostFen
}

function randomDigits(count: number): string {
  return String(randomBytes(6).readUIntBE(0, 6)).padStart(count, '0').slice(-count)
}
