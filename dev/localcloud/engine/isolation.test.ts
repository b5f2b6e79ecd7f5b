import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { openBareEngine } from '../fixtures/bare-engine'
import {
  begin,
  createIsolationModel,
  everything,
  finish,
  type IsolationModel,
  type Next,
  type PlainWrite,
  read,
  told,
  write,
  writePlainly,
} from '../fixtures/isolation-model'
import type { Document } from './document'
import type { Engine } from './engine'

interface Ending {
  readonly act: 'end'
  readonly tx: number
  /** Commits, or else aborts. */
  readonly keep: boolean
}

type Step =
  | { readonly act: 'begin' }
  | { readonly act: 'read' | 'inc' | 'remove'; readonly tx: number; readonly key: string }
  | {
      readonly act: 'add' | 'mark'
      readonly tx: number
      readonly key: string
      readonly mark: string
    }
  | Ending

const plain = -1
const key = fc.constantFrom('a', 'b', 'c')
const mark = fc.constantFrom('x', 'y', 'z')
/** Mostly one of the last transactions, sometimes none at all. */
const tx = fc.integer({ min: plain, max: 5 })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant<'begin'>('begin') }) },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constantFrom('read', 'inc', 'remove'), tx, key }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constantFrom('add', 'mark'), tx, key, mark }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant<'end'>('end'), tx, keep: fc.boolean() }),
  },
)

/** The engine and the model, side by side. */
interface Run {
  readonly engine: Engine
  readonly model: IsolationModel
  readonly transactions: string[]
  readonly waiting: { wish: PlainWrite; told: Promise<string> }[]
}

it('isolates transactions and plain writes as the plainest model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const run: Run = {
        engine: openBareEngine(),
        model: createIsolationModel(),
        transactions: [],
        waiting: [],
      }
      for (const one of steps) await take(run, one)
      for (const place of run.transactions.keys())
        await take(run, { act: 'end', tx: place, keep: false })
      expect(run.waiting).toHaveLength(0)
      await run.engine.close()
    }),
    { numRuns: 200 },
  )
})

async function take(run: Run, one: Step): Promise<void> {
  const { engine, model, transactions } = run
  if (one.act === 'begin') {
    transactions.push(engine.begin())
    begin(model)
  } else if (one.tx === plain) {
    if (one.act !== 'end') await plainly(run, one)
  } else {
    expect(await inside(engine, transactions[one.tx], one)).toBe(predicted(model, one))
  }
  for (const waiter of [...run.waiting]) {
    if (waiter.wish.outcome === undefined) continue
    expect(await waiter.told).toBe(waiter.wish.outcome)
    run.waiting.splice(run.waiting.indexOf(waiter), 1)
  }
  const stored = await engine.find('things', {}, { sort: { _id: 1 } })
  expect(stored.map(({ _id, n, mark }) => [_id, { n, mark }])).toEqual(everything(model))
}

type Targeted = Exclude<Step, { act: 'begin' }>

function predicted(model: IsolationModel, one: Targeted): string {
  if (one.act === 'end') return finish(model, one.tx, one.keep)
  if (one.act === 'read') return read(model, one.tx, one.key)
  return write(model, one.tx, { key: one.key, next: nextOf(one) })
}

type Writing = Exclude<Targeted, Ending>

function nextOf(one: Writing): Next {
  if (one.act === 'add') return (before) => (before ? 'taken' : { n: 0, mark: one.mark })
  if (one.act === 'mark') return (before) => (before ? { ...before, mark: one.mark } : null)
  if (one.act === 'remove') return () => null
  return (before) => (before === undefined ? null : { ...before, n: before.n + 1 })
}

async function plainly(run: Run, one: Writing): Promise<void> {
  const { engine, model, waiting } = run
  if (one.act === 'read') return
  const wish: PlainWrite = { key: one.key, next: nextOf(one) }
  writePlainly(model, wish)
  let over = false
  const answer = act(engine, undefined, one).finally(() => {
    over = true
  })
  if (wish.outcome !== undefined) {
    expect(await answer).toBe(wish.outcome)
    return
  }
  await turn()
  expect(over).toBe(false)
  waiting.push({ wish, told: answer })
}

function inside(engine: Engine, transaction: string | undefined, one: Targeted): Promise<string> {
  if (transaction === undefined) return Promise.resolve('gone')
  if (one.act !== 'end') return act(engine, transaction, one)
  return inWords(async () => {
    if (one.keep) await engine.commit(transaction)
    else engine.abort(transaction)
    return 'done'
  })
}

function act(engine: Engine, transaction: string | undefined, one: Writing): Promise<string> {
  const filter = { _id: one.key }
  return inWords(async () => {
    if (one.act === 'read') {
      const [found] = await engine.find('things', filter, { transaction })
      return told(found && { n: Number(found.n), mark: String(found.mark) })
    }
    if (one.act === 'remove') {
      const count = await engine.remove('things', { filter, multi: false }, { transaction })
      return count === 0 ? 'nothing' : 'done'
    }
    if (one.act === 'add') {
      await engine.insert('things', [{ ...filter, n: 0, mark: one.mark }], { transaction })
      return 'done'
    }
    const update: Document = one.act === 'mark' ? { $set: { mark: one.mark } } : { $inc: { n: 1 } }
    const request = { filter, update, multi: false }
    const { document } = await engine.update('things', request, { transaction })
    return document === null ? 'nothing' : 'done'
  })
}

async function inWords(work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (fault) {
    const text = String(fault)
    if (text.includes('TransactionConflict')) return 'conflict'
    if (text.includes('TransactionNotExist')) return 'gone'
    if (text.includes('E11000')) return 'duplicate'
    throw fault
  }
}
