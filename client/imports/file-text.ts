/** The text of a file that was chosen, whatever program wrote it. */
import { fileTextOf } from '@shared/imports/file-bytes'
import { refusalSentences } from '@shared/refusal'
import Taro from '@tarojs/taro'
import { api } from '../api'

type TextRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string }

/**
 * Read on the phone, or piece by piece by the server where the phone lacks the table for it. A file
 * that is too large, a workbook and what is no text are refused with their sentence.
 */
export async function textOfFile(bytes: Uint8Array): Promise<TextRead> {
  const read = fileTextOf(bytes)
  if (!read.ok) return { ok: false, message: refusalSentences[read.code] }
  if (read.value.is === 'text') return { ok: true, text: read.value.text }
  const texts: string[] = []
  for (const piece of read.value.pieces) {
    const base64 = Taro.arrayBufferToBase64(piece.slice().buffer)
    const decoded = await api.call('imports.decodeText', { base64 })
    if (!decoded.ok) return { ok: false, message: decoded.message }
    texts.push(decoded.value.text)
  }
  return { ok: true, text: texts.join('') }
}
