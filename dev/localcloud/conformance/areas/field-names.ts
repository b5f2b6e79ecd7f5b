import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'

async function refused(call: Promise<unknown>, sentence: RegExp): Promise<void> {
  const { errCode, code, message } = await refusal(call)
  // The newest SDK gives -1 for an aggregation, with the platform's code beside it.
  equal(errCode === -502001 || code === 'DATABASE_REQUEST_FAILED', true)
  match(message, sentence)
}

const onePrice = ({ put }: Kit): Promise<void> => put({ a: { price: 1, inside: { n: 1 } } })

export const fieldNames: Area = {
  name: 'field names',
  promise: 'A name that ends in a dot is no field: what would store or follow it is refused.',
  cases: {
    'ending in a dot are refused in a new document, which is not there then': async (kit) => {
      await refused(kit.put({ a: { 'price.': 1 } }), /'price\.' .*not valid for storage/)
      await refused(kit.put({ a: { inside: [{ 'n.': 1 }] } }), /'n\.' .*not valid for storage/)
      equal(await kit.read('a'), null)
    },
    'ending in a dot are refused by set, and the old document stays': async (kit) => {
      await onePrice(kit)
      const doc = kit.rows.doc(kit.id('a'))
      await refused(doc.set({ data: { scope: kit.scope, 'price.': 1 } }), /not valid for storage/)
      deepEqual(await kit.read('a'), { price: 1, inside: { n: 1 } })
    },
    'ending in a dot are refused by update, alone and within an object': async (kit) => {
      await onePrice(kit)
      const doc = kit.rows.doc(kit.id('a'))
      await refused(doc.update({ data: { 'price.': 1 } }), /'price\.' contains an empty field name/)
      await refused(doc.update({ data: { inside: { 'n.': 1 } } }), /empty field name/)
      const whole = kit._.set({ 'n.': 1 })
      await refused(doc.update({ data: { inside: whole } }), /'n\.' .*not valid for storage/)
      deepEqual(await kit.read('a'), { price: 1, inside: { n: 1 } })
    },
    'ending in a dot are refused by orders and aggregations': async (kit) => {
      await onePrice(kit)
      const sentence = /FieldPath must not end with a '\.'/
      await refused(kit.query().orderBy('price.', 'asc').get(), sentence)
      for (const stages of [
        kit.aggregate().sort({ 'price.': 1 }),
        kit.aggregate().group({ _id: '$price.' }),
        kit.aggregate().project({ 'price.': 1 }),
        kit.aggregate().addFields({ twice: kit._.aggregate.add?.(['$price.', 1]) }),
        kit.aggregate().unwind('$price.'),
      ]) {
        await refused(stages.end(), sentence)
      }
    },
    'ending in a dot find nothing in a condition, and are no error there': async (kit) => {
      await onePrice(kit)
      deepEqual(await kit.find({ 'price.': 1 }), [])
    },
  },
}
