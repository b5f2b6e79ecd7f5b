import type { Store } from '../engine/store'
import type { PayOrder } from './order'

/** Every order of a data folder, changed in memory at once and kept in the store. */
export interface PayBook {
  all(): readonly PayOrder[]
  byTradeNo(outTradeNo: unknown, subMchId: unknown): PayOrder | undefined
  byTransaction(transactionId: unknown): PayOrder | undefined
  byPrepay(prepayId: unknown): PayOrder | undefined
  /** Adds an order; resolves when it is safe on the disk. */
  add(order: Omit<PayOrder, 'number'>): Promise<PayOrder>
  save(order: PayOrder): Promise<void>
}

const factOf = (number: number): string => `pay:${number}`

export function openPayBook(store: Store): PayBook {
  const orders: PayOrder[] = []
  for (let text = store.readFact(factOf(1)); text !== undefined; ) {
    // Parse edge: only this file writes these facts.
    orders.push(JSON.parse(text) as PayOrder)
    text = store.readFact(factOf(orders.length + 1))
  }
  const save = (order: PayOrder): Promise<void> =>
    store.writeFact(factOf(order.number), JSON.stringify(order))
  return {
    all: () => orders,
    byTradeNo: (outTradeNo, subMchId) =>
      orders.find((order) => order.outTradeNo === outTradeNo && order.subMchId === subMchId),
    byTransaction: (transactionId) => orders.find((order) => order.transactionId === transactionId),
    byPrepay: (prepayId) => orders.find((order) => order.prepayId === prepayId),
    async add(order) {
      const added: PayOrder = { ...order, number: orders.length + 1 }
      orders.push(added)
      await save(added)
      return added
    },
    save,
  }
}
