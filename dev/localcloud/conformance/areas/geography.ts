import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'

const places = {
  canton: { name: 'Canton Tower', longitude: 113.3245, latitude: 23.1066 },
  foshan: { name: 'Foshan', longitude: 113.1214, latitude: 23.0215 },
  beijing: { name: 'Beijing', longitude: 116.4074, latitude: 39.9042 },
}

async function putPlaces({ put, db }: Kit): Promise<void> {
  const rows = Object.entries(places).map(([name, { longitude, latitude }]) => [
    name,
    { at: db.Geo.Point(longitude, latitude) },
  ])
  await put(Object.fromEntries(rows))
}

const corners = [
  [113, 22.9],
  [113.5, 22.9],
  [113.5, 23.3],
  [113, 23.3],
  [113, 22.9],
]

function box({ db }: Kit): unknown {
  const line = db.Geo.LineString(corners.map(([x, y]) => db.Geo.Point(x, y)))
  return db.Geo.Polygon([line])
}

/** `spot` has an index of kind `2dsphere`, `at` has none. */
async function putShops({ put, db }: Kit): Promise<void> {
  const rows = Object.entries(places).map(([name, { longitude, latitude }]) => [
    name,
    { spot: db.Geo.Point(longitude, latitude), name },
  ])
  await put({ ...Object.fromEntries(rows), nowhere: { name: 'nowhere' } })
}

const here = ({ db }: Kit): unknown => db.Geo.Point(113.3, 23.1)

const names = (rows: readonly Record<string, unknown>[]): unknown[] => rows.map(({ name }) => name)

export const geography: Area = {
  name: 'geography',
  promise: 'Places are found on the sphere, the nearest first; what lies nowhere is refused.',
  cases: {
    'find points within a circle on the sphere': async (kit) => {
      await putPlaces(kit)
      const circle = { centerSphere: [[113.32, 23.11], 30 / 6378.1] }
      deepEqual(await kit.find({ at: kit._.geoWithin(circle) }), ['canton', 'foshan'])
    },
    'find points within a polygon': async (kit) => {
      await putPlaces(kit)
      const found = await kit.find({ at: kit._.geoWithin({ geometry: box(kit) }) })
      deepEqual(found, ['canton', 'foshan'])
    },
    'find what a polygon meets': async (kit) => {
      await putPlaces(kit)
      const found = await kit.find({ at: kit._.geoIntersects({ geometry: box(kit) }) })
      deepEqual(found, ['canton', 'foshan'])
    },
    'leave the earth round: an edge along a parallel bends towards the pole': async (kit) => {
      const { db, put } = kit
      await put({ a: { at: db.Geo.Point(0, 50.5) }, b: { at: db.Geo.Point(0, 49) } })
      const ring = [
        [-30, 50],
        [30, 50],
        [30, 40],
        [-30, 40],
        [-30, 50],
      ].map(([x, y]) => db.Geo.Point(x, y))
      const geometry = db.Geo.Polygon([db.Geo.LineString(ring)])
      deepEqual(await kit.find({ at: kit._.geoWithin({ geometry }) }), ['a', 'b'])
    },
    'find what a line crosses, and lists of places': async (kit) => {
      const { db, put } = kit
      const line = (...ends: number[][]) =>
        db.Geo.LineString(ends.map(([x, y]) => db.Geo.Point(x, y)))
      await put({
        a: { at: line([113, 23], [114, 24]) },
        b: { at: line([110, 20], [111, 20]) },
        c: { at: [db.Geo.Point(100, 1), db.Geo.Point(113.2, 23)] },
      })
      const crossing = line([113, 24], [114, 23])
      deepEqual(await kit.find({ at: kit._.geoIntersects({ geometry: crossing }) }), ['a'])
      deepEqual(await kit.find({ at: kit._.geoIntersects({ geometry: box(kit) }) }), ['a', 'c'])
    },
    'find the nearest first, within metres': async (kit) => {
      await putShops(kit)
      const near = (bounds: object) => kit._.geoNear({ geometry: here(kit), ...bounds })
      const all = await kit.query({ spot: near({}) }).get()
      deepEqual(names(all.data), ['canton', 'foshan', 'beijing'])
      const some = await kit
        .query({ spot: near({ maxDistance: 100_000, minDistance: 5000 }) })
        .get()
      deepEqual(names(some.data), ['foshan'])
      const page = await kit
        .query({ spot: near({}) })
        .skip(1)
        .limit(1)
        .get()
      deepEqual(names(page.data), ['foshan'])
    },
    'refuse nearness without an index on places': async (kit) => {
      await putPlaces(kit)
      const { errCode, message } = await refusal(
        kit.query({ at: kit._.geoNear({ geometry: here(kit) }) }).get(),
      )
      equal(errCode, -502001)
      match(message, /unable to find index for \$geoNear query/)
    },
    'tell distances in metres in an aggregation': async (kit) => {
      await putShops(kit)
      const { list } = await kit.rows
        .aggregate()
        .geoNear({
          near: here(kit),
          distanceField: 'far.metres',
          spherical: true,
          maxDistance: 100_000,
          includeLocs: 'where',
          query: { scope: kit.scope },
        })
        .end()
      deepEqual(names(list), ['canton', 'foshan'])
      const metres = Object(list[0]?.far).metres
      ok(metres > 2600 && metres < 2620, `${metres} m`)
      ok(list[0]?.where)
    },
    'limit an aggregation by distance, not before it': async (kit) => {
      await putShops(kit)
      const near = {
        near: kit.db.Geo.Point(116.4, 39.9),
        distanceField: 'd',
        query: { scope: kit.scope },
      }
      const { list } = await kit.rows.aggregate().geoNear(near).limit(1).end()
      deepEqual(names(list), ['beijing'])
    },
    'refuse a stage of nearness that is not the first': async (kit) => {
      const near = { near: here(kit), distanceField: 'd' }
      const { message } = await refusal(kit.aggregate().geoNear(near).end())
      match(message, /only valid as the first stage/)
    },
    'refuse a place beyond the earth where an index is': async (kit) => {
      const beyond = { type: 'Point', coordinates: [200, 10] }
      const { errCode, message } = await refusal(kit.put({ a: { spot: beyond } }))
      equal(errCode, -502001)
      match(message, /Can't extract geo keys.*out of bounds/)
      equal(await kit.read('a'), null)
      await kit.put({ b: {} })
      const change = kit.rows.doc(kit.id('b')).update({ data: { spot: kit._.set('no place') } })
      match((await refusal(change)).message, /Can't extract geo keys/)
      deepEqual(await kit.read('b'), {})
    },
  },
}
