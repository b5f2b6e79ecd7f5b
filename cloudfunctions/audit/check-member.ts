/** One member's account beside her entries: what differs is named, and her account is held. */
import { type Implied, nothingImplied } from '../../shared/audit/audit'
import { sayDifference, sayFlaw } from '../../shared/audit/audit-words'
import { differencesOf, isCutOff } from '../../shared/audit/rebuild'
import { maskName } from '../../shared/masked-name'
import { holdAccount } from '../points/ledger'
import type { Account } from '../points/repository'
import { readMember } from '../runtime/caller'
import type { Finding } from './certificate-document'

const MAX_SENTENCES = 6

interface Compared {
  readonly memberId: string
  /** As stored; null when there is none. */
  readonly account: Account | null
  readonly implied: Implied | undefined
}

/** Null when account and entries agree; else what does not, and nobody spends from it any more. */
export async function checkMember(
  { memberId, account, implied = nothingImplied }: Compared,
  on: string,
): Promise<Finding | null> {
  const differences = differencesOf(account, implied)
  if (differences.length === 0 && implied.flaws.length === 0) return null
  const isClosed = isCutOff(differences)
  const known = account?.frozen
  const isHeld = known?.certificateOn !== undefined && (known.isClosed === true || !isClosed)
  if (!isHeld) await holdAccount(memberId, { account, on, isClosed })
  const member = await readMember(memberId)
  const sentences = [...implied.flaws.map(sayFlaw), ...differences.map(sayDifference)]
  return {
    memberId,
    memberNumber: member?.memberNumber ?? null,
    maskedName: member ? maskName(member.nickname) : '已不在册的会员',
    sentences: sentences.slice(0, MAX_SENTENCES),
    isEntryBroken: implied.flaws.some(({ kind }) => kind !== 'found'),
  }
}
