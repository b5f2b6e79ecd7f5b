import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type CloudCommand, startCommand } from '../fixtures/cloud-process'

const names = ['add', 'todos', 'transfer', 'remind', 'nightly']
let folder: string
let cloud: CloudCommand

/** A stranger's folder far from this project: each function with an SDK of its own, or of all. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huilin-stranger-'))
  const functionsDir = join(folder, 'cloudfunctions')
  for (const name of names)
    cpSync(join(__dirname, name), join(functionsDir, name), { recursive: true })
  lend('wx-server-sdk-2', join(functionsDir, 'todos'))
  lend('wx-server-sdk-3', join(functionsDir, 'transfer'))
  lend('wx-server-sdk', functionsDir)
  const now = '2026-03-09T12:00:00+08:00'
  const args = ['--functions', functionsDir, '--data', join(folder, 'data'), '--now', now]
  cloud = await startCommand({ args: [...args, '--port', '0'] })
})

afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

function lend(name: string, holder: string): void {
  mkdirSync(join(holder, 'node_modules'), { recursive: true })
  const installed = dirname(require.resolve(`${name}/package.json`))
  symlinkSync(installed, join(holder, 'node_modules/wx-server-sdk'))
}

const ask = async (name: string, event: unknown, as = 'visitor') =>
  (await cloud.post(`/call/${name}`, event, as)).answer

describe("a stranger's functions", () => {
  it('answer by a callback, a value as well as an error', async () => {
    expect(await ask('add', { a: 2, b: 3 })).toEqual({ sum: 5 })
    expect(await ask('add', { a: 2 })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('a and b are numbers'),
    })
  })

  it('create, change and find documents of their caller', async () => {
    expect(await ask('todos', { action: 'list' })).toMatchObject({
      errMsg: expect.stringContaining('not exist'),
    })
    const { id } = Object(await ask('todos', { action: 'add', text: 'water the plants' }))
    await ask('todos', { action: 'add', text: 'pay the rent' })
    await ask('todos', { action: 'add', text: 'not hers' }, 'somebody-else')
    expect(await ask('todos', { action: 'finish', id }, 'somebody-else')).toEqual({ updated: 0 })
    expect(await ask('todos', { action: 'finish', id })).toEqual({ updated: 1 })
    expect(await ask('todos', { action: 'finish', id })).toEqual({ updated: 0 })
    expect(await ask('todos', { action: 'list' })).toMatchObject([
      { text: 'water the plants', done: true, tries: 1 },
      { text: 'pay the rent', done: false },
    ])
  })

  it('move money in a transaction, and roll back', async () => {
    await ask('transfer', { open: { anna: 50, ben: 0 } })
    const both = [
      ask('transfer', { from: 'anna', to: 'ben', amount: 30 }),
      ask('transfer', { from: 'anna', to: 'ben', amount: 30 }),
    ]
    const successes = (await Promise.all(both)).filter((answer) => Object(answer).success)
    expect(successes).toEqual([{ success: true, from: 20, to: 30 }])
    expect(await ask('transfer', { from: 'anna', to: 'ben', amount: 21 })).toEqual({
      success: false,
      error: expect.stringContaining('not enough'),
    })
  })

  it('send a message to who accepted one', async () => {
    const message = { templateId: 'water', text: '该浇水了' }
    expect(await ask('remind', message)).toMatchObject({ sent: false })
    const accepted = { templateIds: { water: 'accept' } }
    await cloud.post('/phone/permits', accepted, 'visitor')
    expect(await ask('remind', message)).toEqual({ sent: true })
    expect(await ask('remind', message)).toEqual({ sent: false, errCode: 43101 })
  })

  it('run by their timer and call each other', async () => {
    const { answer } = await cloud.post('/clock', { now: '2026-03-10T12:00:00+08:00' })
    expect(answer).toMatchObject({ fired: { nightly: 1 }, failed: {} })
    expect(await ask('nightly', {})).toMatchObject([
      { at: '2026-03-09T15:30:00.000Z', source: 'wx_trigger', open: 2, all: 3 },
    ])
  })
})
