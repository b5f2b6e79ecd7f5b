/**
 * Purchases that stand for some receipts already. A till number is often left out, at the till as
 * in a file: then a receipt of that store and day with the same number and money is the same.
 */
import { mayBeSameTill, receiptKeyOf } from '../../shared/purchases/purchase'
import type { Purchase } from '../purchases/purchase-document'
import { purchasesByReceipts, purchasesNumbered } from '../purchases/repository'

export interface Receipt {
  readonly storeId: string
  readonly businessOn: string
  readonly tillNo: string | null
  readonly receiptNo: string
}

/** Answers for each receipt the purchase of its key, or others that it may be. */
export async function knownReceipts(
  receipts: readonly Receipt[],
): Promise<(receipt: Receipt) => { own: Purchase | null; others: readonly Purchase[] }> {
  const keys = receipts.flatMap((receipt) => [keyOf(receipt), keyOf({ ...receipt, tillNo: null })])
  const found = await purchasesByReceipts([...new Set(keys)])
  for (const some of withoutTill(receipts)) found.push(...(await purchasesNumbered(some)))
  const known = new Map<string, Purchase[]>()
  for (const purchase of found) {
    const number = keyOf({ ...purchase, tillNo: null, receiptNo: purchase.receiptNo ?? '' })
    known.set(number, [...(known.get(number) ?? []), purchase])
  }
  return (receipt) => {
    const same = known.get(keyOf({ ...receipt, tillNo: null })) ?? []
    const key = keyOf(receipt)
    return {
      own: same.find(({ receiptKey }) => receiptKey === key) ?? null,
      others: same.filter(({ tillNo }) => mayBeSameTill(tillNo, receipt.tillNo)),
    }
  }
}

/** Those that may be of any till, by their store and day. */
function withoutTill(receipts: readonly Receipt[]) {
  const days = new Map<string, { storeId: string; businessOn: string; receiptNos: string[] }>()
  for (const { storeId, businessOn, tillNo, receiptNo } of receipts) {
    if (tillNo !== null) continue
    const day = `${storeId}/${businessOn}`
    const { receiptNos } = days.get(day) ?? { receiptNos: [] }
    days.set(day, { storeId, businessOn, receiptNos: [...receiptNos, receiptNo] })
  }
  return days.values()
}

function keyOf(receipt: Receipt): string {
  return receiptKeyOf({ ...receipt, purchaseId: '' })
}
