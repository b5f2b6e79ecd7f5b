import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { refusal } from '../kit'

export const schemas: Area = {
  name: 'schemas',
  promise: 'A query by `$jsonSchema` selects as MongoDB reads it, in draft 4 with `bsonType`.',
  cases: {
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
