import { notSupported, queryFailed } from '../platform-error'
import { cloneDocument, type Document, isDocument, type Value } from './document'
import { placeAt } from './field-path'
import { compileMatch } from './matching'
import { readNear, sortByDistance } from './nearness'
import { checkFieldPath } from './path-syntax'
import { placesAt } from './place-conditions'

interface GeoNear {
  /** The stage that finds the documents to measure. */
  readonly match: Document
  /** Those within the bounds, the nearest first, each with its distance. */
  readonly measure: (documents: readonly Document[]) => Document[]
}

const known = new Set(
  ['near', 'distanceField', 'spherical', 'minDistance', 'maxDistance', 'query', 'key'].concat([
    'distanceMultiplier',
    'includeLocs',
    'uniqueDocs',
    'limit',
    'num',
  ]),
)

/** A pipeline without the stage `$geoNear` at its front, and what that stage does. */
export function takeGeoNear(
  stages: readonly Document[],
  placeIndexes: readonly string[],
): { geoNear?: GeoNear; stages: readonly Document[] } {
  const [first, ...others] = stages
  if (first === undefined || !Object.hasOwn(first, '$geoNear')) return { stages }
  return { geoNear: readStage(first.$geoNear, placeIndexes), stages: others }
}

function readStage(operand: Value | undefined, placeIndexes: readonly string[]): GeoNear {
  if (!isDocument(operand)) throw queryFailed('$geoNear must be an object')
  const unknown = Object.keys(operand).find((name) => !known.has(name))
  if (unknown !== undefined) throw queryFailed(`Unknown argument to $geoNear: ${unknown}`)
  const { near, minDistance, maxDistance, query = {}, distanceField } = operand
  if (typeof distanceField !== 'string') throw queryFailed('$geoNear requires a distanceField')
  checkFieldPath(distanceField)
  if (!isDocument(near)) throw notSupported('$geoNear with other than a GeoJSON point')
  if (!isDocument(query)) throw queryFailed('$geoNear query must be an object')
  compileMatch(query)
  const path = keyOf(operand.key, placeIndexes)
  const wanted: Document = { $geometry: near }
  if (minDistance !== undefined) wanted.$minDistance = minDistance
  if (maxDistance !== undefined) wanted.$maxDistance = maxDistance
  const nearness = readNear(path, wanted)
  const most = operand.limit ?? operand.num ?? Number.POSITIVE_INFINITY
  const { distanceMultiplier: factor = 1, includeLocs } = operand
  if (typeof most !== 'number' || typeof factor !== 'number') {
    throw queryFailed('$geoNear needs numbers in limit and distanceMultiplier')
  }
  return {
    match: { $match: query },
    measure: (documents) =>
      sortByDistance(documents, nearness)
        .slice(0, most)
        .map(({ document, distance }) => {
          const measured = cloneDocument(document)
          placeAt(measured, distanceField).write(distance * factor)
          const [place = null] = placesAt(document, path)
          if (typeof includeLocs === 'string') placeAt(measured, includeLocs).write(place)
          return measured
        }),
  }
}

function keyOf(key: Value | undefined, placeIndexes: readonly string[]): string {
  if (typeof key === 'string' && placeIndexes.includes(key)) return key
  const [only, ...others] = placeIndexes
  if (only === undefined || key !== undefined) {
    throw queryFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
  }
  if (others.length === 0) return only
  throw queryFailed('There is more than one 2dsphere index; unsure which to use for $geoNear')
}
