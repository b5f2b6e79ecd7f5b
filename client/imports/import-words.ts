import type { ImportKind } from '@shared/imports/import-columns'
import type { ImportRow } from './imports.store'

export const importKindNames: Readonly<Record<ImportKind, string>> = {
  purchases: '消费',
  opening: '老会员积分',
}

/** What came of an import, in a word or two. */
export function importOutcome(row: ImportRow): string {
  const { state, bookedCount, thereCount, fineCount } = row
  if (state === 'receiving') return '没有传完'
  if (state === 'checking') return '没有核对完'
  if (state === 'checked') return '没有登记'
  if (state === 'booking') return '正在登记'
  if (bookedCount > 0) return `登记 ${bookedCount} 行`
  if (fineCount > 0) return '没有登记'
  return thereCount > 0 ? '以前都登记过' : '没有可登记的'
}
