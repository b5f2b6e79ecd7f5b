import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../localcloud/cloud'
import type { Document } from '../localcloud/engine/document'
import { startShopCloud } from '../shop-cloud'
import { residentMb, runFresh } from './child-process'
import type { Figure } from './figures'

const DOCUMENTS = 100_000
const ROUNDS = 5

/**
 * The whole cloud's start with stored entries of the points' book, beside reading the same entries
 * from one file with JSON.parse: each in a fresh process, in turns, the best of each.
 */
export async function measureStart(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  const cloud = await openCloud(dataDir, (cloud) => cloud.engine.load('points_entries', entries()))
  await cloud.close()
  writeFileSync(fileIn(dataDir), JSON.stringify(entries()))
  const best = { startMs: Number.POSITIVE_INFINITY, readMs: Number.POSITIVE_INFINITY }
  let mostMb = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = runFresh(__filename, ['start', dataDir])
    const read = runFresh(__filename, ['read', dataDir])
    best.startMs = Math.min(best.startMs, started.ms ?? Number.NaN)
    best.readMs = Math.min(best.readMs, read.ms ?? Number.NaN)
    mostMb = Math.max(mostMb, started.mostMb ?? Number.NaN)
  }
  rmSync(dataDir, { recursive: true, force: true })
  return [
    { what: 'start with 100,000 documents, ms', measured: best.startMs },
    { what: 'reading them with JSON.parse, ms', measured: best.readMs },
    {
      what: 'start against JSON.parse, times',
      measured: best.startMs / best.readMs,
      bound: { most: 3 },
    },
    { what: 'the most that it held, MB', measured: mostMb, bound: { most: 400 } },
  ]
}

async function measure(what: string, dataDir: string): Promise<void> {
  const startedAt = performance.now()
  const held = what === 'start' ? await openCloud(dataDir) : readFile(dataDir)
  const ms = performance.now() - startedAt
  const { most } = residentMb()
  if ('close' in held) await held.close()
  console.log(JSON.stringify({ ms, mostMb: most }))
}

function openCloud(
  dataDir: string,
  seed?: (cloud: LocalCloud) => Promise<void>,
): Promise<LocalCloud> {
  const functionsDir = join(__dirname, 'functions')
  return startShopCloud({ port: 0, dataDir, functionsDir, ...(seed ? { seed } : {}) })
}

function readFile(dataDir: string): unknown[] {
  return JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'entries.json')
}

function entries(): Document[] {
  return Array.from({ length: DOCUMENTS }, (_unused, n) => entryOf(n))
}

function entryOf(n: number): Document {
  const points = n % 500
  const memberId = (n % 5000).toString(16).padStart(32, '0')
  return {
    _id: `earn:${n.toString(16).padStart(32, '0')}`,
    ...{ memberId, seq: Math.floor(n / 5000), kind: 'earn', reason: 'purchasePaid', points },
    posting: { from: 'program:issued', to: `member:${memberId}`, points },
    lotChanges: [{ expiresOn: '2027-11-30', points }],
    ...{ debtChangePoints: 0, balanceAfterPoints: points, debtAfterPoints: 0 },
    ...{ at: 1_764_290_400_364 + n, on: '2025-11-28', storeId: 'wutong', ruleVersion: 1 },
    prevHash: n.toString(16).padStart(64, '0'),
    hash: (n + 1).toString(16).padStart(64, '0'),
  }
}

if (process.argv[1] === __filename) void measure(process.argv[2] ?? '', process.argv[3] ?? '')
