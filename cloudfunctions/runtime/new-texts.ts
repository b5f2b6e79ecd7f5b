/** A text that others will read, before it is written down. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { checkText } from './content-check'

/** `unsure` waits for a person, and nothing of it is published before. */
export type Admitted = 'fine' | 'unsure'

/**
 * Asks the platform's rules on sharing, then what WeChat holds of it. It is no database call, and
 * is made before a transaction. Refuses SHARE_RULE, and TEXT_RISKY with the field.
 */
export async function admitNewText(field: string, text: string): Promise<Outcome<Admitted>> {
  const lawful = admitShareText(field, text)
  if (!lawful.ok) return lawful
  // The platform takes no empty text.
  if (text === '') return accept('fine')
  const verdict = await checkText(text, { scene: 'forum' })
  return verdict === 'risky' ? refuse('TEXT_RISKY', { field }) : accept(verdict)
}
