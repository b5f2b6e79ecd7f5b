import { join } from 'node:path'
import { bundleFunctions } from '../build/functions'
import { mutatedText, mutation } from '../localcloud/conformance/mutants/mutation'
import * as auditor from './auditor'
import type { ChaosReport, ChaosRun, ChaosSetting } from './chaos-run'
import * as expiryEdge from './expiry-edge'
import * as forged from './forged'
import type { GuardMutant } from './guard'
import { guardMutants } from './guard-mutants'
import * as killed from './killed'
import * as lastCoupon from './last-coupon'
import * as lastPoints from './last-points'
import * as lastUnit from './last-unit'
import * as malformed from './malformed'
import * as oneEffect from './one-effect'
import * as payments from './payments'
import * as rush from './rush'
import * as sends from './sends'
import * as tillDays from './till-days'

export const name = 'mutants'

const root = join(__dirname, '../..')
const runs: readonly ChaosRun[] = [
  ...[auditor, expiryEdge, forged, killed],
  ...[lastCoupon, lastPoints, lastUnit, malformed, oneEffect, payments, rush, sends, tillDays],
]
const TOLD_CHARACTERS = 160

/**
 * R13. The functions are built once for each guard, with it taken out, and the runs have to notice;
 * `--only drops` tries the guards of that family alone. What a run says of the functions as they
 * are is seen where it runs by itself.
 */
export async function run({ seed, only }: ChaosSetting): Promise<ChaosReport> {
  const broken: string[] = []
  const chosen = guardMutants.filter(({ family }) => only === undefined || family === only)
  for (const mutant of chosen) {
    mutatedText(mutant, root)
    const notice = await noticeOf(mutant, seed)
    console.log(`${notice ? 'noticed ' : 'SURVIVED'} ${mutant.rule}: ${notice ?? 'nobody noticed'}`)
    if (!notice) broken.push(`"${mutant.rule}" can be taken out unnoticed`)
  }
  const figures = { mutants: chosen.length, killed: chosen.length - broken.length }
  return { figures, broken }
}

/** What the first run that noticed says; undefined when none did. */
async function noticeOf(mutant: GuardMutant, seed: number): Promise<string | undefined> {
  const target = join(root, '.cache/mutants/functions')
  await bundleFunctions(root, { target, plugins: [mutation(mutant, root)] })
  for (const wanted of mutant.noticedBy) {
    const found = runs.find((known) => known.name === wanted)
    if (!found) throw new Error(`there is no run called ${wanted}`)
    const [first] = await brokenBy(found, { seed, functionsDir: target, only: mutant.only })
    if (first !== undefined) return `${wanted}: ${first.slice(0, TOLD_CHARACTERS)}`
  }
  return undefined
}

/** A run that cannot even be carried out has noticed as well. */
async function brokenBy(
  { run: carryOut }: ChaosRun,
  setting: Omit<ChaosSetting, 'size'>,
): Promise<readonly string[]> {
  try {
    // Where one endpoint is named, every place of it is tried.
    const size = setting.only === undefined ? 'quick' : 'full'
    return (await carryOut({ ...setting, size })).broken
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)]
  }
}
