import { startTestCloud, type TestCloud } from '../fixtures/sdk'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})

afterAll(() => test.end())

const config = () => test.db.collection('config')
const failed = (sentence: string) => ({
  errCode: -502001,
  errMsg: expect.stringContaining(sentence),
})

describe('what the SDK sends', () => {
  it('changes the element that the query met', async () => {
    await config().add({ data: { _id: 'rows', rows: [{ k: 1 }, { k: 2, n: 1 }] } })
    const met = config().where({ _id: 'rows', 'rows.k': 2 })
    await met.update({ data: { 'rows.$.n': test.db.command.inc(4) } })
    expect((await config().doc('rows').get()).data?.rows).toEqual([{ k: 1 }, { k: 2, n: 5 }])
  })

  it('keeps what an array insert wrote before a duplicate', async () => {
    const data = [{ _id: 'm1' }, { _id: 'm2' }, { _id: 'm1' }, { _id: 'm3' }]
    await expect(config().add({ data })).rejects.toMatchObject(failed('E11000'))
    const there = config().where({ _id: test.db.command.in(['m1', 'm2', 'm3']) })
    expect((await there.get()).data.map(({ _id }) => _id)).toEqual(['m1', 'm2'])
  })

  it('gives a document without an _id one of its own', async () => {
    const { _id } = await config().add({ data: { fresh: true } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('keeps the number 1 and the text 1 apart', async () => {
    await config().add({
      data: [
        { _id: 1, is: 'number' },
        { _id: '1', is: 'text' },
      ],
    })
    expect((await config().doc(1).get()).data?.is).toBe('number')
    expect((await config().doc('1').get()).data?.is).toBe('text')
  })

  it.each([[true], [null], [{ a: 1 }], [new Date(0)], [['a']]])('has no _id %j', async (_id) => {
    await expect(config().add({ data: { _id } })).rejects.toMatchObject({ errCode: -501007 })
  })

  it('is no update when the SDK drops its only field', async () => {
    await config().add({ data: { _id: 'kept', e: 1 } })
    const update = config()
      .doc('kept')
      .update({ data: { e: {} } })
    await expect(update).rejects.toMatchObject({ errCode: -501007 })
  })

  it('moves a server date by its offset, in filters too', async () => {
    const { serverDate, command } = test.db
    await config().add({ data: { _id: 'soon', at: serverDate({ offset: 60_000 }) } })
    const due = (offset: number) =>
      config().where({ _id: 'soon', at: command.lt(serverDate({ offset })) })
    expect((await due(0).count()).total).toBe(0)
    expect((await due(120_000).count()).total).toBe(1)
  })

  it('is answered by 16 MB at most', async () => {
    const text = 'x'.repeat(4.5 * 1024 * 1024)
    for (const _id of ['big1', 'big2', 'big3', 'big4'])
      await config().add({ data: { _id, big: true, text } })
    await expect(config().where({ big: true }).get()).rejects.toMatchObject(failed('too large'))
    expect((await config().where({ big: true }).limit(3).get()).data).toHaveLength(3)
  })
})
