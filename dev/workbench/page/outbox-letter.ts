import type { OutboxEntry } from '../../localcloud/openapi/outbox'

/** An entry of the outbox in the words of the person whom it reaches. */
export interface Letter {
  readonly kind: 'message' | 'code' | 'pay' | 'other'
  readonly title: string
  readonly rows: readonly (readonly [name: string, value: string])[]
  /** What a code picture says when it is scanned. */
  readonly codeText?: string
  /** Why WeChat refused; absent when it did not. */
  readonly refusal?: string
}

/** WeChat's kinds of field, by the letters in the name of a keyword: `thing1`, `date3`. */
const keywordNames: Readonly<Record<string, string>> = {
  thing: '事项',
  number: '数量',
  letter: '字母',
  symbol: '符号',
  character_string: '编号',
  time: '时间',
  date: '日期',
  amount: '金额',
  phone_number: '电话',
  car_number: '车牌',
  name: '姓名',
  phrase: '状态',
}

const codes = [
  'openapi.wxacode.getUnlimited',
  'openapi.wxacode.get',
  'openapi.wxacode.createQRCode',
]

const MOST_ROWS = 6
const MOST_TEXT = 120

export function letterOf({ api, request, answer }: OutboxEntry): Letter {
  const refusal = refusalIn(answer)
  const fields = fieldsOf(request)
  const common = refusal === undefined ? {} : { refusal }
  if (api === 'openapi.subscribeMessage.send') {
    const title = `模板 ${textOf(fields.template_id)}`
    return { kind: 'message', title, rows: keywordsIn(fields.data), ...common }
  }
  if (codes.includes(api)) {
    const { page, path, scene } = fields
    const codeText = scene === undefined ? textOf(path) : `${textOf(page)}?scene=${textOf(scene)}`
    const drawn = refusal === undefined ? { codeText } : {}
    return { kind: 'code', title: '小程序码', rows: [['打开', codeText]], ...drawn, ...common }
  }
  if (api.startsWith('cloudPay.')) return payLetter(api, fields, answer)
  const rows = Object.entries(fields)
    .slice(0, MOST_ROWS)
    .map(([name, value]) => [name, textOf(value)] as const)
  return { kind: 'other', title: api.replace(/^openapi\./, ''), rows, ...common }
}

const payTitles: Readonly<Record<string, string>> = {
  'cloudPay.unifiedOrder': '下单',
  'cloudPay.queryOrder': '查订单',
  'cloudPay.closeOrder': '关闭订单',
  'cloudPay.refund': '退款',
  'cloudPay.queryRefund': '查退款',
  'cloudPay.callback': '支付通知',
}

/** What functions ask is in snake case, what they are told in camel case. */
const payRows: readonly (readonly [name: string, keys: readonly string[], isFen?: boolean])[] = [
  ['商品', ['body']],
  ['单号', ['out_trade_no', 'outTradeNo']],
  ['退款单号', ['out_refund_no', 'outRefundNo']],
  ['金额', ['total_fee', 'totalFee'], true],
  ['退款金额', ['refund_fee', 'refundFee'], true],
  ['通知函数', ['functionName', 'function_name']],
]

function payLetter(api: string, fields: Fields, answer: unknown): Letter {
  const told = { ...fields, ...fieldsOf(fields.event) }
  const rows = payRows.flatMap(([name, keys, isFen]) => {
    const value = keys.map((key) => told[key]).find((one) => one !== undefined)
    if (value === undefined) return []
    return [[name, isFen ? `¥${(Number(value) / 100).toFixed(2)}` : textOf(value)] as const]
  })
  const refusal = api === 'cloudPay.callback' ? deafness(answer) : refusalIn(answer)
  const common = refusal === undefined ? {} : { refusal }
  return { kind: 'pay', title: payTitles[api] ?? api, rows, ...common }
}

/** A callback that is not answered `{errcode: 0}` comes again. */
function deafness(answer: unknown): string | undefined {
  const { errcode, failed } = fieldsOf(answer)
  if (errcode === 0) return undefined
  return `函数没有回答 {errcode: 0}，会再来：${failed === undefined ? textOf(answer) : textOf(failed)}`
}

function keywordsIn(data: unknown): Letter['rows'] {
  return Object.entries(fieldsOf(data)).map(([keyword, holder]) => {
    const kind = keyword.replace(/\d+$/, '')
    return [keywordNames[kind] ?? keyword, textOf(fieldsOf(holder).value)] as const
  })
}

/** WeChat answers `errcode` 0 or none when all is well; the platform's own refusals a `code`. */
function refusalIn(answer: unknown): string | undefined {
  const { errcode, errmsg, code, message, return_code, return_msg } = fieldsOf(answer)
  const { result_code, err_code, err_code_des } = fieldsOf(answer)
  if (typeof errcode === 'number' && errcode !== 0) return `${errcode} ${wordsOf(errmsg)}`.trim()
  if (typeof code === 'string') return `${code} ${wordsOf(message)}`.trim()
  if (return_code === 'FAIL') return `FAIL ${wordsOf(return_msg)}`.trim()
  if (result_code === 'FAIL') return `${wordsOf(err_code)} ${wordsOf(err_code_des)}`.trim()
  return undefined
}

/** Without the trace that WeChat adds, which nobody here can follow. */
function wordsOf(text: unknown): string {
  return typeof text === 'string' ? text.replace(/\s*rid: [\w-]+$/, '') : ''
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text
}
