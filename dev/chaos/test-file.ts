import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const reportFile = join(root, '.cache', 'chaos-tests.json')

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly message: string }[]
}

/** Runs one of jest's files in a longer form, which its environment tells it. */
export function runTestFile(
  project: string,
  file: string,
  environment: Readonly<Record<string, string>>,
): { tests: number; broken: string[] } {
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(reportFile, { force: true })
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const which = ['--selectProjects', project, '--runInBand', '--forceExit', file]
  const args = [jest, ...which, '--json', '--outputFile', reportFile]
  const options = { cwd: root, env: { ...process.env, ...environment }, stdio: 'ignore' } as const
  const { status } = spawnSync(process.execPath, args, options)
  const report: Report = JSON.parse(readFileSync(reportFile, 'utf8'))
  const broken = report.testResults.map(({ message }) => message).filter((text) => text !== '')
  if (status !== 0 && broken.length === 0) broken.push(`jest ended with ${status}`)
  return { tests: report.numPassedTests + report.numFailedTests, broken }
}
