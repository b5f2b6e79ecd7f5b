import { deepEqual, match } from 'node:assert/strict'
import type { Area } from '../area'
import { refusal } from '../kit'

export const collections: Area = {
  name: 'collections',
  promise: 'A program may create collections; they stay, and no SDK can remove them.',
  // In a real environment each run would leave collections behind.
  needs: ['operator'],
  cases: {
    'are there once created, and empty': async (kit) => {
      const name = `conformance_${kit.scope}`
      await kit.db.createCollection(name)
      deepEqual((await kit.db.collection(name).get()).data, [])
    },
    'keep documents like any other': async (kit) => {
      const name = `conformance_${kit.scope}`
      await kit.db.createCollection(name)
      const collection = kit.db.collection(name)
      await collection.add({ data: { _id: 'a', n: 1 } })
      deepEqual((await collection.where({ n: 1 }).get()).data, [{ _id: 'a', n: 1 }])
    },
    'cannot be created twice': async (kit) => {
      const name = `conformance_${kit.scope}`
      await kit.db.createCollection(name)
      match((await refusal(kit.db.createCollection(name))).message, /createCollection:fail/)
    },
    'need a proper name': async (kit) => {
      for (const name of ['', '$a', 'a b', 'system.users']) {
        await refusal(async () => kit.db.createCollection(name))
      }
    },
  },
}
