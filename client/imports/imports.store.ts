import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'

export type ImportRow = OutputAt<'imports.imports'>['imports'][number]

/** All imports, whoever brought them, the newest first. */
export const importsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('imports.imports', cursor ? { cursor } : {}),
    rowsOf: (page) => page.imports,
  },
  {},
)

/** What came of one of them: its figures, and its wrong rows page by page. */
export const importReportStore = createPaged(
  {
    ask: (query: { jobId: string }, cursor) =>
      api.call('imports.importReport', { ...query, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.problems,
  },
  { jobId: '' },
)

export function loadImports(): Promise<void> {
  return importsStore.getState().load({})
}

/** Opens one; nothing of another one stays on the screen meanwhile. */
export function openImportReport(jobId: string): Promise<void> {
  if (importReportStore.getState().head?.job.jobId !== jobId) {
    importReportStore.setState(importReportStore.getInitialState())
  }
  return importReportStore.getState().load({ jobId })
}
