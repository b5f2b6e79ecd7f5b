import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { EVERY_PAGE } from './changed/plan'
import { keepTimes, type TimedReport } from './changed/test-times'
import { showProgress } from './step'

export const projects = ['rules', 'functions', 'pages', 'dist', 'walks'] as const
export type Project = (typeof projects)[number]

export interface Sum {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The part of jest's report that is summed. */
interface Report extends TimedReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** Files that broke before their first test: none of their tests is in the other figures. */
  readonly numRuntimeErrorTestSuites: number
}

const root = join(__dirname, '..')
/** Far above any honest run: it ends one that hangs. */
const TIMEOUT_MS = 40 * 60_000

/** Which of the projects' files: those whose path has one of the parts, or those named whole. */
export interface Files {
  readonly matching?: readonly string[]
  readonly named?: readonly string[]
  /** Parts of the paths of files that do not run. */
  readonly without?: readonly string[]
}

/** Runs jest's projects in one go and sums up its report. A run without a report is one failure. */
export async function runJest(
  wanted: readonly Project[],
  files: Files,
  env: Readonly<Record<string, string>> = {},
): Promise<Sum> {
  const { sum, report } = await runReported(wanted, files, env)
  // A file that was told what to look at took less than it does.
  if (report && Object.keys(env).length === 0) keepTimes(root, report)
  return sum
}

/** The walk through every page in two processes at once, a share of its stories in each. */
export async function runEveryPage(): Promise<Sum[]> {
  const shares = ['1/2', '2/2'].map((share) =>
    runReported(['walks'], { named: [EVERY_PAGE] }, { HUILIN_SHARE: share }),
  )
  const reports = await Promise.all(shares)
  const timed = reports.flatMap(({ report }) => report?.testResults ?? [])
  // Kept is what it takes in one process: `--changed` reckons with that.
  const endTime = timed.reduce((sum, { startTime, endTime: end }) => sum + end - startTime, 0)
  keepTimes(root, { testResults: [{ name: join(root, EVERY_PAGE), startTime: 0, endTime }] })
  return reports.map(({ sum }) => sum)
}

async function runReported(
  wanted: readonly Project[],
  files: Files,
  env: Readonly<Record<string, string>>,
): Promise<{ sum: Sum; report: Report | undefined }> {
  const share = (env.HUILIN_SHARE ?? '').replace('/', '-of-')
  const reportFile = join(root, '.cache', `jest-${wanted[0]}${share}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(reportFile, { force: true })
  const serial = wanted.includes('walks')
  console.log(`testing ${wanted.join(', ')}`)
  const stopProgress = showProgress(`testing ${wanted.join(', ')}`, serial ? 120 : 180)
  const { matching = [], named = [], without = [] } = files
  const args = [
    join(root, 'node_modules/jest/bin/jest.js'),
    ...['--selectProjects', ...wanted],
    ...['--json', '--outputFile', reportFile, '--passWithNoTests', '--forceExit'],
    ...(serial ? ['--runInBand'] : ['--maxWorkers=2']),
    ...(matching.length > 0 ? ['--testPathPatterns', ...matching] : []),
    ...(named.length > 0 ? ['--runTestsByPath', ...named] : []),
    ...(without.length > 0 ? ['--testPathIgnorePatterns', ...without] : []),
  ]
  const code = await runToEnd(args, env)
  stopProgress()
  return { sum: sumOf(reportFile, code), report: readReport(reportFile) }
}

function runToEnd(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    // jest's report would also go to the output; what people read goes to the error stream.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
  process.once('exit', () => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}

/** The sum of a written report; a run without one is one failure. */
export function sumOf(reportFile: string, code: number): Sum {
  const report = readReport(reportFile)
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    // A failure outside any test, such as a broken set-up, shows in the exit code alone.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function readReport(reportFile: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'))
  } catch {
    return undefined
  }
}
