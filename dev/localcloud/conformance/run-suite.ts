import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Area, Outcome } from './area'
import { areas } from './areas'
import { knownDifferences, type SdkVersion, sdkPackages } from './differences'
import { gaps } from './gaps'
import { sdkVariables } from './sdk-process'
import type { RunRequest } from './sdk-run'

/** Where the suite runs: a gateway that speaks the SDK's protocol, or a real environment. */
export interface Target {
  readonly env: string
  readonly transactionLifetimeMs: number
  /** The gateway's address; none for a real environment, which the SDK finds by itself. */
  readonly gateway?: string
  readonly operator?: string
  readonly hasFunctions: boolean
}

/** What one SDK did in an area, its declared differences already taken into account. */
export interface AreaResult {
  readonly area: Area
  readonly passed: number
  /** Sentences of declared differences, which failed as declared. */
  readonly different: readonly string[]
  /** Sentences of what the local cloud refuses by name. */
  readonly refused: readonly string[]
  readonly failures: readonly { sentence: string; failure: string }[]
  /** Set when nothing was run, with what is missing. */
  readonly notRun?: string
}

/** Runs the areas with one SDK, unmodified, in a process of its own. */
export async function runSuite(
  target: Target,
  version: SdkVersion,
  wanted: readonly Area[] = areas,
): Promise<AreaResult[]> {
  const runnable = wanted.filter((area) => missingFor(area, target) === undefined)
  const outcomes = await outcomesOf(target, version, runnable)
  return wanted.map((area) => {
    const missing = missingFor(area, target)
    const nothing = { area, passed: 0, different: [], refused: [], failures: [] }
    if (missing !== undefined) return { ...nothing, notRun: missing }
    const own = outcomes.filter((outcome) => outcome.area === area.name)
    return judge(area, version, own)
  })
}

function missingFor({ needs = [] }: Area, target: Target): string | undefined {
  if (needs.includes('operator') && target.operator === undefined) return "the operator's routes"
  if (needs.includes('gateway') && target.gateway === undefined) return 'a gateway of our own'
  if (needs.includes('functions') && !target.hasFunctions) return 'the functions of this folder'
  return undefined
}

/** What is declared must be there: a difference or a gap that has gone is a failure too. */
function judge(area: Area, version: SdkVersion, outcomes: readonly Outcome[]): AreaResult {
  const different: string[] = []
  const refused: string[] = []
  const failures: { sentence: string; failure: string }[] = []
  for (const outcome of outcomes) {
    const { sentence, failure } = outcome
    const gap = gaps.find((known) => known.area === area.name && known.sentence === sentence)
    const isDifferent = isDeclaredDifferent(outcome, version)
    if (failure === undefined) {
      if (isDifferent || gap) failures.push({ sentence, failure: 'passes, against its entry' })
    } else if (isDifferent) different.push(sentence)
    else if (gap?.refusal.test(failure)) refused.push(sentence)
    else failures.push({ sentence, failure })
  }
  const passed = outcomes.length - different.length - refused.length - failures.length
  const lost = Object.keys(area.cases).length - outcomes.length
  if (lost > 0) failures.push({ sentence: `${lost} cases`, failure: 'gave no outcome' })
  return { area, passed, different, refused, failures }
}

function isDeclaredDifferent({ area, sentence }: Outcome, version: SdkVersion): boolean {
  return knownDifferences.some(
    (known) => known.area === area && known.sentence === sentence && known.sdks.includes(version),
  )
}

const suiteTimeoutMs = 10 * 60_000

function outcomesOf(
  target: Target,
  version: SdkVersion,
  wanted: readonly Area[],
): Promise<Outcome[]> {
  const { env, transactionLifetimeMs, operator, gateway } = target
  const request: RunRequest = {
    env,
    transactionLifetimeMs,
    ...(operator === undefined ? {} : { operator }),
    ...(gateway === undefined ? {} : { gateway }),
    sdkPackage: sdkPackages[version],
    areas: wanted.map(({ name }) => name),
  }
  const script = join(__dirname, 'sdk-run.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(request)], {
    env: { ...process.env, ...(target.gateway ? sdkVariables(target.gateway) : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: suiteTimeoutMs,
    killSignal: 'SIGKILL',
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const last = /^outcomes (.*)$/m.exec(said)?.[1]
      if (last !== undefined) return resolve(JSON.parse(last))
      reject(new Error(`the run with ${version} ended with ${code}:\n${complained.slice(-2000)}`))
    })
  })
}
