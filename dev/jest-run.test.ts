import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sumOf } from './jest-run'

const report = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
}

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'huilin-report-')), 'report.json')
  writeFileSync(file, text)
  return file
}

describe('the sum of a jest run', () => {
  it('counts passed, failed and skipped tests', () => {
    const file = written(JSON.stringify({ ...report, numFailedTests: 2 }))
    expect(sumOf(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('counts a file that broke before its first test', () => {
    const file = written(JSON.stringify({ ...report, numRuntimeErrorTestSuites: 1 }))
    expect(sumOf(file, 1).failed).toBe(1)
  })

  it('never calls a run good that ended badly', () => {
    expect(sumOf(written(JSON.stringify(report)), 1).failed).toBe(1)
    expect(sumOf(written('{ "numPassed'), 0).failed).toBe(1)
    expect(sumOf('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
