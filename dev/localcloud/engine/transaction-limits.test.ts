import { setTimeout as pause } from 'node:timers/promises'
import { openBareEngine } from '../fixtures/bare-engine'
import type { Engine } from './engine'

const increment = { filter: { _id: 'a' }, update: { $inc: { n: 1 } }, multi: false }

async function withThing(engine: Engine): Promise<Engine> {
  await engine.insert('things', [{ _id: 'a', mark: 'x', n: 0 }])
  return engine
}

async function numberIn(engine: Engine): Promise<unknown> {
  return (await engine.find('things', { _id: 'a' }))[0]?.n
}

it('ends a transaction after 30 seconds, and who waits behind it goes on', async () => {
  let nowMs = 0
  const engine = await withThing(openBareEngine({ nowMs: () => nowMs }))
  const transaction = engine.begin()
  await engine.update('things', increment, { transaction })
  const waiting = engine.update('things', increment)
  nowMs = 29_999
  await pause(1100)
  await expect(engine.update('things', increment, { transaction })).resolves.toMatchObject({
    updated: 1,
  })
  nowMs = 30_001
  // Nobody asks for it: the sweep alone frees the lock.
  await waiting
  expect(await numberIn(engine)).toBe(1)
  await expect(engine.commit(transaction)).rejects.toThrow('TransactionNotExist')
  await engine.close()
})

it('makes a plain write from within wait for its own transaction until that expires', async () => {
  const engine = await withThing(openBareEngine({ transactionLifetimeMs: 40 }))
  const transaction = engine.begin()
  await engine.update('things', increment, { transaction })
  await engine.update('things', increment)
  await expect(engine.commit(transaction)).rejects.toThrow('TransactionNotExist')
  expect(await numberIn(engine)).toBe(1)
  await engine.close()
})

it('lets plain writes go on in the order in which they came', async () => {
  const engine = await withThing(openBareEngine())
  for (const end of ['commit', 'abort'] as const) {
    const transaction = engine.begin()
    await engine.update('things', increment, { transaction })
    const answered: number[] = []
    const writes = Array.from({ length: 20 }, async (_unused, place) => {
      const update = { $push: { order: place } }
      await engine.update('things', { filter: { _id: 'a' }, update, multi: false })
      answered.push(place)
    })
    await engine[end](transaction)
    await Promise.all(writes)
    const inOrder = Array.from({ length: 20 }, (_unused, place) => place)
    expect((await engine.find('things'))[0]?.order).toEqual(inOrder)
    expect(answered).toEqual(inOrder)
    const clear = { $unset: { order: '' } }
    await engine.update('things', { filter: { _id: 'a' }, update: clear, multi: false })
  }
  await engine.close()
})

it('refuses the operation above the limit, which ends the transaction', async () => {
  const engine = await withThing(openBareEngine({ transactionOperations: 3 }))
  const transaction = engine.begin()
  for (let n = 0; n < 3; n += 1) await engine.update('things', increment, { transaction })
  await expect(engine.find('things', {}, { transaction })).rejects.toThrow('LimitExceeded')
  await expect(engine.commit(transaction)).rejects.toThrow('TransactionNotExist')
  expect(await numberIn(engine)).toBe(0)
  await engine.close()
})

it('takes no lock that would outlive a transaction ended under way', async () => {
  const engine = await withThing(openBareEngine())
  const transaction = engine.begin()
  const documents = Array.from({ length: 5 }, (_unused, n) => ({ _id: `b${n}`, mark: `m${n}` }))
  const late = engine.insert('things', documents, { transaction })
  engine.abort(transaction)
  await expect(late).rejects.toThrow('TransactionNotExist')
  await engine.insert('things', documents)
  expect(await engine.count('things')).toBe(6)
  await engine.close()
})
