/**
 * The bytes of a file as text. UTF-8 and UTF-16, as Excel's "Unicode text" writes it, are read
 * where the file is; GB18030, in which Chinese systems keep plain CSV, needs a table that a phone
 * lacks, so it goes to the server in pieces.
 */

import { accept, type Outcome, refuse } from '../refusal'

/** Ten thousand rows of long cells. */
export const MAX_FILE_BYTES = 8_000_000
/** As a request's text they are a third more, as the answer's half more. */
export const MAX_PIECE_BYTES = 45_000

const LINE_FEED = 0x0a
const RETURN = 0x0d
/** How many letters are made at once: a call has room for so many arguments. */
const LETTERS_AT_ONCE = 4_096

export type FileText =
  | { readonly is: 'text'; readonly text: string }
  /** Bytes of GB18030, or of no text at all: the server tells. */
  | { readonly is: 'pieces'; readonly pieces: readonly Uint8Array[] }

/**
 * What the file is; a mark of its byte order says it, or else whether UTF-8 can be read. Refuses
 * IMPORT_TOO_LARGE, and IMPORT_WORKBOOK for Excel's own file, which is no text.
 */
export function fileTextOf(bytes: Uint8Array): Outcome<FileText> {
  if (bytes.length > MAX_FILE_BYTES) return refuse('IMPORT_TOO_LARGE')
  const begins = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return refuse('IMPORT_WORKBOOK')
  }
  if (begins(0xff, 0xfe)) return textOf(utf16(bytes.subarray(2), 'little'))
  if (begins(0xfe, 0xff)) return textOf(utf16(bytes.subarray(2), 'big'))
  const text = utf8(bytes)
  return text === null ? accept({ is: 'pieces', pieces: piecesOf(bytes) }) : textOf(text)
}

function textOf(text: string): Outcome<FileText> {
  return accept({ is: 'text', text })
}

/**
 * Cut behind line ends, which no letter of GB18030 holds; a longer line is cut where it must be,
 * and is then no text of ours.
 */
function piecesOf(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    let until = Math.min(from + MAX_PIECE_BYTES, bytes.length)
    if (until < bytes.length) {
      let end = until
      while (end > from && bytes[end - 1] !== LINE_FEED && bytes[end - 1] !== RETURN) end -= 1
      if (end > from) until = end
    }
    pieces.push(bytes.subarray(from, until))
    from = until
  }
  return pieces
}

function utf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const [low, high] = order === 'little' ? [0, 1] : [1, 0]
  const codes: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0))
  }
  return lettersOf(codes, String.fromCharCode)
}

/** Null for what is no UTF-8: no letter in more bytes than it needs, none beyond the last. */
function utf8(bytes: Uint8Array): string | null {
  const codes: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
    if (more < 0 || lead > 0xf4) return null
    let code = more === 0 ? lead : lead & (0x3f >> more)
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return null
      code = (code << 6) | (byte & 0x3f)
    }
    if (!isLetter(code, more)) return null
    codes.push(code)
    at += more + 1
  }
  return lettersOf(codes, String.fromCodePoint)
}

function isLetter(code: number, more: number): boolean {
  const least = [0, 0x80, 0x800, 0x1_0000][more] ?? 0
  return code >= least && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
}

function lettersOf(codes: readonly number[], lettersFrom: (...codes: number[]) => string): string {
  const parts: string[] = []
  for (let from = 0; from < codes.length; from += LETTERS_AT_ONCE) {
    parts.push(lettersFrom(...codes.slice(from, from + LETTERS_AT_ONCE)))
  }
  return parts.join('')
}
