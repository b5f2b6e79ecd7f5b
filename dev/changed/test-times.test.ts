import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepTimes, knownTimes } from './test-times'

describe('how long test files take', () => {
  it('is kept from run to run, the last time of each', () => {
    const root = mkdtempSync(join(tmpdir(), 'huilin-times-'))
    expect(knownTimes(root)).toEqual({})
    const run = (name: string, ms: number) =>
      keepTimes(root, { testResults: [{ name: join(root, name), startTime: 5, endTime: 5 + ms }] })
    run('shared/a.test.ts', 1500)
    run('shared/b.test.ts', 2000)
    run('shared/a.test.ts', 500)
    // A file that broke before its first test has no time.
    run('shared/b.test.ts', 0)
    expect(knownTimes(root)).toEqual({ 'shared/a.test.ts': 0.5, 'shared/b.test.ts': 2 })
  })
})
