/** One member's account beside all her entries, read until they belong together. */
import { type Implied, nothingImplied, takeEntry } from '../../shared/audit/audit'
import { readableEntry } from '../../shared/audit/readable-entry'
import { type Account, entriesFrom, findAccount } from '../points/repository'
import { hashNow } from '../points/seal'

const PAGE_ENTRIES = 1_000
const MAX_PAGES = 200
const MAX_ATTEMPTS = 4

export interface Chain {
  /** As stored, whatever it says; null when there is none. */
  readonly account: Account | null
  readonly implied: Implied
}

/** Null when she keeps earning while she is read. */
export async function readChain(memberId: string): Promise<Chain | null> {
  let account = await findAccount(memberId)
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const implied = await entriesImply(memberId)
    const again = await findAccount(memberId)
    if (again?.updatedAt === account?.updatedAt && again?.seq === account?.seq) {
      return { account: again, implied }
    }
    account = again
  }
  return null
}

async function entriesImply(memberId: string): Promise<Implied> {
  let implied = nothingImplied
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const entries = await entriesFrom(memberId, { fromSeq: implied.seq + 1, limit: PAGE_ENTRIES })
    for (const stored of entries) {
      implied = takeEntry(implied, readableEntry(stored), hashNow(stored))
    }
    if (entries.length < PAGE_ENTRIES) return implied
  }
  throw new Error(`${memberId} has more entries than can be read at once`)
}
