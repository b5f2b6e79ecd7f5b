/**
 * Texts that are in force already, judged when they are used: the platform's rules may have changed
 * since they were saved, or somebody wrote them past the form. A verdict is kept, so that a text
 * costs its reading once for each version of the clauses and instance.
 */
import type { Outcome } from '../../shared/refusal'
import { currentClauses } from '../../shared/sharing/clauses'
import { admitShareText } from '../../shared/sharing/share-guard'

const MOST_KEPT = 500

const kept = new Map<string, Outcome<null>>()

/** Refuses SHARE_RULE as `admitShareText` does. */
export function admitPublishedText(field: string, text: string): Outcome<null> {
  const key = `${currentClauses.version}:${field}:${text}`
  const known = kept.get(key)
  if (known) return known
  const verdict = admitShareText(field, text)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, verdict)
  return verdict
}
