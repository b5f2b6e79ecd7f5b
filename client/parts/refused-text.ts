import type { RefusalDetail } from '@shared/refusal'

interface Refused {
  readonly message: string
  readonly detail: RefusalDetail
}

/**
 * A refusal as a form shows it: the field's own sentence where there is one; of a text that breaks
 * the platform's rules on sharing, the clause and what may be written instead.
 */
export function refusedText({ message, detail }: Refused): string {
  const { sentence, clause, instead } = detail
  if (typeof sentence === 'string') return sentence
  if (typeof clause !== 'string' || typeof instead !== 'string') return message
  return `${message}。${clause}。可以这样写：“${instead}”`
}
