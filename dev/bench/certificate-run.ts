import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerOf } from '../harness/cloud-caller'
import { startShopCloud } from '../shop-cloud'
import { fillBooks } from './filled-books'

export interface CertificateSize {
  readonly memberCount: number
  readonly entriesPerMember: number
  readonly dayCount: number
  /** The function is killed in the middle of so many of its runs. */
  readonly killCount: number
  /** At which of its database calls. */
  readonly killAtCall: number
}

export interface CertificateFigures {
  readonly runCount: number
  readonly killedCount: number
  readonly longestRunMs: number
  readonly workedMs: number
  /** Documents that the database answered, over all runs, the killed ones included. */
  readonly docsRead: number
  /** Of these the last one says: */
  readonly certificateCount: number
  readonly memberCount: number
  readonly readCount: number
  readonly findingCount: number
  readonly offPoints: number
}

const LAST_ON = '2026-03-09'
const NIGHT = '2026-03-09T16:12:00.000Z'
const MOST_RUNS = 200

/** Fills the books by the direct door, then lets the timer of the audit certify them. */
export async function certifyMany(size: CertificateSize): Promise<CertificateFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-certificate-'))
  const cloud = await startShopCloud({ port: 0, dataDir, store: 'memory', now: NIGHT })
  try {
    await fillBooks(cloud.engine, { ...size, lastOn: LAST_ON })
    return await runUntilDone(cloud, size)
  } finally {
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Cloud = Awaited<ReturnType<typeof startShopCloud>>

async function runUntilDone(
  cloud: Cloud,
  { killCount, killAtCall }: CertificateSize,
): Promise<CertificateFigures> {
  const caller = callerOf(cloud.origin)
  let [runCount, killedCount, longestRunMs, workedMs, docsRead] = [0, 0, 0, 0, 0]
  while (runCount < MOST_RUNS) {
    const isDoomed = killedCount < killCount
    const rule = { kind: 'kill', at: 'after-call', function: 'audit', call: killAtCall } as const
    cloud.faults.set({ rules: isDoomed ? [rule] : [] })
    const startedAt = performance.now()
    const { headers, status } = await caller.fireTimer('audit')
    const tookMs = performance.now() - startedAt
    runCount += 1
    killedCount += status === 500 ? 1 : 0
    longestRunMs = Math.max(longestRunMs, tookMs)
    workedMs += tookMs
    docsRead += Number(headers['x-docs-read'])
    const found = await cloud.engine.find('certificates', { _id: LAST_ON })
    if (found.length > 0) break
    await caller.advanceClock(600_000)
  }
  const all = await cloud.engine.find('certificates', {}, { sort: { _id: 1 } })
  const last = all.at(-1) ?? {}
  return {
    ...{ runCount, killedCount, longestRunMs, workedMs, docsRead },
    certificateCount: all.length,
    memberCount: Number(last.memberCount),
    readCount: Number(last.readCount),
    findingCount: Number(last.findingCount),
    offPoints: Number(last.offPoints),
  }
}
