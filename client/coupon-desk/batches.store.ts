import { api, type OutputAt } from '../api'
import { countText, dayOf, shortDay } from '../format'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type BatchRow = OutputAt<'coupons.batches'>['batches'][number]

/** What was given together, the newest first. */
export const batchesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('coupons.batches', cursor ? { cursor } : {}),
    rowsOf: (page) => page.batches,
  },
  {},
)

export function loadBatches(): Promise<void> {
  return batchesStore.getState().load({})
}

export const voidStore = createSubmission('coupons.voidBatch')

const states: Readonly<Record<BatchRow['state'], string>> = {
  issuing: '正在发放',
  issued: '',
  voiding: '正在作废',
  void: '已作废',
}

/** What became of it: while nothing happens to it, what of it was used. */
export function stateOf({ state, usedCount, voidedCount }: BatchRow): string {
  const used = `已用 ${countText(usedCount)} 张`
  if (state === 'void') return `${used} · 作废 ${countText(voidedCount)} 张`
  return states[state] || used
}

/** Why it was given (which drop), by whom and when; of one that was withdrawn, that too. */
export function notesOf(batch: BatchRow): readonly string[] {
  const { reason, authorName, at, voided } = batch
  const day = (instant: number) => shortDay(dayOf(instant))
  return [
    reason,
    `${day(at)} · ${authorName}`,
    ...(voided ? [`${day(voided.at)} ${voided.byName}作废：${voided.reason}`] : []),
  ]
}

/** Coupons that a void would still take back. */
export function openCountOf({ issuedCount, usedCount, voidedCount }: BatchRow): number {
  return Math.max(0, issuedCount - usedCount - voidedCount)
}

/** Another store's is not hers to withdraw; once it is being withdrawn, there is nothing to ask. */
export function canVoid(batch: BatchRow): boolean {
  const isWhole = batch.state === 'issued' || batch.state === 'issuing'
  return batch.voided === null && batch.mayVoid && isWhole
}
