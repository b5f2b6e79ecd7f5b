import { join } from 'node:path'
import { build } from 'esbuild'
import { startTestCloud, type TestCloud } from '../../dev/harness/cloud'
import type { HeldEvent } from '../../dev/harness/held-texts-function'
import { openFunctionFolder } from '../../dev/localcloud/fixtures/function-folder'

jest.setTimeout(120_000)

const LOCKS_MS = 500

let cloud: TestCloud
let folder: ReturnType<typeof openFunctionFolder>
let made = 0
beforeAll(async () => {
  const bundled = await build({
    entryPoints: [join(__dirname, '../../dev/harness/held-texts-function.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  folder = openFunctionFolder({
    'notes/index.js': bundled.outputFiles[0]?.text ?? '',
    'notes/config.json': { timeout: 20 },
    'notes/package.json': { name: 'notes', version: '1.0.0', main: 'index.js' },
  })
  const options = { transactionLifetimeMs: LOCKS_MS, store: 'memory' } as const
  cloud = await startTestCloud({ ...options, functionsDir: folder.path })
})
afterAll(async () => {
  await cloud.stop()
  folder.end()
})

/** A note that others read, whose author writes new words. */
async function newNote() {
  made += 1
  const noteId = `note-${made}`
  await cloud.local.engine.insert('rewards', [{ _id: noteId, title: '旧话', waitsFor: null }])
  const send = (event: HeldEvent, fault?: string) => cloud.send('notes', event, { fault })
  const write = async (text: string, name = 'first') => {
    const heldId = `${noteId}-${name}`
    expect((await send({ what: 'hold', heldId, noteId, text })).answer).toEqual(ok(null))
    return heldId
  }
  const decide = (heldId: string, verdict: 'approve' | 'reject', fault?: string) =>
    send({ what: 'decide', heldId, verdict, reason: '不合适' }, fault)
  const seen = async () => {
    const [note] = await cloud.local.engine.find('rewards', { _id: noteId })
    return [note?.title, note?.waitsFor]
  }
  const state = async () => (await send({ what: 'state', noteId })).answer
  return { write, decide, seen, state }
}

/** A dead function's transaction keeps its locks for a while: BUSY is asked again. */
async function decideUntilDone(
  decide: Awaited<ReturnType<typeof newNote>>['decide'],
  heldId: string,
): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { answer } = await decide(heldId, 'approve')
    if (!JSON.stringify(answer).includes('BUSY')) return
    await new Promise((resolve) => setTimeout(resolve, LOCKS_MS))
  }
  throw new Error('BUSY for ever')
}

const ok = (value: unknown) => ({ ok: true, value })

describe('a text that is held', () => {
  it('is not published, and its room can ask how it stands', async () => {
    const { write, seen, state } = await newNote()
    expect(await state()).toEqual(ok(null))
    const heldId = await write('新话')
    expect(await seen()).toEqual(['旧话', heldId])
    expect(await state()).toMatchObject(ok({ heldId, field: 'title', state: 'held' }))
  })

  it('is published by its approval, and by nothing else', async () => {
    const { write, decide, seen, state } = await newNote()
    const heldId = await write('新话')
    const { answer } = await decide(heldId, 'approve')
    expect(answer).toMatchObject(ok({ heldId, state: 'approved', decidedByName: '店长' }))
    expect(await seen()).toEqual(['新话', null])
    expect(await state()).toMatchObject(ok({ state: 'approved' }))
    const again = await decide(heldId, 'reject')
    expect(again.answer).toMatchObject({ code: 'HELD_DECIDED', detail: { state: 'approved' } })
    expect(await seen()).toEqual(['新话', null])
  })

  it('is not published by its rejection, whose reason its author reads', async () => {
    const { write, decide, seen, state } = await newNote()
    const heldId = await write('新话')
    expect((await decide(heldId, 'reject')).answer).toMatchObject(ok({ state: 'rejected' }))
    expect(await seen()).toEqual(['旧话', null])
    expect(await state()).toMatchObject(ok({ state: 'rejected', reason: '不合适' }))
  })

  it('is not published once its author wrote another one, which still waits', async () => {
    const { write, decide, seen } = await newNote()
    const [first, second] = [await write('新话'), await write('更新的话', 'second')]
    expect((await decide(first, 'approve')).answer).toMatchObject({ code: 'HELD_CHANGED' })
    expect((await decide(first, 'reject')).answer).toMatchObject(ok({ state: 'rejected' }))
    expect(await seen()).toEqual(['旧话', second])
    expect((await decide(second, 'approve')).answer).toMatchObject({ ok: true })
    expect(await seen()).toEqual(['更新的话', null])
  })

  it('is published with the decision or not at all, wherever the function dies', async () => {
    for (const when of ['before', 'after']) {
      for (let call = 1; call <= 6; call += 1) {
        const { write, decide, seen, state } = await newNote()
        const heldId = await write('新话')
        await decide(heldId, 'approve', `kill-${when}-call:${call}`).catch(() => null)
        await new Promise((resolve) => setTimeout(resolve, LOCKS_MS + 100))
        const isApproved = JSON.stringify(await state()).includes('approved')
        expect(await seen()).toEqual(isApproved ? ['新话', null] : ['旧话', heldId])
        await decideUntilDone(decide, heldId)
        expect(await seen()).toEqual(['新话', null])
      }
    }
  })
})
