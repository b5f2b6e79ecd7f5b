import { writeFailed } from '../platform-error'
import { cloneValue, type Document, isDocument, type Value } from './document'
import type { Place } from './field-path'
import { compileMatch } from './matching'
import type { Operator, Target } from './update-operators'
import { compareValues, equalValues, typeName } from './value-order'

/** The operators that change an array. On anything that is there and no array they are errors. */
export const arrayOperators: Record<string, Operator> = {
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
}

function push(place: Place, operand: Value, target: Target): void {
  const list = [...(listAt(place, target) ?? [])]
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) {
    place.write([...list, cloneValue(operand)])
    return
  }
  const { $each, $position, $slice, $sort, ...others } = operand
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw refuse(target, `unrecognized clause ${unknown}`)
  const added = eachOf($each, target)
  const position = wholeNumber($position, list.length, target)
  list.splice(position, 0, ...added)
  if ($sort !== undefined) sortList(list, $sort, target)
  const count = wholeNumber($slice, list.length, target)
  place.write(count < 0 ? list.slice(count) : list.slice(0, count))
}

function pop(place: Place, operand: Value, target: Target): void {
  if (operand !== 1 && operand !== -1) throw refuse(target, 'expects 1 or -1')
  const list = listAt(place, target)
  if (list === undefined) return
  place.write(operand === 1 ? list.slice(0, -1) : list.slice(1))
}

function pull(place: Place, operand: Value, target: Target): void {
  const list = listAt(place, target)
  if (list === undefined) return
  const matches = compilePull(operand)
  place.write(list.filter((element) => !matches(element)))
}

function pullAll(place: Place, operand: Value, target: Target): void {
  if (!Array.isArray(operand)) throw refuse(target, 'requires an array argument')
  const list = listAt(place, target)
  if (list === undefined) return
  place.write(list.filter((element) => !operand.some((gone) => equalValues(gone, element))))
}

function addToSet(place: Place, operand: Value, target: Target): void {
  const list = [...(listAt(place, target) ?? [])]
  const many = isDocument(operand) && Object.hasOwn(operand, '$each')
  for (const element of many ? eachOf(operand.$each, target) : [operand]) {
    if (!list.some((there) => equalValues(there, element))) list.push(cloneValue(element))
  }
  place.write(list)
}

/** A condition in $pull is a filter on the elements, not on the document that holds them. */
function compilePull(condition: Value): (element: Value) => boolean {
  if (!isDocument(condition) || Object.keys(condition)[0]?.startsWith('$')) {
    const matches = compileMatch({ list: { $elemMatch: asCondition(condition) } })
    return (element) => matches({ list: [element] })
  }
  const matches = compileMatch(condition)
  return (element) => isDocument(element) && matches(element)
}

function asCondition(wanted: Value): Document {
  if (isDocument(wanted)) return wanted
  return wanted instanceof RegExp ? { $regex: wanted } : { $eq: wanted }
}

function listAt(place: Place, target: Target): Value[] | undefined {
  if (place.value === undefined) return undefined
  if (!Array.isArray(place.value)) {
    const id = JSON.stringify(target.document._id)
    const reason =
      `The field '${target.path}' must be an array but is of type ` +
      `${typeName(place.value)} in document {_id: ${id}}`
    throw writeFailed('Update', reason)
  }
  return place.value
}

function eachOf(operand: Value | undefined, target: Target): Value[] {
  if (!Array.isArray(operand)) throw refuse(target, 'needs an array in $each')
  return operand.map(cloneValue)
}

function wholeNumber(operand: Value | undefined, absent: number, target: Target): number {
  if (operand === undefined) return absent
  if (typeof operand !== 'number' || !Number.isInteger(operand)) {
    throw refuse(target, 'needs whole numbers in $position and $slice')
  }
  return operand
}

function sortList(list: Value[], sort: Value, target: Target): void {
  if (sort === 1 || sort === -1) {
    list.sort((left, right) => compareValues(left, right) * sort)
    return
  }
  if (!isDocument(sort)) throw refuse(target, 'needs 1, -1 or fields in $sort')
  const fields = Object.entries(sort)
  list.sort((left, right) => {
    for (const [field, direction] of fields) {
      const order = compareValues(fieldOf(left, field), fieldOf(right, field))
      if (order !== 0) return order * (direction === -1 ? -1 : 1)
    }
    return 0
  })
}

function fieldOf(element: Value, field: string): Value {
  return isDocument(element) ? (element[field] ?? null) : null
}

function refuse(target: Target, reason: string): Error {
  return writeFailed('Update', `${target.operator} of '${target.path}' ${reason}`)
}
