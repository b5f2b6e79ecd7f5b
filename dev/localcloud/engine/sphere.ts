/** A place on the sphere, as a vector of length 1. */
export type Vector = readonly [x: number, y: number, z: number]

/** The radius that MongoDB counts with, in metres. */
export const earthRadius = 6378.1 * 1000

/** What is nearer to a line than some micrometres lies on it. */
const tolerance = 1e-12

export function vectorAt(longitude: number, latitude: number): Vector {
  const [east, north] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

/** The angle between two places, exact for near ones too. */
export function angleBetween(one: Vector, other: Vector): number {
  return Math.atan2(lengthOf(cross(one, other)), dot(one, other))
}

/** Whether a place lies on the shorter great circle between two others. */
export function isOnEdge(place: Vector, [from, to]: Edge): boolean {
  const normal = cross(from, to)
  const length = lengthOf(normal)
  if (length < tolerance) return lengthOf(minus(place, from)) < tolerance
  if (Math.abs(dot(place, normal)) / length > tolerance) return false
  const middle = plus(from, to)
  return dot(place, middle) >= dot(from, middle) - tolerance
}

export type Edge = readonly [from: Vector, to: Vector]

/** Whether two edges have a place in common. */
export function doEdgesMeet(one: Edge, other: Edge): boolean {
  const touches = one.some((end) => isOnEdge(end, other)) || other.some((end) => isOnEdge(end, one))
  return touches || doEdgesCross(one, other)
}

/** Whether each edge leads from one side of the other to its other side. */
export function doEdgesCross(one: Edge, other: Edge): boolean {
  const [first, second] = [cross(...one), cross(...other)]
  if (!isParted(other, first) || !isParted(one, second)) return false
  // Great circles meet twice: the same meeting must lie on both edges.
  const meeting = cross(first, second)
  return dot(meeting, plus(...one)) * dot(meeting, plus(...other)) > 0
}

function isParted([from, to]: Edge, normal: Vector): boolean {
  const [here, there] = [dot(from, normal), dot(to, normal)]
  return Math.min(here, there) < -tolerance && Math.max(here, there) > tolerance
}

/** Whether a ring lies on one half of the sphere, as every ring around a town or country does. */
export function isHalfAtMost(ring: readonly Vector[]): boolean {
  const middle = ring.reduce(plus)
  return ring.every((corner) => dot(corner, middle) > 0)
}

/** Whether a place lies within a ring or on it; of the two parts it makes the smaller is meant. */
export function isInRing(place: Vector, ring: readonly Vector[]): boolean {
  const edges = edgesOf(ring)
  if (edges.some((edge) => isOnEdge(place, edge))) return true
  // Seen from the other end of the world a ring goes round the place as well.
  if (dot(place, ring.reduce(plus)) <= 0) return false
  const turned = edges.reduce((sum, [from, to]) => sum + turnBetween(place, from, to), 0)
  return Math.abs(turned) > Math.PI
}

/** By how much the direction turns in which somebody at a place looks. */
function turnBetween(place: Vector, from: Vector, to: Vector): number {
  const [one, other] = [cross(place, from), cross(place, to)]
  return Math.atan2(dot(place, cross(one, other)), dot(one, other))
}

/** The edges of a line, or of a ring whose last corner is its first. */
export function edgesOf(line: readonly Vector[]): Edge[] {
  return line.slice(1).map((to, at) => [line[at] ?? to, to])
}

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
}

function dot([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  return ax * bx + ay * by + az * bz
}

function plus([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ax + bx, ay + by, az + bz]
}

function minus([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ax - bx, ay - by, az - bz]
}

function lengthOf(vector: Vector): number {
  return Math.sqrt(dot(vector, vector))
}
