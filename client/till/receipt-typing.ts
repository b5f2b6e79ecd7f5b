import { readReceiptNo, readTillNo } from '@shared/reading/receipt'

/** The two numbers of a paper receipt as they are typed. */
export interface ReceiptTyped {
  readonly receiptNo: string
  readonly tillNo: string
}

/** As they are kept, `''` where nothing is typed; null while one of them cannot be read. */
export function receiptIn({ receiptNo, tillNo }: ReceiptTyped): ReceiptTyped | null {
  const [receipt, till] = [readReceiptNo(receiptNo), readTillNo(tillNo)]
  const isUnread = [receipt, till].some((read) => !read.ok && read.fault !== 'blank')
  if (isUnread) return null
  return { receiptNo: receipt.ok ? receipt.value : '', tillNo: till.ok ? till.value : '' }
}
