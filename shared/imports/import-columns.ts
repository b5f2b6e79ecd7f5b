/** What a file of each kind holds, and how its header may call it. */
import { plainText } from '../reading/fold'

export type ImportKind = 'purchases' | 'opening'

interface Column {
  readonly field: ImportField
  /** What the first row may call it; the first of them is shown to the manager. */
  readonly names: readonly string[]
  readonly required: boolean
}

export const importFields = [
  'store',
  'date',
  'till',
  'receipt',
  'member',
  'phone',
  'amount',
  'excluded',
  'another',
  'points',
  'expires',
] as const
export type ImportField = (typeof importFields)[number]

/** Cells of one row by their field. */
export type ImportCells = Readonly<Partial<Record<ImportField, string>>>

export const importColumns: Readonly<Record<ImportKind, readonly Column[]>> = {
  purchases: [
    { field: 'store', names: ['门店', 'store'], required: true },
    { field: 'date', names: ['日期', '营业日', 'date'], required: true },
    { field: 'till', names: ['收银台', 'till'], required: false },
    { field: 'receipt', names: ['小票号', '单号', 'receipt'], required: true },
    { field: 'member', names: ['会员号', 'member'], required: false },
    { field: 'phone', names: ['手机号', 'phone'], required: false },
    { field: 'amount', names: ['实收金额', '实收', 'amount'], required: true },
    { field: 'excluded', names: ['不积分金额', 'excluded'], required: false },
    { field: 'another', names: ['另一笔', 'another'], required: false },
  ],
  opening: [
    { field: 'phone', names: ['手机号', 'phone'], required: true },
    { field: 'points', names: ['积分', 'points'], required: true },
    { field: 'expires', names: ['到期日', 'expires'], required: false },
  ],
}

/** Of each column of a file; null for one that is none of ours. */
export type Fields = readonly (ImportField | null)[]

export function missingIn(kind: ImportKind, fields: Fields): Column | undefined {
  return importColumns[kind].find(({ field, required }) => required && !fields.includes(field))
}

/** A name may have a star in front of it, and its unit in brackets behind. */
export function fieldOf(kind: ImportKind, name: string): ImportField | null {
  const plain = plainText(name)
    .replace(/\([^()]*\)$/, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase()
  return importColumns[kind].find(({ names }) => names.includes(plain))?.field ?? null
}
