import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The part of jest's report that tells how long a file took. */
export interface TimedReport {
  readonly testResults?: readonly {
    readonly name: string
    readonly startTime: number
    readonly endTime: number
  }[]
}

const fileIn = (root: string) => join(root, '.cache/test-times.json')

/** Seconds of each test file when it last ran here; empty in a fresh clone. */
export function knownTimes(root: string): Readonly<Record<string, number>> {
  const file = fileIn(root)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Keeps how long each file of a run took, beside what is known of the others. */
export function keepTimes(root: string, { testResults = [] }: TimedReport): void {
  const timed = testResults
    .filter(({ startTime, endTime }) => endTime > startTime)
    .map(({ name, startTime, endTime }) => [relative(root, name), (endTime - startTime) / 1000])
  const file = fileIn(root)
  mkdirSync(dirname(file), { recursive: true })
  const times = { ...knownTimes(root), ...Object.fromEntries(timed) }
  writeFileSync(file, `${JSON.stringify(times, null, 1)}\n`)
}
