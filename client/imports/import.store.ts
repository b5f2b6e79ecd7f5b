import type { ImportKind } from '@shared/imports/import-columns'
import { type ImportFile, pagesOf, readImportFile } from '@shared/imports/import-file'
import { SHORT_TEXT_MAX_LENGTH } from '@shared/limits'
import { refusalSentences } from '@shared/refusal'
import { createStore } from 'zustand/vanilla'
import { api, type OutputAt, type Reply } from '../api'
import { newRequestId } from '../request-id'
import { textOfFile } from './file-text'
import type { PickedFile } from './pick-file'

export type Progress = OutputAt<'imports.checkImport'>
/** What is wrong with a row, and where the file is at hand what stands in it. */
export type Problem = OutputAt<'imports.importReport'>['problems'][number] & {
  readonly content?: string
}

type Stage = 'choosing' | 'reading' | 'sending' | 'checking' | 'checked' | 'booking' | 'done'

interface Import {
  kind: ImportKind
  stage: Stage
  fileName: string
  /** Pages that the server has. */
  sentCount: number
  pageCount: number
  progress: Progress | null
  problems: readonly Problem[]
  /** The rows of the file, which stays on the phone. */
  rows: ImportFile['rows']
  /** Why it does not go on; the next tap goes on where it was. */
  message: string | null
  choose(kind: ImportKind): void
  take(file: PickedFile): Promise<void>
  book(): Promise<void>
  startOver(): void
}

const fresh = {
  stage: 'choosing' as const,
  fileName: '',
  sentCount: 0,
  pageCount: 0,
  progress: null,
  problems: [],
  rows: [],
  message: null,
}
const MAX_STEPS = 500

/** A file on its way: read on the phone, sent in pages, checked, and booked once she agrees. */
export const importStore = createStore<Import>((set, get) => ({
  ...fresh,
  kind: 'purchases',
  choose: (kind) => set({ ...fresh, kind }),
  startOver: () => set(fresh),
  async take(file) {
    const { kind } = get()
    set({ ...fresh, stage: 'reading', fileName: file.name })
    const decoded = await textOfFile(file.bytes)
    if (!decoded.ok) return set({ ...fresh, message: decoded.message })
    const read = readImportFile(kind, decoded.text)
    if (!read.ok) {
      const { rowNo, column } = read.detail ?? {}
      const where = rowNo === undefined ? (column ?? '') : `第 ${rowNo} 行`
      set({ ...fresh, message: `${refusalSentences[read.code]}${where && `（${where}）`}` })
      return
    }
    const pages = pagesOf(read.value)
    const fileName =
      file.name.replace(/\p{C}/gu, '').trim().slice(0, SHORT_TEXT_MAX_LENGTH) || '文件'
    set({ ...fresh, stage: 'sending', fileName, pageCount: pages.length, rows: read.value.rows })
    const requestId = newRequestId()
    const size = { rowCount: read.value.rows.length, pageCount: pages.length }
    const columns = read.value.columns.join(',')
    const begin = { kind, fileName, columns, ...size }
    const begun = await api.call('imports.beginImport', begin, { requestId })
    if (!begun.ok) return set({ stage: 'choosing', message: begun.message })
    const { jobId } = begun.value
    for (const [place, rowsText] of pages.entries()) {
      const page = { jobId, pageNo: place + 1, rowsText }
      const sent = await api.call('imports.sendImportPage', page)
      if (!sent.ok) return set({ stage: 'choosing', message: sent.message })
      set({ sentCount: place + 1 })
    }
    set({ stage: 'checking' })
    const checked = await through('checkImport', jobId, (progress) => set({ progress }))
    if (!checked.ok) return set({ stage: 'choosing', message: checked.message })
    set({ stage: 'checked', problems: await firstProblems(jobId, get().rows) })
  },
  async book() {
    const { progress } = get()
    if (!progress) return
    set({ stage: 'booking', message: null })
    const { jobId } = progress
    const booked = await through('bookImport', jobId, (next) => set({ progress: next }))
    if (!booked.ok) return set({ stage: 'checked', message: booked.message })
    set({ stage: 'done', problems: await firstProblems(jobId, get().rows) })
  },
}))

/** Asks step after step until it is over; each step is a request of its own. */
async function through(
  action: 'checkImport' | 'bookImport',
  jobId: string,
  show: (progress: Progress) => void,
): Promise<Reply<Progress>> {
  const wanted = action === 'checkImport' ? 'checked' : 'done'
  for (let step = 1; ; step += 1) {
    const reply = await api.call(`imports.${action}`, { jobId }, { requestId: newRequestId() })
    if (!reply.ok) return reply
    show(reply.value)
    if (reply.value.state === wanted || step === MAX_STEPS) return reply
  }
}

/** The first of them: who has more mends these, and imports the file again. */
async function firstProblems(jobId: string, rows: ImportFile['rows']): Promise<readonly Problem[]> {
  const report = await api.call('imports.importReport', { jobId })
  if (!report.ok) return []
  const cellsOf = new Map(rows.map(({ rowNo, cells }) => [rowNo, cells]))
  return report.value.problems.map((problem) => {
    const cells = cellsOf.get(problem.rowNo) ?? []
    return { ...problem, content: cells.filter((cell) => cell !== '').join(' · ') }
  })
}
