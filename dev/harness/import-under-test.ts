import type { Output } from '../../shared/contract/contract'
import type { ImportKind } from '../../shared/imports/import-columns'
import { pagesOf, readImportFile } from '../../shared/imports/import-file'
import { manager, type ShopUnderTest } from './shop-under-test'

export type Progress = Output<'imports', 'checkImport'>

const MAX_STEPS = 400

/** What a manager does with a file, as her phone does it. */
export function importsOf(shop: Pick<ShopUnderTest, 'value' | 'fresh'>, as = manager) {
  const upload = async (kind: ImportKind, text: string): Promise<string> => {
    const file = readImportFile(kind, text)
    if (!file.ok) throw new Error(`the file is no file: ${JSON.stringify(file)}`)
    const pages = pagesOf(file.value)
    const begun = await shop.value('imports.beginImport', {
      as,
      requestId: shop.fresh('import'),
      input: {
        kind,
        fileName: `${kind}.csv`,
        columns: file.value.columns.join(','),
        rowCount: file.value.rows.length,
        pageCount: pages.length,
      },
    })
    for (const [position, rowsText] of pages.entries()) {
      const input = { jobId: begun.jobId, pageNo: position + 1, rowsText }
      await shop.value('imports.sendImportPage', { as, input })
    }
    return begun.jobId
  }
  /** Asks step after step until it is over. */
  const through = async (
    action: 'checkImport' | 'bookImport',
    jobId: string,
  ): Promise<Progress> => {
    const wanted = action === 'checkImport' ? 'checked' : 'done'
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const progress = await shop.value(`imports.${action}`, { as, input: { jobId } })
      if (progress.state === wanted) return progress
    }
    throw new Error(`${action} does not come to an end`)
  }
  const problems = async (jobId: string) => {
    const all: Output<'imports', 'importReport'>['problems'] = []
    for (let cursor: string | undefined = '1'; cursor !== undefined; ) {
      const page: Output<'imports', 'importReport'> = await shop.value('imports.importReport', {
        as,
        input: { jobId, cursor },
      })
      all.push(...page.problems)
      cursor = page.nextCursor ?? undefined
    }
    return all
  }
  return {
    upload,
    check: (jobId: string) => through('checkImport', jobId),
    book: (jobId: string) => through('bookImport', jobId),
    problems,
    /** The whole way of a file. */
    run: async (kind: ImportKind, text: string) => {
      const jobId = await upload(kind, text)
      const checked = await through('checkImport', jobId)
      return { jobId, checked, done: await through('bookImport', jobId) }
    },
  }
}
