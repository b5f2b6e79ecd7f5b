import { startTestCloud, type TestCloud } from '../fixtures/sdk'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})

afterAll(() => test.end())

const config = () => test.db.collection('config')
const conflict = { errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') }
const gone = { errCode: -501001, errMsg: expect.stringContaining('TransactionNotExist') }

async function fresh(id: string, data: Record<string, unknown> = { n: 0 }): Promise<void> {
  await config().doc(id).set({ data })
}

async function numberIn(id: string): Promise<unknown> {
  return (await config().doc(id).get()).data?.n
}

describe('a transaction', () => {
  it('shows its writes to itself at once and to others after the commit', async () => {
    await fresh('t1')
    const tx = await test.db.startTransaction()
    await tx
      .collection('config')
      .doc('t1')
      .update({ data: { n: 1 } })
    expect((await tx.collection('config').doc('t1').get()).data?.n).toBe(1)
    expect(await numberIn('t1')).toBe(0)
    await tx.commit()
    expect(await numberIn('t1')).toBe(1)
  })

  it('leaves no trace when it is rolled back', async () => {
    await fresh('t2')
    const tx = await test.db.startTransaction()
    await tx
      .collection('config')
      .doc('t2')
      .update({ data: { n: 1 } })
    await tx.collection('config').add({ data: { _id: 't2-new' } })
    await tx.rollback()
    expect(await numberIn('t2')).toBe(0)
    expect((await config().doc('t2-new').get()).data).toBeNull()
  })

  it('reads the state at its first operation', async () => {
    await fresh('t3')
    await fresh('t3-other')
    const tx = await test.db.startTransaction()
    await fresh('t3', { n: 1 })
    expect((await tx.collection('config').doc('t3').get()).data?.n).toBe(1)
    await fresh('t3-other', { n: 1 })
    expect((await tx.collection('config').doc('t3-other').get()).data?.n).toBe(0)
    await tx.rollback()
  })

  it('conflicts at once with another that holds the document, and is dead then', async () => {
    await fresh('t4')
    const first = await test.db.startTransaction()
    const second = await test.db.startTransaction()
    await first
      .collection('config')
      .doc('t4')
      .update({ data: { n: 1 } })
    const clash = second
      .collection('config')
      .doc('t4')
      .update({ data: { n: 2 } })
    await expect(clash).rejects.toMatchObject(conflict)
    await expect(clash).rejects.not.toHaveProperty('code')
    await expect(second.collection('config').doc('t4').get()).rejects.toMatchObject(gone)
    await first.commit()
    expect(await numberIn('t4')).toBe(1)
  })

  it('conflicts when the document changed after its snapshot', async () => {
    await fresh('t5')
    const tx = await test.db.startTransaction()
    await tx.collection('config').doc('t5').get()
    await fresh('t5', { n: 7 })
    const late = tx
      .collection('config')
      .doc('t5')
      .update({ data: { n: 1 } })
    await expect(late).rejects.toMatchObject(conflict)
    expect(await numberIn('t5')).toBe(7)
  })

  it('makes a plain write wait for its end', async () => {
    await fresh('t6')
    const tx = await test.db.startTransaction()
    await tx
      .collection('config')
      .doc('t6')
      .update({ data: { n: 1 } })
    let done = false
    const plain = config()
      .doc('t6')
      .update({ data: { n: test.db.command.inc(10) } })
      .then(() => {
        done = true
      })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(done).toBe(false)
    await tx.commit()
    await plain
    expect(await numberIn('t6')).toBe(11)
  })

  it('refuses a second operation while one is under way', async () => {
    await fresh('t7')
    const tx = await test.db.startTransaction()
    const both = await Promise.allSettled([
      tx.collection('config').doc('t7').get(),
      tx.collection('config').doc('t7').get(),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { errCode: -501001, errMsg: expect.stringContaining('TransactionBusy') },
    })
    await tx.rollback()
  })

  it('does not cover where().update(), which survives the rollback', async () => {
    await fresh('t8')
    const tx = await test.db.startTransaction()
    await tx.collection('config').doc('other').get()
    await tx
      .collection('config')
      .where({ _id: 't8' })
      .update({ data: { n: 5 } })
    await tx.rollback()
    expect(await numberIn('t8')).toBe(5)
  })

  it('fights for a unique value as for a document', async () => {
    const first = await test.db.startTransaction()
    const second = await test.db.startTransaction()
    await first.collection('members').add({ data: { _id: 'a', memberNumber: '1' } })
    const clash = second.collection('members').add({ data: { _id: 'b', memberNumber: '1' } })
    await expect(clash).rejects.toMatchObject(conflict)
    await first.commit()
    const third = await test.db.startTransaction()
    const taken = third.collection('members').add({ data: { _id: 'c', memberNumber: '1' } })
    await expect(taken).rejects.toMatchObject({ errCode: -502001 })
  })

  it('adds exactly what 20 retrying callers add at once', async () => {
    await fresh('t9')
    const add = async (): Promise<void> => {
      for (;;) {
        try {
          await test.db.runTransaction(async (tx) => {
            const { data } = await tx.collection('config').doc('t9').get()
            await tx
              .collection('config')
              .doc('t9')
              .update({ data: { n: Number(data?.n) + 1 } })
          })
          return
        } catch (fault) {
          if (!String(fault).includes('TransactionConflict')) throw fault
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
        }
      }
    }
    await Promise.all(Array.from({ length: 20 }, add))
    expect(await numberIn('t9')).toBe(20)
  })
})
