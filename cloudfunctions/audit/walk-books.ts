/**
 * The walk through the books: all entries of all members, each read once, in pages. A member's
 * entries come in their order and are checked as they come; then her account is read, and her
 * later entries up to the number that it stands at. So members may earn while the walk goes on.
 */
import {
  type Account,
  accountsIn,
  type Entry,
  entriesBelow,
  entriesFrom,
  type MemberRange,
} from '../points/repository'
import type { CertificateRun, OpenMember } from './certificates'
import { checkMember } from './check-member'
import type { HandOvers } from './handed-over'
import { openTally, type Tally } from './tally'

const PAGE_ENTRIES = 1_000
const PAGE_ACCOUNTS = 500
const MAX_ACCOUNT_PAGES = 2_000
/** Of one member, while the walk was on its way from her entries to her account. */
const MAX_LATE_PAGES = 20

/** Takes the next page; the run is `closing` once there is no further one. */
export async function walkPage(run: CertificateRun, handOvers: HandOvers): Promise<CertificateRun> {
  const entries = await nextEntries(run)
  const isLast = entries.length < PAGE_ENTRIES
  const tally = openTally(run, handOvers)
  for (const entry of entries) tally.take(entry)
  const read = [...tally.members.values()]
  const open = isLast ? null : (read.pop() ?? null)
  const fromMemberId = read.at(-1)?.memberId ?? null
  const range = { fromMemberId: isLast ? null : fromMemberId, belowMemberId: run.belowMemberId }
  const isWhole = isLast || fromMemberId !== null
  const checked = isWhole ? await checkAll(run, { tally, read, range }) : {}
  return {
    ...tally.counted(),
    ...checked,
    open,
    belowMemberId: fromMemberId ?? run.belowMemberId,
    stage: isLast ? 'closing' : 'walking',
  }
}

async function nextEntries({ open, belowMemberId }: CertificateRun): Promise<Entry[]> {
  const own = open
    ? await entriesFrom(open.memberId, { fromSeq: open.implied.seq + 1, limit: PAGE_ENTRIES })
    : []
  const limit = PAGE_ENTRIES - own.length
  if (limit === 0) return own
  const rest = await entriesBelow(open?.memberId ?? belowMemberId, limit)
  return [...own, ...rest]
}

interface Page {
  readonly tally: Tally
  /** Members whose entries have all been read. */
  readonly read: readonly OpenMember[]
  readonly range: MemberRange
}

type Sums = Pick<CertificateRun, 'standing' | 'memberCount' | 'findings' | 'findingCount'>

const MAX_FINDINGS = 50

async function checkAll(run: CertificateRun, { tally, read, range }: Page): Promise<Sums> {
  const unseen = new Map(read.map((member) => [member.memberId, member]))
  let sums: Sums = run
  let { belowMemberId } = range
  for (let page = 0; page < MAX_ACCOUNT_PAGES; page += 1) {
    const accounts = await accountsIn({ ...range, belowMemberId }, PAGE_ACCOUNTS)
    for (const account of accounts) {
      await takeLate(account, tally)
      const implied = tally.members.get(account._id)?.implied
      sums = await addMember(sums, { run, account, memberId: account._id, implied })
      unseen.delete(account._id)
    }
    belowMemberId = accounts.at(-1)?._id ?? null
    if (accounts.length < PAGE_ACCOUNTS) break
  }
  for (const { memberId, implied } of unseen.values()) {
    sums = await addMember(sums, { run, account: null, memberId, implied })
  }
  const { standing, memberCount, findings, findingCount } = sums
  return { standing, memberCount, findings, findingCount }
}

interface Checked {
  readonly run: CertificateRun
  readonly account: Account | null
  readonly memberId: string
  readonly implied: OpenMember['implied'] | undefined
}

async function addMember(sums: Sums, checked: Checked): Promise<Sums> {
  const { account, memberId, implied, run } = checked
  const finding = await checkMember({ memberId, account, implied }, run.on)
  const { standing } = sums
  return {
    memberCount: sums.memberCount + 1,
    standing: {
      balancePoints: standing.balancePoints + wholeOf(account?.balancePoints),
      debtPoints: standing.debtPoints + wholeOf(account?.debtPoints),
      pendingPoints: standing.pendingPoints + wholeOf(account?.pendingPoints),
    },
    findingCount: sums.findingCount + (finding ? 1 : 0),
    findings: finding ? [...sums.findings, finding].slice(0, MAX_FINDINGS) : sums.findings,
  }
}

/** Entries that came after hers were read and before her account was. */
async function takeLate({ _id: memberId, seq }: Account, tally: Tally): Promise<void> {
  for (let page = 0; page < MAX_LATE_PAGES; page += 1) {
    const implied = tally.members.get(memberId)?.implied
    const readSeq = implied?.seq ?? 0
    if (!(seq > readSeq)) return
    const late = await entriesFrom(memberId, {
      fromSeq: readSeq + 1,
      toSeq: seq,
      limit: PAGE_ENTRIES,
    })
    for (const entry of late) tally.take(entry)
    if (late.length === 0) return
  }
}

function wholeOf(points: number | undefined): number {
  return Number.isSafeInteger(points) ? Number(points) : 0
}
