/** What happens at the tills of a random day, through the endpoints and in the notebook at once. */
import { plainYuan } from '../../shared/yuan'
import type { Dice } from './dice'
import { importsOf } from './import-under-test'
import { payingIn } from './paying-under-test'
import { clerk, type ShopUnderTest } from './shop-under-test'
import {
  BOOK_TILLS,
  type Booked,
  type BookLine,
  type BookSale,
  billForms,
  TillBook,
  typedBill,
} from './till-book'
import { tillOf } from './till-under-test'

export const happenings = [
  ...(['sale', 'sale', 'sale', 'payWithPoints', 'takeCoupon', 'giveBack', 'giveBack'] as const),
  ...(['giveBackPart', 'sendAgain', 'forgotten', 'file'] as const),
] as const
export type Happening = (typeof happenings)[number]

/** What she shows, and how she is asked to pay with points: her yes, by its id. */
interface Shown {
  readonly memberCode?: string
  readonly ticket?: string
  readonly couponIds?: string[]
  readonly propose?: (bill: object) => Promise<string>
}

type Wish = Omit<BookSale, 'on' | 'receiptNo' | 'tillNo' | 'roundOffFen'>
const HEADER = '门店,日期,收银台,小票号,会员号,实收金额,不积分金额'
const BACK_DAYS = 6

/** Of one shop; every sentence is something that the shop did and the notebook did not. */
export class TillSales {
  readonly book = new TillBook()
  readonly broken: string[] = []
  /** Before the first of these nothing was sold, so nothing comes late. */
  private readonly livedOn: string[] = []
  private readonly regulars: string[] = []
  private readonly amounts = new Set<number>()
  private readonly sent: { requestId: string; input: object; purchaseId: string }[] = []
  private readonly till: ReturnType<typeof tillOf>
  private readonly paying: ReturnType<typeof payingIn>

  constructor(
    private readonly shop: ShopUnderTest,
    private readonly dice: Dice,
  ) {
    this.till = tillOf(() => shop)
    this.paying = payingIn(() => shop)
  }

  /** One thing happens on this day, some minutes after the one before. */
  async live(what: Happening, on: string): Promise<void> {
    if (this.livedOn.at(-1) !== on) this.livedOn.push(on)
    await this.shop.advanceClock((1 + this.dice.upTo(40)) * 60_000)
    await this[what](on)
  }

  private async sale(on: string): Promise<void> {
    const who = this.dice.chance(40) ? this.regulars[this.dice.upTo(20)] : undefined
    const known = who ?? (await this.shop.newMember()).who
    this.regulars.push(known)
    const memberCode = await this.till.nextCode(known)
    const wish = { lines: this.lines(), freightFen: this.freight(), couponFen: 0, pointsFen: 0 }
    await this.settle(on, wish, { memberCode })
  }

  private async takeCoupon(on: string): Promise<void> {
    const { who, memberCode } = await this.till.newShopper()
    const { coupons } = await this.shop.value('gifts.claimPack', { as: who })
    const wish = { lines: this.lines(3_000), freightFen: 0, couponFen: 500, pointsFen: 0 }
    await this.settle(on, wish, { memberCode, couponIds: coupons.map(({ couponId }) => couponId) })
  }

  private async payWithPoints(on: string): Promise<void> {
    const { who, ticket } = await this.paying.newPayer(600)
    const points = 100 + this.dice.upTo(300)
    const wish = { lines: this.lines(1_000), freightFen: this.freight(), couponFen: 0 }
    const propose = async (bill: object) => {
      const { answer } = await this.paying.propose({ ...bill, paidPoints: points })
      if (!answer.ok) return ''
      await this.paying.answer(who, answer.value.proposalId)
      return answer.value.proposalId
    }
    await this.settle(on, { ...wish, pointsFen: points }, { ticket, propose })
  }

  private async giveBack(on: string): Promise<void> {
    const sale = this.standing()
    if (!sale) return
    const moneyFen = this.book.giveBackAll(sale, on)
    this.same('money back', await this.refund(sale), { moneyFen, isFull: true })
  }

  private async giveBackPart(on: string): Promise<void> {
    const sale = this.standing()
    const left = sale?.lines.map(({ amountFen }, place) => amountFen - (sale.backFen[place] ?? 0))
    const place = left?.findIndex((fen) => fen > 1) ?? -1
    if (!sale || place < 0) return
    const amountFen = 1 + this.dice.upTo((left?.[place] ?? 1) - 1)
    const { moneyFen } = await this.refund(sale, [{ lineNo: place + 1, amountFen }])
    this.book.giveBackPart(sale, { place, amountFen, moneyFen }, on)
    if (TillBook.isFair(sale, amountFen, moneyFen)) return
    this.broken.push(`${amountFen} of ${sale.goodsFen} back for ${sale.paidFen}: ${moneyFen}`)
  }

  /** The till did not hear the answer and sends it once more, perhaps days later. */
  private async sendAgain(): Promise<void> {
    if (this.sent.length === 0) return
    const { requestId, input, purchaseId } = this.dice.pick(this.sent)
    const { answer } = await this.till.settle(input, { requestId })
    this.same('sent again', answer.ok ? answer.value : answer, { purchaseId })
  }

  private async forgotten(): Promise<void> {
    const { memberCode } = await this.till.newShopper()
    const sale = this.lateSale()
    const { on: receiptOn, lines, receiptNo, tillNo } = sale
    const { answer } = await this.shop.callPatiently('purchases.bookForgotten', {
      ...{ as: clerk, requestId: this.shop.fresh('forgotten') },
      input: {
        ...{ memberCode, receiptOn, receiptNo: receiptNo ?? '', billFen: lines[0]?.amountFen ?? 0 },
        ...(tillNo === null ? {} : { tillNo }),
      },
    })
    this.noted(answer, sale)
  }

  /** What a till sends in the evening, or days later; twice now and then. */
  private async file(): Promise<void> {
    const sales = Array.from({ length: 1 + this.dice.upTo(3) }, () => this.lateSale())
    const rows: string[] = []
    for (const { on: date, tillNo, receiptNo, lines } of sales) {
      const number = await this.shop.numberOf((await this.shop.newMember()).who)
      const yuan = plainYuan(lines[0]?.amountFen ?? 0)
      rows.push(['东店', date, tillNo ?? '', receiptNo, number, yuan, '0'].join(','))
    }
    const imports = importsOf(this.shop)
    const { jobId, done } = await imports.run('purchases', [HEADER, ...rows].join('\n'))
    this.same('file', done, { bookedCount: rows.length, wrongCount: 0 })
    const booked = await this.shop.find('purchases', { importedBy: jobId })
    for (const sale of sales) {
      const found = booked.find(({ receiptNo }) => receiptNo === sale.receiptNo)
      this.book.sell(String(found?._id), sale)
    }
    if (!this.dice.chance(30)) return
    const again = await imports.run('purchases', [HEADER, ...rows].join('\n'))
    this.same('file again', again.done, { bookedCount: 0, thereCount: rows.length })
  }

  private async settle(on: string, wish: Wish, { propose, ...shown }: Shown): Promise<void> {
    const { dice } = this
    const dueFen = TillBook.paidFor({ ...wish, roundOffFen: 0 })
    const roundOffFen = dice.pick([0, dueFen % 10, dueFen % 100])
    const place = { tillNo: dice.pick(BOOK_TILLS), receiptNo: this.receiptNo(60) }
    const sale: BookSale = { ...wish, ...place, roundOffFen, on }
    const bill = { ...shown, ...typedBill(sale, dice.pick(billForms)) }
    const proposalId = await propose?.(bill)
    const { tillNo, receiptNo } = place
    const input = {
      ...{ ...bill, ...(proposalId === undefined ? {} : { proposalId }) },
      ...(tillNo === null ? {} : { tillNo }),
      ...(receiptNo === null ? {} : { receiptNo }),
    }
    const requestId = this.shop.fresh('till-day')
    const { answer } = await this.till.settle(input, { requestId })
    this.noted(answer, sale)
    if (answer.ok) this.sent.push({ requestId, input, purchaseId: answer.value.purchaseId })
  }

  private noted(
    answer: { ok: true; value: { purchaseId: string } } | { ok: false; code: string },
    sale: BookSale,
  ): void {
    const { couponFen: couponOffFen, pointsFen: pointsOffFen, roundOffFen, freightFen } = sale
    const paidFen = TillBook.paidFor(sale)
    const earnedPoints = Math.floor((paidFen - freightFen) / 100)
    const wanted = { couponOffFen, pointsOffFen, roundOffFen, freightFen, paidFen, earnedPoints }
    this.same('sale', answer.ok ? answer.value : answer, wanted)
    if (answer.ok) this.book.sell(answer.value.purchaseId, sale)
  }

  private async refund(
    { purchaseId }: Booked,
    lines?: readonly { lineNo: number; amountFen: number }[],
  ) {
    const input = { purchaseId, ...(lines ? { lines: [...lines] } : {}) }
    const requestId = this.shop.fresh('back')
    const sent = { as: clerk, requestId, input }
    return (await this.shop.value('purchases.refund', sent)).shown
  }

  /** One of which something is left; mostly a late one. */
  private standing(): Booked | undefined {
    const left = this.book.sales.filter(({ isRefunded }) => !isRefunded)
    return left[left.length - 1 - this.dice.upTo(Math.min(left.length, 12))]
  }

  private lateSale(): BookSale {
    const off = { freightFen: 0, couponFen: 0, pointsFen: 0, roundOffFen: 0 }
    const receiptNo = this.receiptNo(100)
    const lines = [{ title: '商品', amountFen: this.amount(500) }]
    const soldOn = this.dice.pick(this.livedOn.slice(-BACK_DAYS))
    return { ...off, on: soldOn, receiptNo, lines, tillNo: this.dice.pick(BOOK_TILLS) }
  }

  /** One thing, or some with a gift among them. */
  private lines(leastFen = 500): readonly BookLine[] {
    const first = { title: '商品', amountFen: this.amount(leastFen) }
    if (this.dice.chance(50)) return [first]
    const more = { title: '牛奶', amountFen: this.amount(500) }
    const gift = { title: '环保袋', amountFen: 0 }
    return this.dice.pick([
      [first, more],
      [first, gift],
      [gift, first, more],
    ])
  }

  /** None twice: two bills with the same money would be asked about. */
  private amount(leastFen: number): number {
    for (;;) {
      const fen = leastFen + this.dice.upTo(200_000)
      if (this.amounts.has(fen)) continue
      this.amounts.add(fen)
      return fen
    }
  }

  private freight(): number {
    return this.dice.chance(20) ? 333 : 0
  }

  private receiptNo(percent: number): string | null {
    return this.dice.chance(percent) ? this.shop.fresh('R') : null
  }

  /** Of what was answered, each figure that is named. */
  private same(what: string, found: object, wanted: Readonly<Record<string, unknown>>): void {
    const told = new Map<string, unknown>(Object.entries(found))
    for (const [figure, value] of Object.entries(wanted)) {
      if (told.get(figure) === value) continue
      this.broken.push(`${what}, ${figure}: ${JSON.stringify(found)} instead of ${String(value)}`)
    }
  }
}
