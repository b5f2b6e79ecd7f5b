import type { Implied } from '../../shared/audit/audit'
import { nameOfFlaw } from '../../shared/audit/audit'
import { sayDifference, sayFlaw } from '../../shared/audit/audit-words'
import type { Standing } from '../../shared/audit/day-figures'
import { answeredBy, differencesOf, rebuild } from '../../shared/audit/rebuild'
import type { audit, RebuildAnswer } from '../../shared/contract/audit'
import { maskName } from '../../shared/masked-name'
import type { LedgerStep } from '../../shared/points/points-account'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { enter, post } from '../points/ledger'
import { type Account, accountOf, findAccount, readEntry } from '../points/repository'
import { meaningHashOf, type StaffContext, type UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { Member } from '../runtime/people'
import { type Chain, readChain } from './read-chain'

const MAX_SENTENCES = 20

/** A rebuild's dry run: what differs, and what the entries say. Refuses MEMBER_NOT_FOUND, BUSY. */
export const checkAccount: UseCase<typeof audit.checkAccount> = async (input, context) => {
  const member = await memberByNumber(input.memberNumber)
  if (!member) return refuse('MEMBER_NOT_FOUND')
  const chain = await readChain(member._id)
  if (!chain) return refuse('BUSY')
  const { account, implied } = chain
  return accept({
    serverNow: context.now,
    maskedName: maskName(member.nickname),
    stored: standingOf(account ?? accountOf(member._id, null)),
    implied: standingOf(implied),
    entryCount: implied.seq,
    sentences: sentencesOf(chain).slice(0, MAX_SENTENCES),
    isHeld: account?.frozen?.certificateOn !== undefined,
    isEntryBroken: implied.flaws.some(({ kind }) => kind !== 'found'),
    seen: seenIn(chain),
  })
}

/**
 * Brings one account back to its entries, exactly as the check showed it, and ends the hold of the
 * certificate. Refuses ENTRIES_BROKEN, ACCOUNT_WHOLE, REBUILD_MOVED when the books have moved
 * since, SELF_SERVICE, MEMBER_NOT_FOUND.
 */
export const rebuildAccount: UseCase<typeof audit.rebuild> = (input, context) => {
  const key = `rebuilt:${context.requestKey}`
  const asked = { meaning: { ...input }, find: () => readEntry<RebuildAnswer>(key) }
  return recorded<RebuildAnswer>(context, asked, async ({ hash }) => {
    const member = await memberByNumber(input.memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    if (member._id === context.memberId) return refuse('SELF_SERVICE')
    const chain = await readChain(member._id)
    if (!chain) return refuse('BUSY')
    if (seenIn(chain) !== input.seen) return refuse('REBUILD_MOVED')
    const step = rebuild(chain.account, chain.implied, context.todayOn)
    if (!step.ok) return step
    const words = { key, hash, note: input.reason }
    return bookRebuild({ member, chain, step: step.value, words }, context)
  })
}

interface Rebuild {
  readonly member: Member
  readonly chain: Chain
  readonly step: LedgerStep
  readonly words: { readonly key: string; readonly hash: string; readonly note: string }
}

function bookRebuild(
  { member, chain, step, words: { key, hash, note } }: Rebuild,
  context: StaffContext,
): Promise<Outcome<RebuildAnswer>> {
  return inTransaction<RebuildAnswer>(async (tx) => {
    const stored = await findAccount(member._id, tx)
    if (textOf(stored) !== textOf(chain.account)) return refuse('REBUILD_MOVED')
    const { seq, lastHash, isMerged } = chain.implied
    const kept = stored ?? accountOf(member._id, null)
    const mergedInto = isMerged ? kept.mergedInto : null
    const account: Account = { ...kept, ...step.account, seq, lastHash, mergedInto }
    const answer: RebuildAnswer = {
      maskedName: maskName(member.nickname),
      balancePoints: step.account.balancePoints,
      debtPoints: step.account.debtPoints,
      at: context.now,
    }
    const answered = answeredBy(chain.implied).map(nameOfFlaw)
    const entered = enter({ account, entries: [], instant: context }, step, {
      key,
      reason: 'rebuilt',
      staffId: context.staff._id,
      facts: { note },
      request: { hash, answer },
      ...(answered.length > 0 ? { answered } : {}),
    })
    await post(tx, entered)
    return accept(answer)
  })
}

function sentencesOf({ account, implied }: Chain): string[] {
  return [...implied.flaws.map(sayFlaw), ...differencesOf(account, implied).map(sayDifference)]
}

function seenIn(chain: Chain): string {
  const { seq, lastHash } = chain.implied
  return meaningHashOf({ seq, lastHash, sentences: sentencesOf(chain).join('\n') })
}

function textOf(account: Account | null): string {
  return JSON.stringify(account)
}

function standingOf({ balancePoints, debtPoints, pendingPoints }: Account | Implied): Standing {
  return { balancePoints, debtPoints, pendingPoints }
}
