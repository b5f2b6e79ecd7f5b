import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../cloud'
import { type CloudCommand, startCommand } from '../fixtures/cloud-process'
import { fixtureDeclarations } from '../fixtures/declarations'
import { fixtureFunctions } from '../fixtures/sdk'

const rounds = 3
const writers = 8

let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huilin-durable-'))
})

const fixtures = { functionsDir: fixtureFunctions, declarations: fixtureDeclarations }
const commandLine = () => [
  ...['--port', '0', '--data', dataDir, '--functions', fixtureFunctions],
  ...['--collections', join(__dirname, '../fixtures/collections.json')],
]

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Writes until the cloud is gone: half of them plainly, half two documents in a transaction. */
async function writeUntilKilled(
  { post }: CloudCommand,
  writer: string,
  acknowledged: string[],
): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = n % 2 === 0 ? `${writer}-${n}` : `tx-${writer}-${n}`
    const event = n % 2 === 0 ? { act: 'write', id, times: 2 } : { act: 'pair', id }
    const answered = await post('/call/echo', event).catch(() => undefined)
    if (answered?.status !== 200) return
    acknowledged.push(`${id}-0`, `${id}-1`)
  }
}

it('loses nothing that it acknowledged when it is killed under load', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const cloud = await startCommand({ args: commandLine() })
    const names = Array.from({ length: writers }, (_unused, writer) => `r${round}w${writer}`)
    const writing = names.map((name) => writeUntilKilled(cloud, name, acknowledged))
    const enough = acknowledged.length + 200
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 50))
    await cloud.kill()
    await Promise.all(writing)
  }
  const cloud = await startLocalCloud({ port: 0, dataDir, ...fixtures })
  const kept = new Set((await cloud.engine.find('config')).map(({ _id }) => String(_id)))
  await cloud.close()
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  // A transaction is there whole or not at all, acknowledged or not.
  const firsts = [...kept].filter((id) => id.startsWith('tx-') && id.endsWith('-0'))
  expect(firsts.filter((id) => !kept.has(id.replace(/0$/, '1')))).toEqual([])
})

it('keeps its clock and its secret over a restart, and seeds a folder once', async () => {
  const seeded: number[] = []
  const options = {
    port: 0,
    dataDir,
    ...fixtures,
    secrets: ['ECHO_SECRET'],
    seed: async () => {
      seeded.push(1)
    },
  }
  const first = await startLocalCloud(options)
  first.clock.set(Date.parse('2031-01-01T00:00:00Z'))
  const { answer: secret } = await first.call('echo', { act: 'secret' }, {})
  await first.close()
  const second = await startLocalCloud(options)
  expect(Math.abs(second.clock.now() - Date.parse('2031-01-01T00:00:00Z'))).toBeLessThan(60_000)
  expect(secret).toEqual(expect.stringMatching(/.{16}/))
  expect((await second.call('echo', { act: 'secret' }, {})).answer).toBe(secret)
  expect(seeded).toHaveLength(1)
  await second.close()
})

it('wipes a folder whose seed was interrupted', async () => {
  const options = { port: 0, dataDir, ...fixtures }
  const interrupted = startLocalCloud({
    ...options,
    seed: async ({ engine }) => {
      await engine.insert('config', [{ _id: 'half' }])
      throw new Error('the power went')
    },
  })
  await expect(interrupted).rejects.toThrow('the power went')
  const cloud = await startLocalCloud(options)
  expect(await cloud.engine.count('config')).toBe(0)
  await cloud.close()
})

it('is refused by name while another process has the folder open', async () => {
  const options = { dataDir, ...fixtures }
  const first = await startCommand({ args: commandLine() })
  await expect(startCommand({ args: commandLine() })).rejects.toThrow(
    `${dataDir} is in use by another local cloud, open at ${first.origin}`,
  )
  await expect(startLocalCloud({ ...options, port: 0 })).rejects.toThrow(first.origin)
  await first.kill()
  const next = await startLocalCloud({ ...options, port: 0 })
  await next.close()
})

it('gives the folder back when the start fails', async () => {
  const options = { dataDir, ...fixtures }
  const other = await startLocalCloud({ ...options, port: 0, dataDir: join(dataDir, 'other') })
  const taken = Number(new URL(other.origin).port)
  await expect(startLocalCloud({ ...options, port: taken })).rejects.toThrow('EADDRINUSE')
  const cloud = await startLocalCloud({ ...options, port: taken, morePorts: 20 })
  expect(Number(new URL(cloud.origin).port)).toBeGreaterThan(taken)
  await cloud.close()
  await other.close()
})
