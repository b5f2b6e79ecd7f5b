import { startTestCloud } from '../fixtures/sdk'
import { createCollection } from './collection-data'

describe('a collection that a function creates', () => {
  it('holds documents, also after the cloud was started again', async () => {
    const first = await startTestCloud()
    await first.db.createCollection('notes')
    await first.db.collection('notes').add({ data: { _id: 'a', text: 'kept' } })
    await first.cloud.close()
    const second = await startTestCloud({ dataDir: first.dataDir })
    expect((await second.db.collection('notes').doc('a').get()).data).toMatchObject({
      text: 'kept',
    })
    const again = second.db.createCollection('notes')
    await expect(again).rejects.toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
      errMsg: expect.stringContaining('Table exist'),
    })
    await second.end()
  })

  it('needs a name that the platform allows', async () => {
    const { db, end } = await startTestCloud()
    for (const name of ['系统', 'a b', '$x', 'system.users', '-a', 'x'.repeat(65)]) {
      await expect(db.createCollection(name)).rejects.toThrow('InvalidParameter')
    }
    await end()
  })

  it('is one of 100 at most', async () => {
    const { db, end } = await startTestCloud()
    const create = async (): Promise<void> => {
      for (let number = 0; number < 101; number += 1) await db.createCollection(`c${number}`)
    }
    await expect(create()).rejects.toThrow('LimitExceeded')
    await end()
  })
})

describe('a declared collection', () => {
  it('has 20 indexes at most, that of _id included', () => {
    const indexes = Array.from({ length: 20 }, (_unused, n) => ({
      name: `i${n}`,
      fields: [[`f${n}`, 1]] as const,
    }))
    expect(() => createCollection('t', indexes)).toThrow('declares 20 indexes')
    expect(createCollection('t', indexes.slice(1)).indexes).toHaveLength(20)
  })
})
