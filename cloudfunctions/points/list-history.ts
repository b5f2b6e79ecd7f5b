import type { HistoryEntry, points } from '../../shared/contract/points'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accountOn } from '../../shared/points/due'
import { explainEntry, explainFreeze } from '../../shared/points/explain'
import { explainComing, explainDebt, explainLot } from '../../shared/points/explain-account'
import { explainRule } from '../../shared/points/explain-rule'
import { reasonOf } from '../../shared/points/reasons'
import { accept, refuse } from '../../shared/refusal'
import { earnWordsOf } from '../../shared/rules/earn-words'
import type { EarnRule } from '../../shared/rules/earning'
import type { Shop } from '../../shared/rules/shop'
import { earnRulesOf } from '../rules/repository'
import type { Context, UseCase } from '../runtime/context'
import { storeNameOf } from '../runtime/roles'
import { type Account, debtEntriesOf, type Entry, entriesOf, readAccount } from './repository'

/** Refunds that a debt is explained by; what older ones made is told as one sum. */
const DEBT_REASONS = 10

/**
 * A page of the member's entries, each with its sentence, and what the account holds: all coming
 * expiries, what is on its way, and which refunds a debt comes from.
 */
export const listHistory: UseCase<typeof points.history> = async (input, context) => {
  const beforeSeq = input.cursor === undefined ? null : Number(input.cursor)
  if (beforeSeq !== null && !Number.isSafeInteger(beforeSeq)) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const { member, now, todayOn } = context
  const account = accountOn(await readAccount(member._id), todayOn)
  const rows = await entriesOf(member._id, {
    beforeSeq,
    direction: input.direction,
    limit: PAGE_SIZE_ROWS + 1,
  })
  const page = rows.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    serverNow: now,
    earn: earnWordsOf(context.shop.earnRule),
    ...(await holdingsOf(account, context)),
    entries: await historyRowsOf(page, context),
    nextCursor: rows.length > PAGE_SIZE_ROWS && last ? String(last.seq) : null,
  })
}

/** What an account holds, owes and awaits, each with its sentence. */
export async function holdingsOf(account: Account, { shop }: Pick<Context, 'shop'>) {
  const { balancePoints, debtPoints, pendingPoints, pending, frozen, lots } = account
  const storeNamed = (storeId: string | null) => storeNameOf(shop, storeId)
  const makers = debtPoints > 0 ? await debtEntriesOf(account._id, DEBT_REASONS) : []
  const debts = explainDebt(
    debtPoints,
    makers.map(({ reason, debtChangePoints, on, storeId, facts: { paidFen, receiptNo } }) => {
      const storeName = storeNamed(storeId)
      return { reason, debtChangePoints, on, storeName, paidFen, receiptNo }
    }),
  )
  return {
    balancePoints,
    debtPoints,
    pendingPoints,
    pending: pending.map(({ points, releasesOn, storeId, receiptNo }) => {
      const storeName = storeNamed(storeId)
      const sentence = explainComing({ points, releasesOn, storeName, receiptNo })
      return { points, releasesOn, storeName, sentence }
    }),
    debts: [...debts],
    frozen: frozen && explainFreeze(frozen),
    expiries: lots.map(({ points, expiresOn }) => ({
      points,
      expiresOn,
      sentence: explainLot({ points, expiresOn }),
    })),
  }
}

/** The earn rule that an entry was booked by, if it was. */
function ruleOf({ ruleId, ruleVersion }: Entry, rules: readonly EarnRule[]): EarnRule | null {
  return rules.find((rule) => rule.ruleId === ruleId && rule.version === ruleVersion) ?? null
}

function pendingChangeOf({ posting }: Entry): number {
  if (posting.to === 'program:pending') return posting.points
  const isCancelled = posting.from === 'program:pending' && posting.to === 'program:reversed'
  return isCancelled ? -posting.points : 0
}

/** Entries as they are shown, each with its sentence and the rule that it was booked by. */
export async function historyRowsOf(
  entries: readonly Entry[],
  { shop }: Pick<Context, 'shop'>,
): Promise<HistoryEntry[]> {
  const rules = await earnRulesOf(entries, shop)
  return entries.map((entry) => rowOf(entry, { shop, rules }))
}

function rowOf(
  entry: Entry,
  { shop, rules }: { shop: Shop; rules: readonly EarnRule[] },
): HistoryEntry {
  const storeName = storeNameOf(shop, entry.storeId)
  const { _id, kind, reason, points, balanceAfterPoints, debtAfterPoints, at, sourceId } = entry
  const { debtChangePoints, lotChanges, on } = entry
  const pendingChangePoints = pendingChangeOf(entry)
  return {
    entryId: _id,
    kind,
    reason,
    family: reasonOf(reason).family,
    points,
    balanceAfterPoints,
    debtAfterPoints,
    at,
    on,
    storeName,
    sourceId,
    debtChangePoints,
    pendingChangePoints,
    lotChanges: lotChanges.map((lot) => ({ points: lot.points, expiresOn: lot.expiresOn })),
    ruleSentence: explainRule({
      reason,
      on: entry.facts.boughtOn ?? on,
      rule: ruleOf(entry, rules),
      ...(entry.facts.gift ? { gift: entry.facts.gift } : {}),
    }),
    sentence: explainEntry({
      reason,
      points,
      debtChangePoints,
      pendingChangePoints,
      storeName,
      on,
      ...entry.facts,
    }),
  }
}
