import type { imports } from '../../shared/contract/imports'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { importRowOf, jobsBefore } from './import-jobs'

/** A page of all imports, whoever brought them, the newest first. */
export const listImports: UseCase<typeof imports.imports> = async (input, { now }) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await jobsBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.startedAt)
  return accept({ serverNow: now, imports: rows.map(importRowOf), nextCursor })
}
