import { deepEqual } from 'node:assert/strict'
import type { Area } from '../area'
import type { Kit } from '../kit'

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
  promise: 'Geography and schemas, which the local cloud refuses by name.',
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
  },
}
