import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloudSdk from 'wx-server-sdk'
import { startCloudProcess } from '../harness/cloud-process'
import { startLocalCloud } from './cloud'
import { fixtureFunctions, openDatabase, pointSdkAt } from './fixtures/sdk'

const rounds = 3
const writers = 8

let dataDir = ''

// The SDK warns of each request that the kill interrupted.
beforeAll(() => jest.spyOn(console, 'warn').mockImplementation(() => {}))

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huilin-durable-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

async function startProcess() {
  const cloud = await startCloudProcess({ dataDir, functionsDir: fixtureFunctions })
  pointSdkAt(cloud.origin)
  cloudSdk.init({ env: 'local' })
  return cloud
}

/** Writes until the cloud is gone: half of them plainly, half two documents in a transaction. */
async function writeUntilKilled(writer: string, acknowledged: string[][]): Promise<void> {
  const db = openDatabase()
  for (let n = 0; ; n += 1) {
    const ids = [`${writer}-${n}-a`, `${writer}-${n}-b`]
    try {
      if (n % 2 === 0) {
        await db.collection('config').add({ data: ids.map((_id) => ({ _id })) })
      } else {
        await db.runTransaction(async (tx) => {
          for (const _id of ids) await tx.collection('config').add({ data: { _id } })
        })
      }
      acknowledged.push(ids)
    } catch {
      return
    }
  }
}

it('loses nothing that it acknowledged when it is killed under load', async () => {
  const acknowledged: string[][] = []
  for (let round = 0; round < rounds; round += 1) {
    const cloud = await startProcess()
    const names = Array.from({ length: writers }, (_unused, writer) => `r${round}w${writer}`)
    const writing = names.map((name) => writeUntilKilled(name, acknowledged))
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await cloud.kill()
    await Promise.all(writing)
  }
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir: fixtureFunctions })
  const kept = new Set((await cloud.engine.find('config')).map(({ _id }) => _id))
  await cloud.close()
  expect(acknowledged.length).toBeGreaterThan(rounds * writers)
  expect(acknowledged.flat().filter((id) => !kept.has(id))).toEqual([])
  // A transaction is there whole or not at all, acknowledged or not.
  const halves = [...kept].filter((id) => /-\d*[13579]-a$/.test(String(id)))
  expect(halves.filter((id) => !kept.has(String(id).replace(/a$/, 'b')))).toEqual([])
})

it('keeps its clock and its secret over a restart, and seeds a folder once', async () => {
  const seeded: number[] = []
  const options = {
    port: 0,
    dataDir,
    functionsDir: fixtureFunctions,
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
  expect((await second.call('echo', { act: 'secret' }, {})).answer).toBe(secret)
  expect(seeded).toHaveLength(1)
  await second.close()
})

it('wipes a folder whose seed was interrupted', async () => {
  const options = { port: 0, dataDir, functionsDir: fixtureFunctions }
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
