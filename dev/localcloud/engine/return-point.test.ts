import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBareEngine } from '../fixtures/bare-engine'
import type { Engine } from './engine'
import { openStore } from './store'

const renaming = (mark: string) => ({
  filter: { _id: 'a' },
  update: { $set: { mark } },
  multi: true,
})

async function changeEverything(engine: Engine): Promise<void> {
  await engine.update('things', renaming('changed'))
  await engine.remove('things', { filter: { _id: 'b' }, multi: false })
  await engine.load('things', [
    { _id: 'c', mark: 'new' },
    { _id: 'd', mark: 'x' },
  ])
}

const before = [
  { _id: 'a', mark: 'x' },
  { _id: 'b', mark: 'y' },
]

it('brings all documents, indexes and collections back, as often as wanted', async () => {
  const engine = openBareEngine()
  await engine.insert('things', before)
  const point = engine.snapshot()
  for (let round = 0; round < 3; round += 1) {
    await changeEverything(engine)
    await engine.createCollection('notes')
    await engine.insert('notes', [{ _id: 'n' }])
    await point.restore()
    expect(await engine.find('things', {}, { sort: { _id: 1 } })).toEqual(before)
    expect(await engine.count('things', { mark: 'changed' })).toBe(0)
    expect(await engine.count('things', { mark: 'x' })).toBe(1)
    await expect(engine.find('notes')).rejects.toThrow('not exist')
  }
  await engine.close()
})

it('ends open transactions and refuses the writes that wait behind them', async () => {
  const engine = openBareEngine()
  await engine.insert('things', before)
  const point = engine.snapshot()
  const transaction = engine.begin()
  await engine.update('things', renaming('late'), { transaction })
  const waiting = engine.update('things', renaming('later'))
  const refused = expect(waiting).rejects.toThrow('restored')
  await point.restore()
  await refused
  await expect(engine.commit(transaction)).rejects.toThrow('TransactionNotExist')
  expect(await engine.find('things', { _id: 'a' })).toEqual([before[0]])
  await engine.close()
})

it('knows earlier return points still, and later ones no more', async () => {
  const engine = openBareEngine()
  const empty = engine.snapshot()
  await engine.insert('things', before)
  const filled = engine.snapshot()
  await empty.restore()
  expect(await engine.count('things')).toBe(0)
  await expect(filled.restore()).rejects.toThrow('gone')
  await engine.insert('things', before)
  empty.release()
  await expect(empty.restore()).rejects.toThrow('gone')
  expect(await engine.count('things')).toBe(2)
  await engine.close()
})

it('is what the disk holds after a restart, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huilin-return-'))
  const engine = openBareEngine({ store: openStore(folder) })
  await engine.insert('things', before)
  const point = engine.snapshot()
  await changeEverything(engine)
  await point.restore()
  await engine.insert('things', [{ _id: 'e', mark: 'after' }])
  await engine.close()
  const again = openBareEngine({ store: openStore(folder) })
  const ids = (await again.find('things', {}, { sort: { _id: 1 } })).map(({ _id }) => _id)
  expect(ids).toEqual(['a', 'b', 'e'])
  await again.close()
  rmSync(folder, { recursive: true })
})

it('loads many documents at once, or none when one of them clashes', async () => {
  const engine = openBareEngine()
  await engine.insert('things', before)
  const many = Array.from({ length: 5000 }, (_unused, n) => ({
    _id: `n${(n * 7919) % 5000}`,
    mark: `m${n}`,
    group: n % 2 ? 'odd' : 'even',
    rank: n,
  }))
  const clash = engine.load('things', [...many, { _id: 'z', mark: 'y' }])
  await expect(clash).rejects.toThrow('E11000')
  await expect(engine.load('things', [{ _id: 'a', mark: 'z' }])).rejects.toThrow('E11000')
  const twins = engine.load('things', [
    { _id: 'p', mark: 'q' },
    { _id: 'r', mark: 'q' },
  ])
  await expect(twins).rejects.toThrow('E11000')
  expect(await engine.count('things')).toBe(2)
  await engine.load('things', many)
  const options = { sort: { rank: -1 }, limit: 2 } as const
  const top = await engine.find('things', { group: 'odd' }, options)
  expect(top.map(({ rank }) => rank)).toEqual([4999, 4997])
  const inOrder = await engine.find('things', {}, { sort: { _id: 1 } })
  expect(inOrder.map(({ _id }) => String(_id))).toEqual(
    inOrder.map(({ _id }) => String(_id)).sort(),
  )
  await expect(engine.insert('things', [{ _id: 'new', mark: 'm17' }])).rejects.toThrow('E11000')
  await engine.close()
})
