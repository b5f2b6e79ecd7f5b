import type { Value } from './document'
import { doShapesMeet, isWithin, isWithinCircle, readPlace, readShape } from './shapes'
import { angleBetween, earthRadius } from './sphere'

const point = (x: number, y: number) => readShape({ type: 'Point', coordinates: [x, y] })
const line = (...coordinates: number[][]) => readShape({ type: 'LineString', coordinates })
const square = (from: number, to: number): number[][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const area = (...coordinates: number[][][]) => readShape({ type: 'Polygon', coordinates })

describe('a place', () => {
  it('is as far from another as the sphere says', () => {
    const degree = angleBetween(readPlace([0, 0]), readPlace([0, 1])) * earthRadius
    expect(degree).toBeCloseTo((Math.PI / 180) * 6378100, 3)
    const metre = angleBetween(readPlace([113, 23]), readPlace([113, 23.00001])) * earthRadius
    expect(metre).toBeCloseTo(1.113, 2)
    expect(angleBetween(readPlace([0, 0]), readPlace([180, 0]))).toBeCloseTo(Math.PI)
  })

  it.each<[string, Value]>([
    ['out of bounds', { type: 'Point', coordinates: [181, 0] }],
    ['out of bounds', [0, -91]],
    ['out of bounds', [Number.NaN, 0]],
    ['only contain numeric', { type: 'Point', coordinates: ['1', 2] }],
    ['unknown GeoJSON type', { type: 'Circle', coordinates: [1, 2] }],
    ['unknown GeoJSON type', 7],
    ['at least 2 vertices', { type: 'LineString', coordinates: [[1, 2]] }],
    ['not closed', { type: 'Polygon', coordinates: [square(0, 1).slice(1)] }],
    [
      'at least 3 different',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'larger than a half',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [120, 0],
            [-120, 0],
            [0, 0],
          ],
        ],
      },
    ],
  ])('%s: refused', (sentence, value) => {
    expect(() => readShape(value)).toThrow(sentence)
  })
})

describe('an area', () => {
  const ring = area(square(0, 10), square(4, 6))

  it('holds what lies in it and on its border, but not in its hole', () => {
    expect(isWithin(point(1, 1), ring)).toBe(true)
    expect(isWithin(point(0, 5), ring)).toBe(true)
    expect(isWithin(point(5, 5), ring)).toBe(false)
    expect(isWithin(point(11, 5), ring)).toBe(false)
    expect(isWithin(point(-175, -5), ring)).toBe(false)
  })

  it('holds a line and an area only whole', () => {
    expect(isWithin(line([1, 1], [2, 2]), ring)).toBe(true)
    expect(isWithin(line([1, 1], [12, 2]), ring)).toBe(false)
    expect(isWithin(line([1, 5], [9, 5]), ring)).toBe(false)
    expect(isWithin(area(square(1, 3)), ring)).toBe(true)
    expect(isWithin(area(square(3, 7)), ring)).toBe(false)
  })

  it('lies over the date line as elsewhere', () => {
    const corners = [
      [170, -5],
      [-170, -5],
      [-170, 5],
      [170, 5],
      [170, -5],
    ]
    expect(isWithin(point(179, 0), area(corners))).toBe(true)
    expect(isWithin(point(-179, 0), area(corners))).toBe(true)
    expect(isWithin(point(0, 0), area(corners))).toBe(false)
  })

  it('meets what it crosses, holds or touches', () => {
    expect(doShapesMeet(line([-5, 2], [15, 2]), ring)).toBe(true)
    expect(doShapesMeet(area(square(-20, 20)), area(square(0, 1)))).toBe(true)
    expect(doShapesMeet(area(square(10, 20)), area(square(0, 10)))).toBe(true)
    expect(doShapesMeet(area(square(11, 20)), area(square(0, 10)))).toBe(false)
    expect(doShapesMeet(point(5, 5), ring)).toBe(false)
  })
})

describe('a line and a circle', () => {
  it('meet other lines once, not on the other side of the world', () => {
    expect(doShapesMeet(line([-1, 0], [1, 0]), line([0, -1], [0, 1]))).toBe(true)
    expect(doShapesMeet(line([-1, 0], [1, 0]), line([179, -1], [179, 1]))).toBe(false)
    expect(doShapesMeet(line([0, 0], [0, 2]), point(0, 1))).toBe(true)
    expect(doShapesMeet(line([0, 0], [0, 2]), point(0, 3))).toBe(false)
  })

  it('hold what is near enough as a whole', () => {
    const degrees = (count: number): number => (count * Math.PI) / 180
    const shape = line([0, 0], [3, 0])
    expect(isWithinCircle(shape, readPlace([0, 0]), degrees(3.01))).toBe(true)
    expect(isWithinCircle(shape, readPlace([0, 0]), degrees(2.99))).toBe(false)
  })
})
