import { queryFailed, unknownOperator } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import { compileMatch } from './matching'
import { checkFieldPath } from './path-syntax'

export type Project = (document: Document) => Document

/** What happens to a field: kept or dropped, changed, or a part of it looked at further. */
type Treatment = 'keep' | 'drop' | Change | Map<string, Treatment>
type Change = (value: Value) => Value | undefined

/**
 * The part of a document that `field()` asks for: fields to keep or fields to drop, never both but
 * for `_id`, and `$slice` and `$elemMatch` of an array.
 */
export function compileProjection(projection: Document): Project {
  const fields = Object.entries(projection)
  if (fields.length === 0) return (document) => document
  const tree = new Map<string, Treatment>()
  let keeps: boolean | undefined
  for (const [path, wanted] of fields) {
    const treatment = readTreatment(path, wanted)
    const chooses = choiceOf(path, wanted, treatment)
    if (chooses !== undefined && keeps !== undefined && chooses !== keeps) {
      throw queryFailed('Projection cannot have a mix of inclusion and exclusion.')
    }
    keeps ??= chooses
    plant(tree, path, treatment)
  }
  // Alone, `_id: 1` keeps nothing else and a `$slice` keeps everything.
  const inclusive = keeps ?? tree.get('_id') === 'keep'
  if (inclusive && !tree.has('_id')) tree.set('_id', 'keep')
  return (document) => prune(document, tree, inclusive)
}

function readTreatment(path: string, wanted: Value): Treatment {
  checkFieldPath(path)
  if (path.split('.').some((segment) => segment.startsWith('$'))) {
    throw queryFailed(`FieldPath '${path}' is not allowed in a projection`)
  }
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return wanted ? 'keep' : 'drop'
  if (isDocument(wanted)) {
    const [[operator, operand] = [], ...others] = Object.entries(wanted)
    if (operand !== undefined && others.length === 0) {
      if (operator === '$slice') return slice(operand)
      if (operator === '$elemMatch') return firstMatch(operand)
      if (operator?.startsWith('$')) throw unknownOperator(`Unsupported projection: ${operator}`)
    }
  }
  throw queryFailed(`Unsupported projection option: ${path}: ${JSON.stringify(wanted)}`)
}

/** Whether a field makes the projection one that keeps or one that drops; some do neither. */
function choiceOf(path: string, wanted: Value, treatment: Treatment): boolean | undefined {
  if (path === '_id') return undefined
  if (typeof treatment === 'string') return treatment === 'keep'
  return isDocument(wanted) && Object.hasOwn(wanted, '$elemMatch') ? true : undefined
}

function plant(tree: Map<string, Treatment>, path: string, treatment: Treatment): void {
  const segments = path.split('.')
  const last = segments.pop() ?? ''
  let branch = tree
  for (const segment of segments) {
    const next = branch.get(segment) ?? new Map<string, Treatment>()
    if (!(next instanceof Map)) throw queryFailed(`Path collision at ${path}`)
    branch.set(segment, next)
    branch = next
  }
  if (branch.has(last)) throw queryFailed(`Path collision at ${path}`)
  branch.set(last, treatment)
}

function prune(document: Document, tree: Map<string, Treatment>, inclusive: boolean): Document {
  const pruned: Document = {}
  for (const [field, value] of Object.entries(document)) {
    const treatment = tree.get(field) ?? (inclusive ? 'drop' : 'keep')
    if (treatment === 'drop') continue
    const kept = treatment === 'keep' ? value : treat(value, treatment, inclusive)
    if (kept !== undefined) pruned[field] = kept
  }
  return pruned
}

function treat(
  value: Value,
  treatment: Change | Map<string, Treatment>,
  inclusive: boolean,
): Value | undefined {
  if (!(treatment instanceof Map)) return treatment(value)
  if (isDocument(value)) return prune(value, treatment, inclusive)
  if (!Array.isArray(value)) return inclusive ? undefined : value
  return value.flatMap((element) => {
    const kept = treat(element, treatment, inclusive)
    // An array in an array stays one.
    return kept === undefined ? [] : [kept]
  })
}

function slice(operand: Value): Change {
  const [skip, count] = Array.isArray(operand) ? operand : [undefined, operand]
  const whole = Number.isInteger(count) && (skip === undefined || Number.isInteger(skip))
  if (!whole || typeof count !== 'number' || (Array.isArray(operand) && operand.length !== 2)) {
    throw queryFailed('$slice only supports numbers and [skip, limit] arrays')
  }
  if (skip !== undefined && count <= 0) throw queryFailed('$slice limit must be positive')
  return (value) => {
    if (!Array.isArray(value)) return value
    if (typeof skip !== 'number') return count < 0 ? value.slice(count) : value.slice(0, count)
    const start = skip < 0 ? Math.max(value.length + skip, 0) : skip
    return value.slice(start, start + count)
  }
}

function firstMatch(operand: Value): Change {
  const matches = compileMatch({ list: { $elemMatch: operand } })
  return (value) => {
    const found = Array.isArray(value)
      ? value.find((element) => matches({ list: [element] }))
      : undefined
    return found === undefined ? undefined : [found]
  }
}
