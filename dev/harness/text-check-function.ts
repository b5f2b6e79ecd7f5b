/** A cloud function for tests, beside those of the product: it checks the text that it is sent. */
import { checkText } from '../../cloudfunctions/runtime/content-check'

/** What the platform calls. */
export async function main({ text }: { readonly text: string }): Promise<unknown> {
  return { verdict: await checkText(text, { scene: 'forum' }) }
}
