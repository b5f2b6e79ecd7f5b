import type { CouponKind } from '@shared/coupons/kinds'
import { AMOUNT_MAX_LENGTH, LINE_TITLE_MAX_LENGTH, MAX_BILL_FEN } from '@shared/limits'
import { plainText } from '@shared/reading/fold'
import { plainYuan } from '@shared/yuan'
import { fenOf } from '../parts/amount'

/** One figure of a kind, as a manager types it. */
export interface KindField {
  /** The figure's name in the template. */
  readonly name: 'faceFen' | 'percentOff' | 'capFen' | 'thing' | 'priceFen'
  readonly label: string
  readonly placeholder: string
  readonly type: 'text' | 'digit'
  readonly maxLength: number
  /** Null: it will not do. */
  read(typed: string): number | string | null
  write(figure: number | string): string
  /** What is said of one that will not do. */
  readonly problem: string
}

const amount = (name: KindField['name'], label: string, placeholder: string): KindField => ({
  ...{ name, label, placeholder, type: 'digit', maxLength: AMOUNT_MAX_LENGTH },
  read: amountIn,
  write: (fen) => plainYuan(Number(fen)),
  problem: `请填大于 0、不超过 ${plainYuan(MAX_BILL_FEN)} 的金额`,
})

const thing = (label: string, placeholder: string): KindField => ({
  ...{ name: 'thing', label, placeholder, type: 'text', maxLength: LINE_TITLE_MAX_LENGTH },
  read: (typed) => typed.trim() || null,
  write: String,
  problem: '请写清楚是什么',
})

const percentOff: KindField = {
  ...{ name: 'percentOff', label: '打几折', placeholder: '例如 8.5', type: 'digit', maxLength: 8 },
  read: percentOffIn,
  write: (percent) => plainTenths(100 - Number(percent)),
  problem: '请填 0.1 到 9.9 的折扣',
}

interface KindWords {
  readonly kind: CouponKind
  readonly label: string
  /** A thing that is handed over meets no bill, which could be large enough or not. */
  readonly hasThreshold: boolean
  readonly fields: readonly KindField[]
}

/** What a manager chooses among, and what each kind asks her for. */
export const kindTable: readonly KindWords[] = [
  {
    ...{ kind: 'amountOff', label: '满减券', hasThreshold: true },
    fields: [amount('faceFen', '减多少元', '例如 5')],
  },
  {
    ...{ kind: 'percent', label: '折扣券', hasThreshold: true },
    fields: [percentOff, amount('capFen', '最多减', '例如 30')],
  },
  {
    ...{ kind: 'gift', label: '赠品券', hasThreshold: false },
    fields: [thing('送什么', '例如 现烤曲奇一份')],
  },
  {
    ...{ kind: 'exchange', label: '换购券', hasThreshold: true },
    fields: [thing('换什么', '例如 鲜牛奶一盒'), amount('priceFen', '加多少元', '例如 1')],
  },
  {
    ...{ kind: 'freight', label: '运费券', hasThreshold: true },
    fields: [amount('capFen', '运费最多减', '例如 6')],
  },
]

export function kindWordsOf(kind: CouponKind): KindWords {
  const words = kindTable.find((row) => row.kind === kind)
  if (!words) throw new Error(`no row for coupons of kind ${kind}`)
  return words
}

function amountIn(typed: string): number | null {
  const fen = fenOf(typed)
  return fen === null || fen === 0 ? null : fen
}

/** `8.5` is fifteen hundredths off. */
function percentOffIn(typed: string): number | null {
  const parts = /^(\d)(?:\.(\d))?(?: ?折)?$/.exec(plainText(typed))
  if (!parts) return null
  const tenths = Number(parts[1]) * 10 + Number(parts[2] ?? '0')
  return tenths === 0 ? null : 100 - tenths
}

function plainTenths(tenths: number): string {
  const whole = Math.floor(tenths / 10)
  return tenths % 10 === 0 ? String(whole) : `${whole}.${tenths % 10}`
}
