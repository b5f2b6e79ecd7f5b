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
  const rows = Object.entries(fields)
    .slice(0, MOST_ROWS)
    .map(([name, value]) => [name, textOf(value)] as const)
  const isPay = /pay|refund/i.test(api)
  return { kind: isPay ? 'pay' : 'other', title: api.replace(/^openapi\./, ''), rows, ...common }
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
  if (typeof errcode === 'number' && errcode !== 0) return `${errcode} ${wordsOf(errmsg)}`.trim()
  if (typeof code === 'string') return `${code} ${wordsOf(message)}`.trim()
  if (return_code === 'FAIL') return `FAIL ${wordsOf(return_msg)}`.trim()
  return undefined
}

/** Without the trace that WeChat adds, which nobody here can follow. */
function wordsOf(text: unknown): string {
  return typeof text === 'string' ? text.replace(/\s*rid: [\w-]+$/, '') : ''
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text
}
