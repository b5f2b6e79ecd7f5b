import { clawBack, earn } from '../../shared/points/ledger'
import { accept, refuse } from '../../shared/refusal'
import { newShop } from '../../shared/rules/shop'
import { giftsOfPurchases } from '../gifts/purchase-gifts-in-transaction'
import { bookOf, enter } from '../points/ledger'
import type {
  CompanionEffect,
  PurchaseCompanion,
  ToldPurchase,
  ToldRefund,
} from '../points/purchase-companion'
import { accountOf } from '../points/repository'
import type { Transaction } from '../runtime/database'
import { tierOfPurchases } from '../tiers/tier-in-transaction'
import {
  bookedWith,
  bookUndone,
  bookWith,
  companyFor,
  decideWith,
  findWith,
  undoWith,
} from './companions-in-transaction'

const shop = newShop
const on = '2026-03-10'
const expiresOn = '2027-03-31'
const empty = accountOf('m', null)
const book = bookOf(empty, { now: 0, todayOn: on })
const told: ToldPurchase = {
  ...{ purchaseId: 'p1', wayIn: 'till', storeId: 'east', businessOn: on, settledAt: 0 },
  todayOn: on,
  bill: {
    ...{
      billFen: 5_000,
      excludedFen: 0,
      lines: [],
      freightFen: 0,
      couponOffFen: 0,
      roundOffFen: 0,
    },
    ...{ points: null, paidFen: 5_000, steps: [], earnedPoints: 50, cap: null },
  },
}
const back: ToldRefund = { ...told, moneyFen: 5_000, leftFen: 0, isFull: true }

let written: string[] = []
const tx: Transaction = {
  get: async (_collection, id) => Object({ _id: id, points: 20 }),
  insert: async (_collection, { _id }) => void written.push(_id),
  put: async () => undefined,
  update: async () => undefined,
}
beforeEach(() => {
  written = []
})

/** A gift of points for every purchase, in a shop that has it; the refund takes them back. */
const gift: PurchaseCompanion<{ points: number }> = {
  waysIn: ['till', 'imported'],
  read: async () => ({ points: 20 }),
  decide: (_told, account, { points }) => ({
    account: { ...account, ...earn(account, points, expiresOn).account },
    lines: [{ label: '赠送', value: `${points} 积分` }],
  }),
  async write(inside, before, { told: { purchaseId }, ready: { points } }) {
    const key = `gift:${purchaseId}`
    await inside.insert('grants', { _id: key })
    return accept(enter(before, earn(before.account, points, expiresOn), { key, reason: 'gift' }))
  },
  refund: {
    read: async (_told, inside) => inside?.get<{ points: number }>('grants', 'gift:p1') ?? null,
    decide(_told, account) {
      const step = clawBack(account, 20, { expiresOn, todayOn: on })
      return { account: { ...account, ...step.account }, lines: [{ label: '赠送', value: '收回' }] }
    },
    async write(_inside, before) {
      const step = clawBack(before.account, 20, { expiresOn, todayOn: on })
      return enter(before, step, { key: 'gift-back:p1', reason: 'purchaseRefunded' })
    },
  },
}

const off: PurchaseCompanion = {
  waysIn: ['till', 'forgotten', 'imported'],
  read: async () => null,
  decide: () => {
    throw new Error('a feature that is off is asked nothing')
  },
  refund: { decide: (_told, account) => ({ account, lines: [] }) },
}

const seen: number[] = []
/** Sees the account as those before it leave it, and counts there alone. */
const counter: PurchaseCompanion = {
  waysIn: ['till'],
  read: async () => 'on',
  decide: (_told, account) => noted(account, { gift: 1 }),
  refund: { decide: (_told, account) => noted(account, {}) },
}

function noted(
  account: CompanionEffect['account'],
  redeemedCounts: Readonly<Record<string, number>>,
): CompanionEffect {
  seen.push(account.balancePoints)
  return { account: { ...account, redeemedCounts }, lines: [] }
}

describe('the companions of a purchase', () => {
  it('that hear of it are those of its way in, where the shop has them', async () => {
    const rows = [gift, off, counter]
    const rowsFor = async (wayIn: 'till' | 'forgotten' | 'imported') =>
      (await companyFor(wayIn, shop, rows)).rows.map(({ row }) => row)
    expect(await rowsFor('till')).toEqual([gift, counter])
    expect(await rowsFor('forgotten')).toEqual([])
    expect(await rowsFor('imported')).toEqual([gift])
  })

  it('book one after the other what was decided before, each in its place', async () => {
    const company = await companyFor('till', shop, [gift, counter])
    const before = decideWith(company, told, empty)
    expect(before.account).toMatchObject({ balancePoints: 20, redeemedCounts: { gift: 1 } })
    const outcome = await bookWith(tx, book, { company, told })
    if (!outcome.ok) throw new Error(outcome.code)
    const { book: after, lines } = outcome.value
    expect(lines).toEqual(before.lines)
    expect(after.account).toMatchObject({ balancePoints: 20, redeemedCounts: { gift: 1 }, seq: 1 })
    expect(after.entries.map(({ _id }) => _id)).toEqual(['gift:p1'])
    expect(seen).toEqual([20, 20])
    expect(written).toEqual(['gift:p1'])
  })

  it('refuse the purchase with what one of them refuses, and ask none after it', async () => {
    const no: PurchaseCompanion = { ...counter, write: async () => refuse('GIFT_NOT_FOUND') }
    const company = await companyFor('till', shop, [no, gift])
    const outcome = await bookWith(tx, book, { company, told })
    expect(outcome).toMatchObject({ ok: false, code: 'GIFT_NOT_FOUND' })
    expect(written).toEqual([])
  })

  it('all hear of a refund, and what its preview shows is what it books', async () => {
    const company = await companyFor('till', shop, [gift, counter])
    const bought = await bookWith(tx, book, { company, told })
    if (!bought.ok) throw new Error(bought.code)
    const { book: before } = bought.value
    const all = await findWith(told, undefined, [gift, off, counter])
    const shown = undoWith(all, back, { account: before.account, shop })
    expect(shown.lines).toEqual([{ label: '赠送', value: '收回' }])
    const after = await bookUndone(tx, before, { all, told: back, shop })
    const { seq, lastHash } = after.account
    expect(after.account).toEqual({ ...shown.account, seq, lastHash })
    expect(after.account).toMatchObject({ balancePoints: 0, redeemedCounts: {}, seq: 2 })
  })

  it('find in the transaction of the refund what they gave', async () => {
    const [found] = await findWith(told, tx, [gift])
    expect(found?.found).toEqual({ _id: 'gift:p1', points: 20 })
  })

  it('cost a shop without any of them nothing', async () => {
    // Every shop has rules of gifts: an instance reads them once a minute.
    const others = bookedWith.filter((row) => row !== giftsOfPurchases)
    const company = await companyFor('till', newShop, others)
    expect(others.length).toBe(bookedWith.length - 1)
    // What counts for a level lies in the account: it has nothing to read.
    expect(company.rows.map(({ row }) => row)).toEqual([tierOfPurchases])
  })
})
