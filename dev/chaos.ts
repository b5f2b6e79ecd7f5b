import { parseArgs } from 'node:util'
import { ensureBuilt } from './build'
import * as auditor from './chaos/auditor'
import type { ChaosRun } from './chaos/chaos-run'
import * as contention from './chaos/contention'
import * as expiryEdge from './chaos/expiry-edge'
import * as forged from './chaos/forged'
import * as fullDisk from './chaos/full-disk'
import * as imports from './chaos/imports'
import * as killed from './chaos/killed'
import * as lastCoupon from './chaos/last-coupon'
import * as lastPoints from './chaos/last-points'
import * as lastUnit from './chaos/last-unit'
import * as ledgerModel from './chaos/ledger-model'
import * as listCutoffs from './chaos/list-cutoffs'
import * as listRush from './chaos/list-rush'
import * as listSteps from './chaos/list-steps'
import * as lostAnswers from './chaos/lost-answers'
import * as malformed from './chaos/malformed'
import * as mutants from './chaos/mutants'
import * as oneEffect from './chaos/one-effect'
import * as payments from './chaos/payments'
import * as powerCut from './chaos/power-cut'
import * as receipts from './chaos/receipts'
import * as rush from './chaos/rush'
import * as sends from './chaos/sends'
import * as tillDays from './chaos/till-days'

const runs: readonly ChaosRun[] = [
  powerCut,
  fullDisk,
  contention,
  oneEffect,
  lastPoints,
  lastUnit,
  lastCoupon,
  rush,
  forged,
  killed,
  auditor,
  expiryEdge,
  imports,
  payments,
  sends,
  receipts,
  listRush,
  listSteps,
  listCutoffs,
  lostAnswers,
  tillDays,
  ledgerModel,
  malformed,
  mutants,
]

/**
 * `npm run chaos [-- <name> …] [--seed N] [--quick] [--only ENDPOINT] [--days N]`: all runs, or
 * some; a printed seed replays one. `--quick` makes them as short as they are in `npm test`.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      days: { type: 'string' },
    },
  })
  const unknown = positionals.find((name) => !runs.some((run) => run.name === name))
  const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed)
  const days = values.days === undefined ? undefined : Number(values.days)
  if (unknown !== undefined || !Number.isInteger(seed) || !Number.isInteger(days ?? 1)) {
    const names = runs.map(({ name }) => name).join(', ')
    throw new Error(
      `npm run chaos [-- name …] [--seed N] [--quick] [--days N]; the names are ${names}`,
    )
  }
  hushSdk()
  const chosen = runs.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const size = values.quick ? 'quick' : 'full'
  await ensureBuilt(['functions'])
  let failed = false
  for (const run of chosen) {
    console.log(`${run.name}, seed ${seed}`)
    const startedAt = performance.now()
    const { figures, broken } = await run.run({ seed, size, only: values.only, days })
    console.table({ ...figures, seconds: Math.round((performance.now() - startedAt) / 1000) })
    for (const sentence of broken.slice(0, 20)) console.log(`BROKEN: ${sentence}`)
    console.log(`${run.name}: ${broken.length === 0 ? 'held' : `${broken.length} broken`}\n`)
    failed ||= broken.length > 0
  }
  process.exit(failed ? 1 : 0)
}

/** The SDK finds every request slow that a killed cloud leaves unanswered: hundreds of lines. */
function hushSdk(): void {
  const warn = console.warn
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('[TCB][WARN]')) warn(...words)
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault))
  process.exit(1)
})
