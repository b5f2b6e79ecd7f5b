import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Area } from './area'
import { areas } from './areas'
import type { SdkVersion } from './differences'
import { allMutants, root } from './mutant-run'
import { mutatedText } from './mutants/mutation'
import { promisesOf } from './report'
import { type AreaResult, runSuite } from './run-suite'
import { startSuiteCloud } from './suite-cloud'

/** What is asked of the cloud by its own routes is the same with every SDK: one is enough here. */
const spoken = areas.filter(
  ({ name, needs = [] }) => name === 'open interfaces' || !needs.includes('operator'),
)
const isExpiry = ({ name }: Area): boolean => /^(expiry|waiting for itself)$/.test(name)

interface Run {
  readonly version: SdkVersion
  readonly wanted: readonly Area[]
  readonly transactionLifetimeMs?: number
}

/**
 * Nobody wants to wait 30 seconds: the end of a transaction has a cloud where it comes soon. On the
 * others it comes late, for on a busy machine a hundred operations may take longer than 30 s.
 */
const late = { transactionLifetimeMs: 120_000 }
const runs: readonly Run[] = [
  { version: '4.0.2', wanted: areas.filter((area) => !isExpiry(area)), ...late },
  { version: '3.0.4', wanted: spoken.filter((area) => !isExpiry(area)), ...late },
  { version: '2.6.3', wanted: spoken.filter((area) => !isExpiry(area)), ...late },
  { version: '4.0.2', wanted: areas.filter(isExpiry), transactionLifetimeMs: 8000 },
]

const results = new Map<Run, AreaResult[]>()

beforeAll(async () => {
  await Promise.all(
    runs.map(async (run) => {
      const { cloud, target, stop } = await startSuiteCloud(run.version, run)
      // The first call loads the SDK once more; where much else runs, for longer than it waits.
      await cloud.call('conformance', { act: 'nothing' }, {})
      results.set(run, await runSuite(target, run.version, run.wanted))
      await stop()
    }),
  )
}, 300_000)

describe.each(runs)('with wx-server-sdk $version the local cloud', (run) => {
  it.each(run.wanted.map(({ name }) => name))('keeps every promise about %s', (name) => {
    const result = results.get(run)?.find(({ area }) => area.name === name)
    expect(result?.notRun).toBeUndefined()
    expect(result?.failures).toEqual([])
  })
})

describe('the suite', () => {
  it('is listed in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8')
    expect(readme).toContain(promisesOf(areas))
  })

  it('finds the place of every mutant, which `npm run conformance -- --mutants` tries', () => {
    for (const mutant of allMutants) {
      expect(mutatedText(mutant, root)).toContain(mutant.replace)
    }
  })
})
