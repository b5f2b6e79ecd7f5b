import type { rules } from '../../shared/contract/rules'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import { beginningOf, versionRowOf, versionsBefore } from './repository'

/** A page of one rule's versions, the newest first: who put what in force, and when. */
export const listRuleVersions: UseCase<typeof rules.ruleVersions> = async (input, context) => {
  const { ruleId, cursor } = input
  const beforeVersion = cursor === undefined ? null : Number(cursor)
  if (beforeVersion !== null && !Number.isSafeInteger(beforeVersion)) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const found = await versionsBefore(ruleId, beforeVersion, PAGE_SIZE_ROWS + 1)
  const isUntouched = found.length === 0 && beforeVersion === null
  const rows = isUntouched ? [beginningOf(ruleId, await loadNewestShop())] : found
  const page = rows.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    serverNow: context.now,
    versions: page.map(versionRowOf),
    nextCursor: rows.length > PAGE_SIZE_ROWS && last ? String(last.version) : null,
  })
}
