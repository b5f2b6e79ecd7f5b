/**
 * A till's day as a shop keeps it in a notebook: what was sold, what came off, what came back, and
 * which of it a closing has counted. It adds and takes away, and knows no rule of the shop's.
 */
export const BOOK_TILLS = ['1', '2', null] as const
export type BookTill = (typeof BOOK_TILLS)[number]

export interface BookLine {
  readonly title: string
  readonly amountFen: number
}

export interface BookSale {
  readonly tillNo: BookTill
  /** The day that it was sold on. */
  readonly on: string
  readonly receiptNo: string | null
  readonly lines: readonly BookLine[]
  readonly freightFen: number
  readonly couponFen: number
  readonly pointsFen: number
  readonly roundOffFen: number
}

/** A sale in the book, with what came back of it. */
export interface Booked extends BookSale {
  readonly purchaseId: string
  readonly goodsFen: number
  readonly paidFen: number
  /** Goods that are back, by line, at the price on the bill. */
  readonly backFen: number[]
  refundedFen: number
  isRefunded: boolean
}

/** What a closing shows, under the same names. */
export type BookSums = Readonly<Record<(typeof figures)[number], number>>

const figures = [
  ...(['purchaseCount', 'billFen', 'couponFen', 'pointsFen', 'roundOffFen'] as const),
  ...(['paidFen', 'refundCount', 'refundFen'] as const),
] as const

interface Happened {
  readonly tillNo: BookTill
  readonly on: string
  readonly sums: BookSums
  readonly receipt: { readonly receiptNo: string; readonly amountFen: number } | null
}

export interface BookClosing {
  readonly sums: BookSums
  /** Of days that were signed before. */
  readonly lateSums: BookSums
  readonly receipts: readonly { readonly receiptNo: string; readonly amountFen: number }[]
}

export class TillBook {
  readonly sales: Booked[] = []
  private open: Happened[] = []
  private readonly signedOn = new Map<BookTill, string>()

  /** What such a sale comes to. */
  static paidFor(sale: Omit<BookSale, 'tillNo' | 'on' | 'receiptNo'>): number {
    const { freightFen, couponFen, pointsFen, roundOffFen } = sale
    return goodsOf(sale) + freightFen - couponFen - pointsFen - roundOffFen
  }

  sell(purchaseId: string, sale: BookSale): void {
    const { tillNo, on, receiptNo, couponFen, pointsFen, roundOffFen } = sale
    const goodsFen = goodsOf(sale)
    const paidFen = TillBook.paidFor(sale)
    const backFen = sale.lines.map(() => 0)
    const nothingBack = { backFen, refundedFen: 0, isRefunded: false }
    this.sales.push({ ...sale, purchaseId, goodsFen, paidFen, ...nothingBack })
    const sums = { ...nothing, purchaseCount: 1, billFen: goodsFen, paidFen }
    this.open.push({
      ...{ tillNo, on, sums: { ...sums, couponFen, pointsFen, roundOffFen } },
      receipt: receiptNo === null ? null : { receiptNo, amountFen: paidFen },
    })
  }

  /** All that is left of it, freight too, on this day: answers the money. */
  giveBackAll(sale: Booked, on: string): number {
    const moneyFen = sale.paidFen - sale.refundedFen
    for (const [place, { amountFen }] of sale.lines.entries()) sale.backFen[place] = amountFen
    sale.isRefunded = true
    this.noteRefund(sale, on, moneyFen)
    return moneyFen
  }

  /** A part of one line, for which the shop says that it gives so much. */
  giveBackPart(
    sale: Booked,
    part: { readonly place: number; readonly amountFen: number; readonly moneyFen: number },
    on: string,
  ): void {
    sale.backFen[part.place] = (sale.backFen[part.place] ?? 0) + part.amountFen
    this.noteRefund(sale, on, part.moneyFen)
  }

  /**
   * By how many fen the money for a part may be off its share of what was paid: what comes off in
   * three steps may leave an odd fen at each of them, and the part itself is rounded.
   */
  static isFair(sale: Booked, amountFen: number, moneyFen: number): boolean {
    const shareFen = ((sale.paidFen - sale.freightFen) * amountFen) / sale.goodsFen
    const mostOff = sale.lines.length === 1 ? 1 : 4
    return Math.abs(moneyFen - shareFen) <= mostOff
  }

  /** What this till's closing of a day counts: all up to that day that no closing has counted. */
  closing(tillNo: BookTill, on: string): BookClosing {
    const counted = this.open.filter((one) => one.tillNo === tillNo && one.on <= on)
    const signedOn = this.signedOn.get(tillNo) ?? ''
    return {
      sums: sumOf(counted),
      lateSums: sumOf(counted.filter((one) => one.on <= signedOn)),
      receipts: counted.flatMap(({ receipt }) => receipt ?? []),
    }
  }

  sign(tillNo: BookTill, on: string): void {
    this.open = this.open.filter((one) => one.tillNo !== tillNo || one.on > on)
    this.signedOn.set(tillNo, on)
  }

  private noteRefund(sale: Booked, on: string, moneyFen: number): void {
    sale.refundedFen += moneyFen
    const sums = { ...nothing, refundCount: 1, refundFen: moneyFen }
    this.open.push({ tillNo: sale.tillNo, on, sums, receipt: null })
  }
}

const nothing: BookSums = {
  ...{ purchaseCount: 0, billFen: 0, couponFen: 0, pointsFen: 0, roundOffFen: 0 },
  ...{ paidFen: 0, refundCount: 0, refundFen: 0 },
}

/** A sentence for each figure of a closing that is not the book's. */
export function figuresApart(what: string, found: BookSums, wanted: BookSums): string[] {
  return figures.flatMap((figure) =>
    found[figure] === wanted[figure]
      ? []
      : [`${what}, ${figure}: ${found[figure]} instead of ${wanted[figure]}`],
  )
}

/** How a till tells a bill: one sum, its lines, lines that sum to more, a line below nothing. */
export const billForms = ['sum', 'lines', 'more', 'below'] as const

/** The bill as it is typed; what is left off is said, or lies in the lines. */
export function typedBill(sale: BookSale, form: (typeof billForms)[number]) {
  const { lines, freightFen, roundOffFen } = sale
  const goodsFen = goodsOf(sale)
  const freight = freightFen > 0 ? { freightFen } : {}
  if (form === 'sum' || form === 'lines' || roundOffFen === 0) {
    const isOneSum = lines.length === 1 && form === 'sum'
    return {
      billFen: goodsFen,
      ...(isOneSum ? {} : { lines: [...lines] }),
      roundOffFen,
      ...freight,
    }
  }
  const below = form === 'below' ? [{ title: '抹零', amountFen: 0 - roundOffFen }] : []
  return { billFen: goodsFen - roundOffFen, lines: [...lines, ...below], ...freight }
}

function goodsOf({ lines }: Pick<BookSale, 'lines'>): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

function sumOf(some: readonly Happened[]): BookSums {
  const sums: Record<(typeof figures)[number], number> = { ...nothing }
  for (const one of some) for (const figure of figures) sums[figure] += one.sums[figure]
  return sums
}
