import type { Fault } from '../reading/reading'

/** How a question about a row is answered. */
export const sayAnother = '确是另一笔，就加一列“另一笔”写“是”再导入'

/** Why a row is not taken; the sentence says what the manager mends in her file. */
export const importReasonSentences = {
  columns: '列数与表头不一致，或有一格太长',
  storeUnknown: '没有这家门店，请写门店名称或编号',
  storeForeign: '您不是这家门店的店长',
  dateInvalid: '日期请写成 2026-03-09',
  dateNoSuchDay: '日历上没有这一天，请核对日期',
  dateNoSuchTime: '日期后面的时刻不对，请核对',
  dateShortYear: '日期的年份请写四位，如 2026-03-09',
  dateDayFirst: '日期请按年、月、日的顺序写，如 2026-03-09',
  dateAhead: '日期在今天之后',
  dateTooOld: '日期已超过一年',
  tillInvalid: '收银台只能有字母、数字和横线，最多 16 位',
  receiptInvalid: '小票号只能有字母、数字和横线，最多 40 位',
  memberMissing: '没有会员号，也没有手机号',
  memberInvalid: '会员号是 8 位数字',
  phoneInvalid: '手机号是 1 开头的 11 位数字',
  phoneMasked: '手机号被星号遮住了几位，请写完整',
  memberUnknown: '没有找到这位会员',
  amountInvalid: '金额请写成 35.80，要大于 0',
  returnFound: '这是一笔退货，请到消费记录里给原来那一笔退款',
  returnUnknown: '这是一笔退货，没有找到原来那一笔，请到消费记录里核对',
  amountDecimals: '金额最多两位小数，到分为止',
  amountGrouping: '金额里逗号的位置不对，请写成 1,280.50',
  amountTooLarge: '一笔消费最多 10 万元，请核对金额',
  cellRounded: '表格把长号码改成了科学计数，请把这一列设成文本再导出',
  amountOverCap: '金额超过单笔上限，请由店长导入',
  excludedInvalid: '不积分金额请写成 5.00，不能超过实收金额',
  duplicateInFile: '与文件里前面一行重复',
  receiptTaken: '这张小票已登记为另一笔消费',
  receiptAsked: `可能是已登记过的同一张小票，${sayAnother}`,
  scannedAlready: `这位会员已扫码登记过同样金额的消费，当时没记小票号，${sayAnother}`,
  anotherInvalid: '“另一笔”请写“是”，或者空着',
  selfService: '不能为自己登记消费',
  pointsInvalid: '积分请写 1 到 100000 的整数',
  expiryInvalid: '到期日请写成 2026-12-31',
  expiryPast: '到期日已经过了',
  openingTaken: '这个手机号同一到期日的积分刚刚又改过，请再导入一次',
  openingSumTooLarge: '这个手机号同一到期日的积分加起来超过 10 万',
  openingClaimed: '这个手机号的老会员积分已经领走，请用人工调整',
} as const
export type ImportReason = keyof typeof importReasonSentences

export type ReadCell = 'date' | 'till' | 'receipt' | 'phone' | 'amount' | 'points' | 'expires'

interface CellReasons {
  readonly other: ImportReason
  readonly named: Readonly<Partial<Record<Fault, ImportReason>>>
}

const ofDates = { noSuchDay: 'dateNoSuchDay', noSuchTime: 'dateNoSuchTime' } as const
const rounded = { rounded: 'cellRounded' } as const

const reasons: Readonly<Record<ReadCell, CellReasons>> = {
  date: {
    other: 'dateInvalid',
    named: { ...ofDates, shortYear: 'dateShortYear', dayFirst: 'dateDayFirst' },
  },
  till: { other: 'tillInvalid', named: rounded },
  receipt: { other: 'receiptInvalid', named: rounded },
  phone: { other: 'phoneInvalid', named: { ...rounded, masked: 'phoneMasked' } },
  amount: {
    other: 'amountInvalid',
    named: {
      ...rounded,
      decimals: 'amountDecimals',
      grouping: 'amountGrouping',
      tooLarge: 'amountTooLarge',
    },
  },
  points: { other: 'pointsInvalid', named: rounded },
  expires: { other: 'expiryInvalid', named: ofDates },
}

/** What a row is refused for when one of its cells cannot be read. */
export function reasonFor(cell: ReadCell, fault: Fault): ImportReason {
  const { other, named } = reasons[cell]
  return named[fault] ?? other
}
