import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { openBareEngine } from '../fixtures/bare-engine'
import { type Disk, faultyStore } from './disk'
import type { Document } from './document'
import type { Engine } from './engine'
import { openStore } from './store'

let folder = ''
let engine: Engine
let disk: Disk

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huilin-disk-'))
  open()
})

afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

function open(): void {
  const faulty = faultyStore(openStore(folder))
  disk = faulty.disk
  engine = openBareEngine({ store: faulty.store })
}

async function reopen(): Promise<void> {
  await engine.close()
  open()
}

const thing = (id: string) => ({ _id: id, mark: id, n: 0 })
const increment = { filter: { _id: 'a' }, update: { $inc: { n: 1 } }, multi: false }
const ids = async () => (await engine.find('things')).map(({ _id }) => _id).sort()

it('refuses writes while the disk is full, goes on reading, and writes again later', async () => {
  await engine.insert('things', [thing('a')])
  disk.set('full')
  await expect(engine.insert('things', [thing('b')])).rejects.toThrow('disk')
  await expect(engine.update('things', increment)).rejects.toThrow('disk')
  await expect(engine.remove('things', { filter: {}, multi: true })).rejects.toThrow('disk')
  expect(await engine.find('things')).toEqual([thing('a')])
  disk.set('well')
  await engine.insert('things', [thing('b')])
  await engine.update('things', increment)
  await reopen()
  expect(await engine.find('things', {}, { sort: { _id: 1 } })).toEqual([
    { ...thing('a'), n: 1 },
    thing('b'),
  ])
})

it('undoes a transaction whose commit the disk refuses, with its unique values', async () => {
  disk.set('full')
  const transaction = engine.begin()
  await engine.insert('things', [thing('a'), thing('b')], { transaction })
  await expect(engine.commit(transaction)).rejects.toThrow('disk')
  disk.set('well')
  expect(await ids()).toEqual([])
  await engine.insert('things', [thing('a')])
  expect(await ids()).toEqual(['a'])
})

it('shows nobody what is not on the disk yet, however slow that is', async () => {
  disk.set({ slowMs: 60 })
  const inserting = engine.insert('things', [thing('a')])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await ids()).toEqual([])
  await inserting
  expect(await ids()).toEqual(['a'])
})

it('takes back what was built upon a write that failed', async () => {
  await engine.insert('things', [thing('a')])
  disk.set({ slowMs: 30 })
  const first = engine.update('things', increment)
  await new Promise((resolve) => setTimeout(resolve, 10))
  // The batch under way fails at its end; this one has seen its effect by then.
  const second = engine.update('things', increment)
  disk.set('full')
  const outcomes = await Promise.allSettled([first, second])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  disk.set('well')
  await engine.update('things', increment)
  expect(await engine.find('things')).toEqual([{ ...thing('a'), n: 1 }])
})

it('keeps over a restart exactly what it acknowledged, whenever the disk was full', async () => {
  const value = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
  )
  const fields = fc.dictionary(
    fc.constantFrom('n', '$date', '$fields', '$ejson', 'ключ', 'a'),
    fc.oneof(value, fc.array(value, { maxLength: 2 })),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ id: fc.nat(5), inner: fields, full: fc.boolean() }), { maxLength: 12 }),
      async (writes) => {
        const known = new Map((await engine.find('things')).map((one) => [String(one._id), one]))
        for (const { id, inner, full } of writes) {
          disk.set(full ? 'full' : 'well')
          const _id = `d${id}`
          const update: Document = { mark: `m${id}`, inner }
          const request = { filter: { _id }, update, multi: false, replace: true, upsert: true }
          const written = await engine.update('things', request).catch(() => undefined)
          if (written !== undefined) known.set(_id, { _id, ...update })
        }
        await reopen()
        const kept = new Map((await engine.find('things')).map((one) => [String(one._id), one]))
        expect(kept).toEqual(known)
      },
    ),
    { numRuns: 10 },
  )
})
