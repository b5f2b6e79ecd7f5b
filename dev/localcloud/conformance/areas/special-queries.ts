import { deepEqual, equal, match } from 'node:assert/strict'
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

/** What needs an index of its own kind is left out: `geoNear`, `aggregate.geoNear`, `text`. */
export const specialQueries: Area = {
  name: 'special queries',
  promise: 'Schemas select as MongoDB reads them; geography the local cloud refuses by name.',
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
    'find documents of a schema': async (kit) => {
      await kit.put({ a: { n: 1 }, b: { n: 'x' }, c: {} })
      const schema = { required: ['n'], properties: { n: { bsonType: 'string' } } }
      deepEqual(await kit.find(kit._.jsonSchema(schema)), ['b'])
    },
    'read bounds of a schema as draft 4 does, with switches beside them': async (kit) => {
      await kit.put({ a: { n: 3 }, b: { n: 2.5 }, c: { n: 'x' } })
      const n = { bsonType: 'number', maximum: 3, exclusiveMaximum: true }
      const schema = { required: ['n'], properties: { n } }
      deepEqual(await kit.find(kit._.jsonSchema(schema)), ['b'])
    },
    'tell kinds of numbers, dates and lists by their bsonType': async (kit) => {
      await kit.put({ i: { v: 7 }, d: { v: 7.5 }, t: { v: new Date(0) }, l: { v: [1] } })
      const of = (bsonType: unknown): Promise<string[]> =>
        kit.find(kit._.jsonSchema({ required: ['v'], properties: { v: { bsonType } } }))
      deepEqual(await of('int'), ['i'])
      deepEqual(await of(['double', 'date']), ['d', 't'])
      deepEqual(await of('array'), ['l'])
    },
    'refuse a schema with a keyword that does not exist': async (kit) => {
      const { errCode, message } = await refusal(kit.find(kit._.jsonSchema({ nonsense: 1 })))
      equal(errCode, -502001)
      match(message, /Unknown \$jsonSchema keyword: nonsense/)
    },
  },
}
