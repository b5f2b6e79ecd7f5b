import { notSupported, queryFailed } from '../platform-error'
import { isDocument, type Value } from './document'
import {
  angleBetween,
  doEdgesCross,
  doEdgesMeet,
  type Edge,
  edgesOf,
  isHalfAtMost,
  isInRing,
  isOnEdge,
  type Vector,
  vectorAt,
} from './sphere'

/** A geometry of GeoJSON: places, lines, and areas of one outer ring with holes. */
export interface Shape {
  readonly points: readonly Vector[]
  readonly lines: readonly (readonly Vector[])[]
  readonly areas: readonly (readonly (readonly Vector[])[])[]
}

const nothing: Shape = { points: [], lines: [], areas: [] }

/**
 * Reads a geometry of GeoJSON, or a pair of numbers as older programs stored places.
 * @throws in MongoDB's words when it is none, or lies nowhere on earth.
 */
export function readShape(value: Value | undefined): Shape {
  if (Array.isArray(value)) return { ...nothing, points: [readPlace(value)] }
  const { type, coordinates = null } = isDocument(value) ? value : {}
  if (type === 'Point') return { ...nothing, points: [readPlace(coordinates)] }
  if (type === 'MultiPoint') return { ...nothing, points: listOf(coordinates).map(readPlace) }
  if (type === 'LineString') return { ...nothing, lines: [readLine(coordinates)] }
  if (type === 'MultiLineString') return { ...nothing, lines: listOf(coordinates).map(readLine) }
  if (type === 'Polygon') return { ...nothing, areas: [readArea(coordinates)] }
  if (type === 'MultiPolygon') return { ...nothing, areas: listOf(coordinates).map(readArea) }
  throw queryFailed(`unknown GeoJSON type: ${JSON.stringify(value ?? null)}`)
}

export function readPlace(value: Value): Vector {
  const [longitude, latitude] = Array.isArray(value) ? value : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw queryFailed(`Point must only contain numeric elements: ${JSON.stringify(value)}`)
  }
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    const shown = `lng: ${longitude} lat: ${latitude}`
    throw queryFailed(`Longitude/latitude is out of bounds, ${shown}`)
  }
  return vectorAt(longitude, latitude)
}

function readLine(value: Value): Vector[] {
  const line = listOf(value).map(readPlace)
  if (line.length >= 2) return line
  throw queryFailed('GeoJSON LineString must have at least 2 vertices')
}

function readArea(value: Value): Vector[][] {
  const rings = listOf(value).map(readRing)
  if (rings.length > 0) return rings
  throw queryFailed('Polygon has no loops')
}

function readRing(value: Value): Vector[] {
  const list = listOf(value)
  const ring = list.map(readPlace)
  if (JSON.stringify(list[0]) !== JSON.stringify(list.at(-1))) {
    throw queryFailed(`Loop is not closed: ${JSON.stringify(value)}`)
  }
  if (ring.length < 4) throw queryFailed('Loop must have at least 3 different vertices')
  if (!isHalfAtMost(ring)) throw notSupported('a polygon larger than a half of the earth')
  return ring
}

function listOf(value: Value): Value[] {
  if (Array.isArray(value)) return value
  throw queryFailed('GeoJSON coordinates must be an array of coordinates')
}

/** Whether two geometries have a place in common. */
export function doShapesMeet(one: Shape, other: Shape): boolean {
  const [edges, others] = [allEdges(one), allEdges(other)]
  return (
    cornersOf(one).some((corner) => isAt(corner, other)) ||
    cornersOf(other).some((corner) => isAt(corner, one)) ||
    edges.some((edge) => others.some((rival) => doEdgesMeet(edge, rival)))
  )
}

/** Whether a geometry lies wholly within the areas of another. */
export function isWithin(inner: Shape, outer: Shape): boolean {
  const [edges, borders] = [allEdges(inner), allEdges(outer)]
  const holes = outer.areas.flatMap((rings) => rings.slice(1)).flat()
  return (
    cornersOf(inner).every((corner) => outer.areas.some((rings) => isInArea(corner, rings))) &&
    !edges.some((edge) => borders.some((border) => doEdgesCross(edge, border))) &&
    !holes.some((corner) => inner.areas.some((rings) => isInArea(corner, rings)))
  )
}

/** Whether a geometry lies wholly within an angle around a place. */
export function isWithinCircle(inner: Shape, centre: Vector, angle: number): boolean {
  return cornersOf(inner).every((corner) => angleBetween(corner, centre) <= angle)
}

function isAt(place: Vector, shape: Shape): boolean {
  return (
    shape.points.some((point) => isOnEdge(place, [point, point])) ||
    shape.lines.some((line) => edgesOf(line).some((edge) => isOnEdge(place, edge))) ||
    shape.areas.some((rings) => isInArea(place, rings))
  )
}

/** The border of a hole belongs to the area. */
function isInArea(place: Vector, [outer = [], ...holes]: readonly (readonly Vector[])[]): boolean {
  const onBorder = (ring: readonly Vector[]): boolean =>
    edgesOf(ring).some((edge) => isOnEdge(place, edge))
  return isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole) && !onBorder(hole))
}

function cornersOf({ points, lines, areas }: Shape): Vector[] {
  return [...points, ...lines.flat(), ...areas.flat(2)]
}

function allEdges({ lines, areas }: Shape): Edge[] {
  return [...lines, ...areas.flat()].flatMap(edgesOf)
}
