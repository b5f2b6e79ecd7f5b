import { shanghaiText } from '../page/shanghai'

type StoredDocument = Readonly<Record<string, unknown>>

/** More columns than this are narrower than what they hold. */
const MOST_COLUMNS = 9
const MOST_TEXT = 80

/** The fields that most documents of a page have; `_id` first, plain values before nested ones. */
export function columnsIn(documents: readonly StoredDocument[]): string[] {
  const fields = new Map<string, { count: number; nested: number; at: number }>()
  for (const document of documents) {
    for (const [at, [field, value]] of Object.entries(document).entries()) {
      const seen = fields.get(field) ?? { count: 0, nested: 0, at }
      const nested = isNested(value) ? 1 : 0
      fields.set(field, { count: seen.count + 1, nested: seen.nested + nested, at: seen.at })
    }
  }
  fields.delete('_id')
  const common = [...fields]
    .filter(([, { count }]) => count * 5 >= documents.length)
    .sort(([, one], [, other]) => {
      const mostlyNested = ({ nested, count }: typeof one) => Number(nested * 2 > count)
      return mostlyNested(one) - mostlyNested(other) || one.at - other.at
    })
  return ['_id', ...common.map(([field]) => field).slice(0, MOST_COLUMNS - 1)]
}

/** A value in one line: instants as the time in Shanghai, nested ones as what they hold. */
export function cellText(value: unknown): string {
  if (value === undefined) return ''
  if (value === null) return 'null'
  if (typeof value === 'number')
    return value > 1e12 && value < 3e12 ? shanghaiText(value) : `${value}`
  if (typeof value === 'string') return value.slice(0, MOST_TEXT)
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value !== 'object') return String(value)
  if ('$date' in value) return shanghaiText(new Date(String(value.$date)).getTime())
  const text = JSON.stringify(value)
  return text.length <= MOST_TEXT ? text : `{${Object.keys(value).join(', ').slice(0, MOST_TEXT)}}`
}

/** The `_id` as the laboratory's routes want it. */
export function idText(id: unknown): string {
  return typeof id === 'number' ? `number:${id}` : String(id)
}

/** What a sort such as `{"seq": -1}` says of one field. */
export function orderOf(
  sort: string | undefined,
  field: string,
): 'ascending' | 'descending' | undefined {
  const direction = readSort(sort)[field]
  if (direction === undefined) return undefined
  return direction === -1 ? 'descending' : 'ascending'
}

/** A click on a head: first rising, then falling, then as the collection has it. */
export function nextOrder(sort: string | undefined, field: string): string {
  const order = orderOf(sort, field)
  if (order === 'descending') return ''
  return JSON.stringify({ [field]: order === 'ascending' ? -1 : 1 })
}

function readSort(sort: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(sort ?? '{}')
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('$date' in value)
}
