import { writeFailed } from '../platform-error'
import { arrayOperators } from './array-operators'
import { cloneDocument, cloneValue, type Document, isDocument, type Value } from './document'
import { type Place, placeAt } from './field-path'
import { compareValues } from './value-order'

/** Changes one place of a document. Wrong types are errors here, never silently nothing. */
export type Operator = (place: Place, operand: Value, target: Target) => void

export interface Target {
  readonly operator: string
  readonly path: string
  readonly document: Document
}

const operators: Record<string, Operator> = {
  $set: (place, operand) => place.write(cloneValue(operand)),
  $unset: (place) => place.remove(),
  $inc: (place, operand, target) => place.write(numbers(place, operand, target).reduce(sum)),
  $mul: (place, operand, target) => place.write(numbers(place, operand, target).reduce(product)),
  $min: (place, operand) => keepIf(place, operand, (order) => order < 0),
  $max: (place, operand) => keepIf(place, operand, (order) => order > 0),
  $rename: rename,
  ...arrayOperators,
}

/** The document after an update in MongoDB's operators; the document given stays as it is. */
export function updateDocument(document: Document, update: Document): Document {
  const changed = cloneDocument(document)
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    const apply = Object.hasOwn(operators, operator) ? operators[operator] : undefined
    if (apply === undefined) {
      throw writeFailed('Update', `Unknown modifier: ${operator}`)
    }
    if (!isDocument(fields)) {
      throw writeFailed(
        'Update',
        `Modifiers operate on fields but we found another type: ${operator}`,
      )
    }
    for (const [path, operand] of Object.entries(fields)) {
      claimPath(paths, path)
      apply(placeAt(changed, path), operand, { operator, path, document: changed })
    }
  }
  return changed
}

/** Two changes may not touch the same place, nor one the inside of another. */
function claimPath(paths: string[], path: string): void {
  if (path === '_id' || path.startsWith('_id.')) {
    const reason = "Performing an update on the path '_id' would modify the immutable field '_id'"
    throw writeFailed('Update', reason)
  }
  if (path.split('.').some((segment) => segment.startsWith('$'))) {
    throw writeFailed('Update', `The path '${path}' is not supported by the local cloud`)
  }
  const rival = paths.find(
    (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
  )
  if (rival !== undefined) {
    const reason = `Updating the path '${path}' would create a conflict at '${rival}'`
    throw writeFailed('Update', reason)
  }
  paths.push(path)
}

const sum = (left: number, right: number): number => left + right
const product = (left: number, right: number): number => left * right

function numbers(place: Place, operand: Value, target: Target): number[] {
  const verb = target.operator === '$inc' ? 'increment' : 'multiply'
  if (typeof operand !== 'number') {
    const shown = `{${target.path}: ${JSON.stringify(operand)}}`
    throw writeFailed('Update', `Cannot ${verb} with non-numeric argument: ${shown}`)
  }
  const value = place.value === undefined ? 0 : place.value
  if (typeof value !== 'number') {
    const id = JSON.stringify(target.document._id)
    const reason =
      `Cannot apply ${target.operator} to a value of non-numeric type. ` +
      `{_id: ${id}} has the field '${target.path}' of non-numeric type`
    throw writeFailed('Update', reason)
  }
  return [value, operand]
}

function keepIf(place: Place, operand: Value, wins: (order: number) => boolean): void {
  if (place.value === undefined || wins(compareValues(operand, place.value))) {
    place.write(cloneValue(operand))
  }
}

function rename(place: Place, operand: Value, target: Target): void {
  if (typeof operand !== 'string' || operand === target.path || operand === '_id') {
    throw writeFailed('Update', `The 'to' field for $rename must be another field: ${target.path}`)
  }
  if (place.value === undefined) return
  const moved = place.value
  place.remove()
  placeAt(target.document, operand).write(moved)
}
