import { type Outcome, refuse } from '../../shared/refusal'
import { type Admitted, admitNewText } from '../runtime/new-texts'
import { type Community, readRules } from './repository'

/**
 * The one place where the text of a community's rules is admitted, before anything is written.
 * Refuses COMMUNITY_RULES_UNCHANGED (nobody is asked for a yes to what she has accepted already),
 * SHARE_RULE and TEXT_RISKY.
 */
export async function admitRulesText(
  text: string,
  community: Community,
): Promise<Outcome<Admitted>> {
  const { _id, rulesVersion } = community
  const inForce = rulesVersion > 0 ? await readRules(_id, rulesVersion) : null
  if (inForce?.text === text) return refuse('COMMUNITY_RULES_UNCHANGED')
  return admitNewText('text', text)
}
