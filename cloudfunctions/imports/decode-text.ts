import type { imports } from '../../shared/contract/imports'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'

/**
 * A piece of a file as text, by GB18030, which holds GBK and GB2312. Refuses IMPORT_ENCODING for
 * bytes that are no text of it.
 */
export const decodeText: UseCase<typeof imports.decodeText> = async ({ base64 }) => {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(Buffer.from(base64, 'base64'))
    return accept({ text })
  } catch {
    return refuse('IMPORT_ENCODING')
  }
}
