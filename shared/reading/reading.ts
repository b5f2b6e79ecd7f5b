/** What a reader answers: the value that was meant, or what is wrong with the text, by name. */

/** One sentence for each, as it stands under a field or beside a row of a file. */
export const faultSentences = {
  blank: '还没有填',
  notMoney: '读不出金额，请写成 35.80',
  grouping: '逗号的位置不对，请写成 1,280.50',
  decimals: '金额最多两位小数，到分为止',
  negative: '不能是负数',
  tooLarge: '数太大了，请核对',
  tooSmall: '数太小了，请核对',
  rounded: '表格把它改成了科学计数，请把这一列设成文本再导出',
  notWhole: '请填写整数',
  fraction: '请填写整数，不要小数',
  notDate: '读不出日期，请写成 2026-03-09',
  noSuchDay: '日历上没有这一天，请核对',
  noSuchTime: '没有这个时刻，请核对',
  shortYear: '年份请写四位，如 2026-03-09',
  dayFirst: '请按年、月、日的顺序写，如 2026-03-09',
  notPhone: '手机号是 1 开头的 11 位数字',
  phoneLength: '手机号要 11 位，请核对位数',
  masked: '手机号被星号遮住了几位，请写完整',
  signs: '只能有字母、数字和横线',
  tooLong: '号码太长了，请核对',
  digitCount: '位数不对，请核对',
  notDigits: '这里只能有数字',
  nameLength: '太长了，最多 20 个字',
} as const

export type Fault = keyof typeof faultSentences

export type Reading<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly fault: Fault }

export function readAs<V>(value: V): Reading<V> {
  return { ok: true, value }
}

export function unread(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault }
}

/** A spreadsheet's `2.02611E+15`: the figures behind are lost, so nobody may guess them. */
export function isRounded(text: string): boolean {
  return /^[+-]?\d+(?:\.\d*)?E[+-]?\d+$/i.test(text) && /[.+]/.test(text)
}
