import { startTestCloud, type TestCloud } from '../fixtures/sdk'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud()
})

afterAll(() => test.end())

const config = () => test.db.collection('config')

describe('documents', () => {
  it('come back as they were written, dates and nested fields included', async () => {
    const at = new Date('2026-02-28T01:02:03.004Z')
    await config().add({
      data: { _id: 'round', at, nested: { list: [1, 'two', null] }, big: 2 ** 40 },
    })
    const { data } = await config().doc('round').get()
    expect(data).toEqual({ _id: 'round', at, nested: { list: [1, 'two', null] }, big: 2 ** 40 })
  })

  it('are null when missing, and update and remove say 0', async () => {
    expect((await config().doc('nobody').get()).data).toBeNull()
    expect(
      (
        await config()
          .doc('nobody')
          .update({ data: { a: 1 } })
      ).stats.updated,
    ).toBe(0)
    expect((await config().doc('nobody').remove()).stats.removed).toBe(0)
  })

  it('are created by set once and replaced by it after', async () => {
    expect(
      (
        await config()
          .doc('s')
          .set({ data: { a: 1, b: 2 } })
      ).stats,
    ).toEqual({ updated: 0, created: 1 })
    expect(
      (
        await config()
          .doc('s')
          .set({ data: { a: 3 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 })
    expect((await config().doc('s').get()).data).toEqual({ _id: 's', a: 3 })
  })

  it('cannot share an _id', async () => {
    await config().add({ data: { _id: 'twin' } })
    await expect(config().add({ data: { _id: 'twin' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000 duplicate key error'),
    })
  })

  it('live in declared collections only', async () => {
    await expect(test.db.collection('elsewhere').get()).rejects.toMatchObject({ errCode: -502005 })
  })

  it('keep one instant for all server dates of a request', async () => {
    const now = test.db.serverDate()
    await config()
      .doc('dates')
      .set({ data: { a: now, b: now } })
    const { data } = await config().doc('dates').get()
    expect(data?.a).toBeInstanceOf(Date)
    expect(data?.a).toEqual(data?.b)
  })
})

describe('queries', () => {
  const entries = () => test.db.collection('entries')

  beforeAll(async () => {
    const data = Array.from({ length: 150 }, (_unused, seq) => ({
      _id: `e${String(seq).padStart(3, '0')}`,
      memberId: `m${seq % 3}`,
      seq,
      tags: [seq % 2 ? 'odd' : 'even'],
    }))
    await entries().add({ data })
  })

  it('return 100 rows unless told otherwise', async () => {
    expect((await entries().get()).data).toHaveLength(100)
    expect((await entries().limit(1000).get()).data).toHaveLength(150)
    expect((await entries().count()).total).toBe(150)
  })

  it('use an index for equality, range and order', async () => {
    const _ = test.db.command
    const { data } = await entries()
      .where({ memberId: 'm1', seq: _.lt(100) })
      .orderBy('seq', 'desc')
      .limit(3)
      .get()
    expect(data.map(({ seq }) => seq)).toEqual([97, 94, 91])
  })

  it('page by a cursor on _id', async () => {
    const seen: unknown[] = []
    let after = ''
    for (;;) {
      const { data } = await entries()
        .where({ _id: test.db.command.gt(after) })
        .orderBy('_id', 'asc')
        .limit(40)
        .get()
      if (data.length === 0) break
      seen.push(...data.map(({ _id }) => _id))
      after = String(data.at(-1)?._id)
    }
    expect(new Set(seen).size).toBe(150)
  })

  it('aggregate over everything and show 20 rows by default', async () => {
    const groups = await entries()
      .aggregate()
      .group({ _id: '$memberId', total: test.db.command.aggregate.sum(1) })
      .sort({ _id: 1 })
      .end()
    expect(groups).toMatchObject({
      list: [
        { _id: 'm0', total: 50 },
        { _id: 'm1', total: 50 },
        { _id: 'm2', total: 50 },
      ],
    })
    expect(await entries().aggregate().match({}).end()).toMatchObject({ list: { length: 20 } })
  })
})

describe('updates', () => {
  it('know the operators that the SDK sends', async () => {
    const _ = test.db.command
    await config()
      .doc('ops')
      .set({ data: { n: 1, list: [1, 2, 3], gone: true, deep: { a: 1 } } })
    await config()
      .doc('ops')
      .update({ data: { n: _.inc(2), list: _.push([4]), gone: _.remove(), deep: { b: 2 } } })
    await config()
      .doc('ops')
      .update({ data: { n: _.mul(10), list: _.shift() } })
    await config()
      .doc('ops')
      .update({ data: { list: _.pull(3), set: _.addToSet('x') } })
    await config()
      .doc('ops')
      .update({ data: { deep: _.set({ c: 3 }), n: _.max(31) } })
    expect((await config().doc('ops').get()).data).toEqual({
      _id: 'ops',
      n: 31,
      list: [2, 4],
      set: ['x'],
      deep: { c: 3 },
    })
  })

  it('refuse a wrong type instead of doing nothing', async () => {
    const _ = test.db.command
    await config()
      .doc('text')
      .set({ data: { left: 'many' } })
    const increment = config()
      .doc('text')
      .update({ data: { left: _.inc(1) } })
    await expect(increment).rejects.toMatchObject({ errCode: -502001 })
    const push = config()
      .doc('text')
      .update({ data: { left: _.push([1]) } })
    await expect(push).rejects.toMatchObject({ errCode: -502001 })
  })

  it('count what 40 callers add at once', async () => {
    await config()
      .doc('counter')
      .set({ data: { count: 0 } })
    const add = () =>
      config()
        .where({ _id: 'counter' })
        .update({ data: { count: test.db.command.inc(1) } })
    await Promise.all(Array.from({ length: 40 }, add))
    expect((await config().doc('counter').get()).data?.count).toBe(40)
  })

  it('sell a stock of 5 to exactly 5 of 40 callers', async () => {
    const _ = test.db.command
    await config()
      .doc('stock')
      .set({ data: { left: 5 } })
    const take = () =>
      config()
        .where({ _id: 'stock', left: _.gte(1) })
        .update({ data: { left: _.inc(-1) } })
    const sold = await Promise.all(Array.from({ length: 40 }, take))
    expect(sold.filter(({ stats }) => stats.updated === 1)).toHaveLength(5)
    expect((await config().doc('stock').get()).data?.left).toBe(0)
  })
})

describe('unique indexes', () => {
  const members = () => test.db.collection('members')

  it('refuse a second document with the value', async () => {
    await members().add({ data: { _id: 'u1', memberNumber: '10000001' } })
    const again = members().add({ data: { _id: 'u2', memberNumber: '10000001' } })
    await expect(again).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000'),
    })
  })

  it('count a missing field as null, so two of them collide', async () => {
    await members().add({ data: { _id: 'n1' } })
    await expect(members().add({ data: { _id: 'n2' } })).rejects.toMatchObject({ errCode: -502001 })
  })

  it('free a value when its document goes', async () => {
    await members().doc('u1').remove()
    await members().add({ data: { _id: 'u3', memberNumber: '10000001' } })
  })
})
