import type { List, ListBook } from './list-document'

/** The book with which a list is published: nobody has joined, all of the stock is left. */
export function newBookOf({ _id, items, opensAt, cutOffAt }: List, publishedAt: number): ListBook {
  const stocks = items.flatMap(({ itemId, stockCount }) =>
    stockCount === null ? [] : [[itemId, stockCount] as const],
  )
  return {
    ...{ _id, isOpen: true, opensAt: opensAt ?? publishedAt, cutOffAt },
    ...{ left: Object.fromEntries(stocks), ordered: {}, waiting: {} },
    ...{ order: [], lastNames: [], holders: {}, todo: {} },
  }
}
