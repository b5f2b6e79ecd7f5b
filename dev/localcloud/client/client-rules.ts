import type { ClientRules } from '../declarations'
import { isAllowed, type RuleVariables } from './rule-expression'

export type Operation = 'read' | 'create' | 'update' | 'delete'

/** What a rule says of an operation: whom it concerns may be left to the request's own words. */
export type Verdict = 'allowed' | 'denied' | 'own'

/**
 * Judges an operation of a phone. `own` is the answer of the console's permissions, which let a
 * member touch what she made: the platform narrows the request to it. A security rule is true or it
 * denies; what has no rule is denied, and create, update and delete fall back to `write`.
 */
export function judge(
  rules: ClientRules | undefined,
  operation: Operation,
  variables: RuleVariables,
): Verdict {
  if (rules === undefined || rules === 'ADMINONLY') return 'denied'
  if (typeof rules === 'string') {
    if (operation === 'read' && rules !== 'PRIVATE') return 'allowed'
    return rules === 'ADMINWRITE' ? 'denied' : 'own'
  }
  const rule = operation === 'read' ? rules.read : (rules[operation] ?? rules.write)
  if (typeof rule === 'string') return isAllowed(rule, variables) ? 'allowed' : 'denied'
  return rule === true ? 'allowed' : 'denied'
}
