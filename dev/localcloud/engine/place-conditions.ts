import {
  notSupported,
  PlatformError,
  queryFailed,
  type WriteKind,
  writeFailed,
} from '../platform-error'
import type { CollectionData } from './collection-data'
import { type Document, indexedValuesAt, isDocument, type Value } from './document'
import type { CompileTest } from './matching-operators'
import { doShapesMeet, isWithin, isWithinCircle, readPlace, readShape, type Shape } from './shapes'

/** The conditions on places that ask for no order. A value that is no place meets none of them. */
export const placeTests: Readonly<Record<string, CompileTest>> = {
  $geoWithin: (operand) => {
    const [shape, wanted] = onlyField(operand, '$geoWithin')
    if (shape === '$centerSphere') return withinCircle(wanted)
    if (shape !== '$geometry') throw notSupported(`${shape} in $geoWithin`)
    const outer = readShape(wanted)
    if (outer.areas.length === 0) {
      throw queryFailed('$geoWithin not supported with provided geometry: only areas hold others')
    }
    return onShapes((shape) => isWithin(shape, outer))
  },
  $geoIntersects: (operand) => {
    const [shape, wanted] = onlyField(operand, '$geoIntersects')
    if (shape !== '$geometry') throw queryFailed(`$geoIntersects needs $geometry, not ${shape}`)
    const other = readShape(wanted)
    return onShapes((shape) => doShapesMeet(shape, other))
  },
}

function withinCircle(wanted: Value): (value: Value | undefined) => boolean {
  const [middle, angle] = Array.isArray(wanted) ? wanted : []
  if (middle === undefined || typeof angle !== 'number') {
    throw queryFailed('$centerSphere needs a place and a radius')
  }
  if (!(angle >= 0)) throw queryFailed('radius must be a non-negative number')
  const centre = readPlace(middle)
  return onShapes((shape) => isWithinCircle(shape, centre, angle))
}

function onShapes(meets: (shape: Shape) => boolean): (value: Value | undefined) => boolean {
  return (value) => {
    const shape = shapeOrNothing(value)
    return shape !== undefined && meets(shape)
  }
}

/** What is stored, when it is a place; a document may hold anything where no index is. */
export function shapeOrNothing(value: Value | undefined): Shape | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return readShape(value)
  } catch (fault) {
    if (fault instanceof PlatformError) return undefined
    throw fault
  }
}

function onlyField(operand: Value, operator: string): [field: string, wanted: Value] {
  const [[field, wanted] = [], ...others] = Object.entries(isDocument(operand) ? operand : {})
  if (field === undefined || wanted === undefined || others.length > 0) {
    throw queryFailed(`${operator} needs one geometry`)
  }
  return [field, wanted]
}

/** The operators that ask for an order: they stand in a query alone, not in an aggregation. */
export function isNearOperator(operator: string): boolean {
  return operator === '$near' || operator === '$nearSphere'
}

export function nearOutOfPlace(): PlatformError {
  return queryFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
}

/** Refuses a document whose place no index of kind `2dsphere` can hold; null and nothing it can. */
export function checkPlaces(
  { placeIndexes }: Pick<CollectionData, 'placeIndexes'>,
  document: Document,
  kind: WriteKind,
): void {
  for (const path of placeIndexes) {
    for (const value of placesAt(document, path)) {
      if (value === null) continue
      try {
        readShape(value)
      } catch (fault) {
        const reason = String(fault).replace(/^.*?\] |\.? Please check .*$/g, '')
        throw writeFailed(kind, `Can't extract geo keys: ${JSON.stringify(value)} ${reason}`)
      }
    }
  }
}

/** The values at a path, in which a pair of numbers is one place. */
export function placesAt(document: Document, path: string): Value[] {
  const values = indexedValuesAt(document, path)
  const isPair = values.length === 2 && values.every((value) => typeof value === 'number')
  return isPair ? [values] : values
}

interface Taken {
  readonly path: string
  readonly operand: Document
}

/** A filter without its condition of nearness, and that condition. */
export function takeNear(filter: Document): { rest: Document; near?: Taken } {
  let near: Taken | undefined
  const rest: Document = {}
  const take = (found: Taken | undefined): void => {
    if (found === undefined) return
    if (near !== undefined) throw queryFailed('Too many geoNear expressions')
    near = found
  }
  for (const [path, wanted] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(wanted)) {
      rest[path] = wanted.map((part) => {
        if (!isDocument(part)) return part
        const inner = takeNear(part)
        take(inner.near)
        return inner.rest
      })
      continue
    }
    const operator = isDocument(wanted) ? Object.keys(wanted).find(isNearOperator) : undefined
    if (path.startsWith('$') || !isDocument(wanted) || operator === undefined) {
      rest[path] = wanted
      continue
    }
    const { [operator]: operand = null, ...others } = wanted
    if (!isDocument(operand)) throw notSupported(`${operator} of other than a GeoJSON point`)
    take({ path, operand })
    if (Object.keys(others).length > 0) rest[path] = others
  }
  return { rest, near }
}
