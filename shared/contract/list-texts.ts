/** WeChat's own 接龙 text out and in, and the files of a list. */
import * as v from 'valibot'
import { listSheets } from '../lists/sheet-titles'
import { endpoint } from './endpoint'
import { documentId } from './fields'
import {
  entryName,
  entryRemark,
  itemId,
  listText,
  MAX_ENTRY_LINES,
  MAX_TAKEN_ENTRIES,
  quantity,
} from './list-fields'

const atDesk = { role: 'communityDesk', identity: 'staff' } as const

export interface ReadEntry {
  /** As it stands in front of it; 0 where none does. */
  number: number
  name: string
  lines: { itemId: string; quantity: number }[]
  remark: string | null
  /** Against what was taken from this list's text before. */
  seen: 'new' | 'known' | 'changed'
}

export interface ReadText {
  entries: ReadEntry[]
  /** What cannot be told: asked one by one, never guessed. */
  doubts: { number: number; text: string; reason: string }[]
  ignored: string[]
  /** Taken before, and not in this copy. */
  gone: { number: number; name: string }[]
}

export const listTexts = {
  export: endpoint<{ fileName: string; base64: string }>()({
    ...atDesk,
    mutates: false,
    input: v.object({
      listId: documentId,
      sheet: v.picklist(listSheets),
      format: v.picklist(['csv', 'xlsx']),
    }),
  }),
  toText: endpoint<{ text: string }>()({
    role: 'anyone',
    identity: 'staff',
    mutates: false,
    input: v.object({ listId: documentId }),
  }),
  /** Writes nothing. */
  readText: endpoint<ReadText>()({
    ...atDesk,
    mutates: false,
    input: v.object({ listId: documentId, text: listText }),
  }),
  takeText: endpoint<{
    taken: { number: number; entryId: string; entryNo: number; seen: 'new' | 'changed' | 'known' }[]
    refused: { number: number; name: string; code: string; message: string }[]
  }>()({
    ...atDesk,
    mutates: true,
    input: v.object({
      listId: documentId,
      entries: v.pipe(
        v.array(
          v.object({
            number: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000)),
            name: entryName,
            lines: v.pipe(
              v.array(v.object({ itemId, quantity })),
              v.minLength(1),
              v.maxLength(MAX_ENTRY_LINES),
            ),
            remark: v.optional(v.nullable(entryRemark)),
          }),
        ),
        v.minLength(1),
        v.maxLength(MAX_TAKEN_ENTRIES),
      ),
    }),
  }),
}
