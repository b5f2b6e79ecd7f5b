import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Community, readRules } from './repository'

/**
 * The one place where the text of a community's rules is admitted, before anything is written.
 * Refuses COMMUNITY_RULES_UNCHANGED: nobody is asked for a yes to what she has accepted already.
 */
export async function admitRulesText(text: string, community: Community): Promise<Outcome<null>> {
  const { _id, rulesVersion } = community
  const inForce = rulesVersion > 0 ? await readRules(_id, rulesVersion) : null
  return inForce?.text === text ? refuse('COMMUNITY_RULES_UNCHANGED') : accept(null)
}
