import { deepEqual, equal } from 'node:assert/strict'
import type { Area } from '../area'
import type { Kit } from '../kit'
import type { Row } from '../sdk-surface'

/** As programs write one without a library; on the wire it stands so. */
const oid = (digits: string): Row => ({ $oid: digits })

const one = '5f0000000000000000000001'
const two = '5f0000000000000000000002'
const text = '5f0000000000000000000003'

async function putThree({ put }: Kit): Promise<void> {
  await put({ b: { ref: oid(two) }, a: { ref: oid(one) }, t: { ref: text } })
}

/** Twenty-four digits of this case's own. */
const ownDigits = ({ scope }: Kit): string => scope.padEnd(24, '0')

const shown = (rows: readonly Row[]): string[] => rows.map(({ ref }) => String(ref))

export const objectIds: Area = {
  name: 'object ids',
  promise: 'An ObjectId is a type of its own: equal to itself alone, never to its digits.',
  cases: {
    // The readers of `get` in all SDKs copy own fields alone, and leave an empty object of one.
    'come back from an aggregation as they were, within objects and lists too': async (kit) => {
      await kit.put({ a: { ref: oid(one), inside: { list: [oid(two)] } } })
      const [row] = (
        await kit
          .aggregate()
          .match({ ref: oid(one) })
          .end()
      ).list
      equal(String(row?.ref), one)
      equal(typeof row?.ref, 'object')
      equal(String(Object(row?.inside).list[0]), two)
    },
    'are equal to themselves and not to the text of their digits': async (kit) => {
      await putThree(kit)
      deepEqual(await kit.find({ ref: oid(one) }), ['a'])
      deepEqual(await kit.find({ ref: one }), [])
      deepEqual(await kit.find({ ref: text }), ['t'])
      deepEqual(await kit.find({ ref: kit._.in([oid(one), oid(two)]) }), ['a', 'b'])
    },
    'are greater and smaller within their own type': async (kit) => {
      await putThree(kit)
      deepEqual(await kit.find({ ref: kit._.gt(oid(one)) }), ['b'])
      deepEqual(await kit.find({ ref: kit._.lte(oid(two)) }), ['a', 'b'])
    },
    'sort by their digits, after texts and before booleans': async (kit) => {
      await putThree(kit)
      await kit.put({ y: { ref: true }, n: { ref: 1 } })
      const { data } = await kit.query().orderBy('ref', 'asc').get()
      deepEqual(
        data.map(({ _id }) => String(_id).replace(`${kit.scope}-`, '')),
        ['n', 't', 'a', 'b', 'y'],
      )
    },
    'are an `_id`, another one than their digits': async (kit) => {
      const digits = ownDigits(kit)
      const { scope, rows } = kit
      await rows.add({ data: { _id: oid(digits), scope, ref: 'id' } })
      await rows.add({ data: { _id: digits, scope, ref: 'text' } })
      deepEqual(shown((await kit.query({ _id: oid(digits) }).get()).data), ['id'])
      deepEqual(shown((await kit.query({ _id: digits }).get()).data), ['text'])
      deepEqual((await kit.query({ _id: oid(digits) }).update({ data: { ref: 'new' } })).stats, {
        updated: 1,
      })
      deepEqual((await kit.query({ _id: oid(digits) }).remove()).stats, { removed: 1 })
      deepEqual(shown((await kit.query().get()).data), ['text'])
    },
    'group and join in an aggregation': async (kit) => {
      await putThree(kit)
      await kit.put({ c: { ref: oid(one) } })
      const { list } = await kit
        .aggregate()
        .group({ _id: '$ref', count: kit._.aggregate.sum?.(1) })
        .sort({ _id: 1 })
        .end()
      deepEqual(
        list.map(({ _id, count }) => [String(_id), count]),
        [
          [text, 1],
          [one, 2],
          [two, 1],
        ],
      )
    },
    'are set and taken from a list by an update': async (kit) => {
      await kit.put({ a: { list: [oid(one), oid(two)] } })
      await kit.rows.doc(kit.id('a')).update({ data: { list: kit._.pull(oid(one)) } })
      const [row] = (await kit.aggregate().match({}).end()).list
      deepEqual(Object(row).list.map(String), [two])
    },
    'are told apart by `bsonType`': async (kit) => {
      await putThree(kit)
      const schema = { properties: { ref: { bsonType: 'objectId' } } }
      deepEqual(await kit.find(kit._.jsonSchema(schema)), ['a', 'b'])
    },
  },
}
