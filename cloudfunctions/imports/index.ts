import type { Timer } from '../runtime/chores'
import { serve } from '../runtime/serve'
import { decodeText } from './decode-text'
import { forgetImports } from './forget-imports'
import { listImports } from './list-imports'
import { beginImport, sendImportPage } from './receive-import'
import { reportImport } from './report-import'
import { takeTillPurchases } from './take-till-purchases'
import { bookImport, checkImport, finishImports } from './work-import'

const useCases = {
  decodeText,
  beginImport,
  sendImportPage,
  checkImport,
  bookImport,
  imports: listImports,
  importReport: reportImport,
}

/** Imports that were left are booked to their end; the pages of old ones are removed. */
const timer: Timer = {
  chores: [finishImports, forgetImports],
  // The function lives for 60 s.
  maxWorkMs: 50_000,
  takeSigned: takeTillPurchases,
}

export const main = serve('imports', useCases, timer)
