import { queryFailed } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import { placesAt, shapeOrNothing } from './place-conditions'
import { readShape } from './shapes'
import { angleBetween, earthRadius, type Vector } from './sphere'

/** What nearness is asked about: a field, a point, and bounds in metres. */
export interface Near {
  readonly path: string
  readonly point: Vector
  readonly least: number
  readonly most: number
}

/** Reads the operand of `$nearSphere`; the stage `$geoNear` has the same parts. */
export function readNear(path: string, operand: Document): Near {
  const { $geometry, $minDistance, $maxDistance } = operand
  if (!isDocument($geometry)) throw queryFailed('$near requires a point, given none')
  const [point, ...others] = readShape($geometry).points
  if (point === undefined || others.length > 0) {
    throw queryFailed(`$near requires a point, given ${JSON.stringify($geometry)}`)
  }
  const least = metres($minDistance, 0, '$minDistance')
  const most = metres($maxDistance, Number.POSITIVE_INFINITY, '$maxDistance')
  return { path, point, least, most }
}

function metres(value: Value | undefined, absent: number, name: string): number {
  if (value === undefined || value === null) return absent
  if (typeof value === 'number' && value >= 0) return value
  throw queryFailed(`${name} must be a non-negative number`)
}

export interface NearDocument {
  readonly document: Document
  readonly distance: number
}

/** Documents with a place within the bounds, the nearest first. */
export function sortByDistance(documents: readonly Document[], near: Near): NearDocument[] {
  return documents
    .map((document) => ({ document, distance: distanceOf(document, near) }))
    .filter(({ distance }) => distance >= near.least && distance <= near.most)
    .sort((left, right) => left.distance - right.distance)
}

/** The nearest of a document's points; NaN, which is within no bounds, where there is none. */
function distanceOf(document: Document, { path, point }: Near): number {
  const distances = placesAt(document, path)
    .flatMap((value) => shapeOrNothing(value)?.points ?? [])
    .map((place) => angleBetween(place, point) * earthRadius)
  return distances.length === 0 ? Number.NaN : Math.min(...distances)
}
