import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertNew } from '../cloudfunctions/runtime/database'
import { sdkEnvironment } from './harness/cloud'
import type { Readings } from './localcloud/readings'
import { startShopCloud } from './shop-cloud'

const startMs = Date.parse('2026-03-09T00:00:00+08:00')
const minuteMs = 60_000

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'huilin-shop-cloud-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = (readings?: Partial<Readings>) => {
  const now = new Date(startMs).toISOString()
  return startShopCloud({ port: 0, dataDir, store: 'memory', timers: true, now, readings })
}

// Four jobs come every minute: more than fourteen thousand ticks.
jest.setTimeout(300_000)

it('runs every timer of the shop at its time, for two days', async () => {
  const cloud = await open()
  const move = await cloud.moveClock(startMs + 48 * 60 * minuteMs)
  await cloud.close()
  expect(move).toEqual({
    firedCount: 14_176,
    fired: {
      ...{ audit: 56, coupons: 576, drops: 2_880, gifts: 576, imports: 48 },
      ...{ lists: 2_880, mall: 2_880, payments: 2_880 },
      ...{ members: 48, merging: 288, messages: 576, points: 56, purchases: 48 },
      ...{ referrals: 192, tiers: 192 },
    },
    failed: {},
  })
})

it.each(['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE'] as const)(
  'lets our database layer know a key that is taken when it is told of as %s',
  async (duplicateKey) => {
    const cloud = await open({ duplicateKey })
    Object.assign(process.env, sdkEnvironment(cloud.origin))
    expect(await insertNew('config', { _id: 'a' })).toMatchObject({ ok: true })
    expect(await insertNew('config', { _id: 'a' })).toMatchObject({ code: 'ALREADY_THERE' })
    await cloud.close()
  },
)
