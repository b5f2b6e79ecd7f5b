/** WeChat's own 接龙 text out and in, and the files of a list. */
import type { listTexts } from '../../shared/contract/list-texts'
import type { UseCases } from '../runtime/context'
import { copyText } from './copy-text'
import { exportList } from './export-list'
import { readPasted } from './read-pasted'
import { takeText } from './take-text'

export const textCases = {
  export: exportList,
  toText: copyText,
  readText: readPasted,
  takeText,
} satisfies Pick<UseCases<'lists'>, keyof typeof listTexts>
