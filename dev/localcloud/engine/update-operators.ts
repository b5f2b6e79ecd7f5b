import { invalidParam, notSupported, writeFailed } from '../platform-error'
import { arrayOperators } from './array-operators'
import { cloneDocument, cloneValue, type Document, isDocument, type Value } from './document'
import { type Place, placeAt } from './field-path'
import { claimPath, resolvePath } from './update-paths'
import { compareValues, typeName } from './value-order'

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
  $bit: changeBits,
  // It is for documents that an upsert creates, and no update of the SDK creates one.
  $setOnInsert: () => {},
  ...arrayOperators,
}

/** Refuses an update that no document could take, before one is looked for. */
export function checkUpdate(update: Document): void {
  const parts = Object.entries(update)
  // The SDK drops empty objects, so that `update({ data: { e: {} } })` arrives as nothing.
  if (parts.length === 0) throw invalidParam('update document must have at least one element')
  const paths: string[] = []
  for (const [operator, fields] of parts) {
    if (operator === '$currentDate') throw notSupported(operator)
    if (!Object.hasOwn(operators, operator)) {
      throw writeFailed('Update', `Unknown modifier: ${operator}`)
    }
    if (!isDocument(fields)) {
      const reason = `Modifiers operate on fields but we found another type: ${operator}`
      throw writeFailed('Update', reason)
    }
    for (const [path, operand] of Object.entries(fields)) {
      claimPath(paths, path)
      if (operator === '$rename') claimPath(paths, renamedTo(path, operand))
    }
  }
}

/**
 * The document after an update in MongoDB's operators; the document given stays as it is. The
 * position is the one at which the query met an array: `$` in a path stands for it.
 */
export function updateDocument(document: Document, update: Document, position?: number): Document {
  const changed = cloneDocument(document)
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    const apply = operators[operator]
    if (apply === undefined || !isDocument(fields)) continue
    for (const [written, operand] of Object.entries(fields)) {
      const path = resolvePath(written, position)
      claimPath(paths, path)
      apply(placeAt(changed, path), operand, { operator, path, document: changed })
    }
  }
  return changed
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
    const reason =
      `Cannot apply ${target.operator} to a value of non-numeric type. ` +
      `{_id: ${idOf(target)}} has the field '${target.path}' of non-numeric type ${typeName(value)}`
    throw writeFailed('Update', reason)
  }
  return [value, operand]
}

function keepIf(place: Place, operand: Value, wins: (order: number) => boolean): void {
  if (place.value === undefined || wins(compareValues(operand, place.value))) {
    place.write(cloneValue(operand))
  }
}

function renamedTo(from: string, to: Value): string {
  if (typeof to !== 'string') {
    throw writeFailed('Update', `The 'to' field for $rename must be a string: ${from}`)
  }
  if (to === from) {
    const reason = `The source and target field for $rename must differ: ${from}: "${to}"`
    throw writeFailed('Update', reason)
  }
  if ([from, to].some((path) => path.split('.').some((segment) => segment.startsWith('$')))) {
    const reason = `The source and target field for $rename may not be dynamic: ${from}: "${to}"`
    throw writeFailed('Update', reason)
  }
  return to
}

function rename(place: Place, operand: Value, target: Target): void {
  const to = renamedTo(target.path, operand)
  const destination = placeAt(target.document, to)
  if (place.inArray || destination.inArray) {
    const reason = `The source and the destination field cannot be an array element: ${target.path}`
    throw writeFailed('Update', reason)
  }
  if (place.value === undefined) return
  const moved = place.value
  place.remove()
  placeAt(target.document, to).write(moved)
}

const bitOperations: Record<string, (left: bigint, right: bigint) => bigint> = {
  and: (left, right) => left & right,
  or: (left, right) => left | right,
  xor: (left, right) => left ^ right,
}

function changeBits(place: Place, operand: Value, target: Target): void {
  const parts = isDocument(operand) ? Object.entries(operand) : []
  if (parts.length === 0) {
    throw writeFailed('Update', `The $bit modifier needs 'and', 'or' or 'xor': ${target.path}`)
  }
  let value = place.value === undefined ? 0 : place.value
  for (const [name, argument] of parts) {
    const operate = Object.hasOwn(bitOperations, name) ? bitOperations[name] : undefined
    if (operate === undefined) {
      const reason = `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`
      throw writeFailed('Update', reason)
    }
    if (!isWhole(argument)) {
      throw writeFailed('Update', `The $bit modifier field must be an Integer: {${name}}`)
    }
    if (!isWhole(value)) {
      const reason =
        `Cannot apply $bit to a value of non-integral type. {_id: ${idOf(target)}} ` +
        `has the field '${target.path}' of non-integer type ${typeName(value)}`
      throw writeFailed('Update', reason)
    }
    value = Number(BigInt.asIntN(64, operate(BigInt(value), BigInt(argument))))
  }
  place.write(value)
}

function isWhole(value: Value): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

function idOf({ document }: Target): string {
  return JSON.stringify(document._id)
}
