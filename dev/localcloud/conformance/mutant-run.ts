import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { areas } from './areas'
import { documentMutants } from './mutants/document-mutants'
import { functionMutants } from './mutants/function-mutants'
import { buildMutated, mutatedText } from './mutants/mutation'
import type { RuleMutant } from './mutants/rule-mutant'
import { transactionMutants } from './mutants/transaction-mutants'
import { valueMutants } from './mutants/value-mutants'
import { runCases } from './run-cases'
import { loadSdk, sdkVariables } from './sdk-process'
import type { startSuiteCloud as StartSuiteCloud } from './suite-cloud'

/** Every strictness rule of the platform, in the order of the project's notes on it. */
export const allMutants: readonly RuleMutant[] = [
  ...documentMutants,
  ...valueMutants,
  ...transactionMutants,
  ...functionMutants,
]

/** Of the local cloud: its mutants name their files from here. */
export const root = join(__dirname, '..')
/** Where whoever runs it works: the bundles look for their packages from there. */
const folder = resolve('.cache', 'mutants')

/** A mutant may make a case wait for ever; the same case without it has as long. */
const caseTimeoutMs = 8000

/** What became of one mutant: why its case failed, or nothing when it survived. */
export interface Verdict {
  readonly mutant: RuleMutant
  readonly failure?: string
}

/**
 * Runs each mutant's case against a cloud that was built with the mutant.
 * @throws when a case fails already without its mutant, for then it shows nothing.
 */
export async function runMutants(wanted: readonly RuleMutant[] = allMutants): Promise<Verdict[]> {
  mkdirSync(folder, { recursive: true })
  for (const mutant of wanted) mutatedText(mutant, root)
  for (const mutant of wanted) {
    const failure = await failureWith(undefined, mutant)
    if (failure === undefined) continue
    throw new Error(`"${mutant.area}: ${mutant.killedBy}" fails without a mutant: ${failure}`)
  }
  const verdicts: Verdict[] = []
  for (const mutant of wanted) {
    verdicts.push({ mutant, failure: await failureWith(mutant, mutant) })
  }
  return verdicts
}

/** The table `rule · killed by`. */
export function verdictsShown(verdicts: readonly Verdict[]): string {
  const width = Math.max(...verdicts.map(({ mutant }) => mutant.rule.length))
  const lines = verdicts.map(({ mutant: { rule, area, killedBy }, failure }) => {
    const killer = failure === undefined ? 'NOTHING: it survived' : `${area}: ${killedBy}`
    return `${rule.padEnd(width)}  ${killer}`
  })
  const killed = verdicts.filter(({ failure }) => failure !== undefined).length
  const sum = `${killed} of ${verdicts.length} killed`
  return [`${'rule'.padEnd(width)}  killed by`, ...lines, sum].join('\n')
}

/** Runs one case with or without a mutant. */
async function failureWith(
  mutant: RuleMutant | undefined,
  wanted: RuleMutant,
): Promise<string | undefined> {
  if (wanted.indexesCount !== undefined) return failureToRefuse(mutant, wanted.indexesCount)
  const { area: areaName, killedBy, transactionLifetimeMs } = wanted
  const area = areas.find(({ name }) => name === areaName)
  if (area?.cases[killedBy] === undefined) {
    throw new Error(`there is no case "${areaName}: ${killedBy}"`)
  }
  const { startSuiteCloud } = await loadSuite(mutant)
  const options = { transactionLifetimeMs, store: 'memory' } as const
  const { target, stop } = await startSuiteCloud('4.0.2', options)
  Object.assign(process.env, sdkVariables(target.gateway ?? ''))
  const cloud = await loadSdk('wx-server-sdk', target.env)
  const choice = { area, sentences: [killedBy] }
  const outcomes = await runCases({ ...target, cloud }, [choice], caseTimeoutMs)
  // A mutant may also keep its cloud from ending; the process ends it.
  const late = new Promise((resolve) => setTimeout(resolve, 1000).unref())
  await Promise.race([stop(), late])
  return outcomes[0]?.failure
}

/** Why a cloud was not refused that declares too much; nothing when it was. */
async function failureToRefuse(
  mutant: RuleMutant | undefined,
  indexesCount: number,
): Promise<string | undefined> {
  const { startSuiteCloud } = await loadSuite(mutant)
  try {
    const { stop } = await startSuiteCloud('4.0.2', { store: 'memory', indexesCount })
    await stop()
    return 'it started'
  } catch {
    return undefined
  }
}

const bundles = new Map<RuleMutant | undefined, string>()

async function loadSuite(
  mutant: RuleMutant | undefined,
): Promise<{ startSuiteCloud: typeof StartSuiteCloud }> {
  const outfile = bundles.get(mutant) ?? join(folder, `${bundles.size}.cjs`)
  if (!bundles.has(mutant)) {
    await buildMutated(mutant, { entry: join(__dirname, 'suite-cloud.ts'), outfile, root })
    bundles.set(mutant, outfile)
  }
  return import(outfile)
}
