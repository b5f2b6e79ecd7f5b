import { parseArgs } from 'node:util'
import { isReadyCloud } from '../gateway/readiness'
import { areas } from './areas'
import { type SdkVersion, sdkPackages } from './differences'
import { runMutants, verdictsShown } from './mutant-run'
import { failureCount, promisesOf, reportOf } from './report'
import { type AreaResult, runSuite, type Target } from './run-suite'
import { startSuiteCloud } from './suite-cloud'

const usage = `conformance [-- options]
  --sdk V         one of ${Object.keys(sdkPackages).join(', ')}; all when not given
  --area A        one area; all when not given
  --gateway URL   another gateway (the SDK's address, such as http://127.0.0.1:8899/admin)
  --env ENV_ID    a real environment; TENCENTCLOUD_SECRETID and _SECRETKEY are its keys
  --functions     the functions beside this program are deployed there
  --mutants       take each rule out of the local cloud, and see the suite notice
  --list          print what the areas promise, and run nothing`

/** `npm run conformance`: the suite on a fresh local cloud, or wherever it is pointed. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sdk: { type: 'string' },
      area: { type: 'string' },
      gateway: { type: 'string' },
      env: { type: 'string' },
      functions: { type: 'boolean' },
      list: { type: 'boolean' },
      mutants: { type: 'boolean' },
    },
  })
  const wanted = areas.filter(({ name }) => values.area === undefined || name === values.area)
  const versions = versionsNamed(values.sdk)
  if (wanted.length === 0 || versions.length === 0) {
    console.error(`${usage}\n  areas: ${areas.map(({ name }) => name).join(', ')}`)
    return 1
  }
  if (values.list === true) {
    console.log(promisesOf(wanted))
    return 0
  }
  const elsewhere = await readTarget(values)
  if (values.mutants === true) {
    const verdicts = await runMutants()
    console.log(verdictsShown(verdicts))
    return verdicts.every(({ failure }) => failure !== undefined) ? 0 : 1
  }
  const results = new Map<SdkVersion, AreaResult[]>()
  const runs = versions.map(async (version) => {
    console.log(`wx-server-sdk ${version} …`)
    const own = elsewhere === undefined ? await startSuiteCloud(version) : undefined
    const target = elsewhere ?? own?.target
    if (target !== undefined) results.set(version, await runSuite(target, version, wanted))
    await own?.stop()
    console.log(`wx-server-sdk ${version} is through`)
  })
  await Promise.all(runs)
  console.log(reportOf(inOrder(results, versions)))
  return failureCount(results) > 0 ? 1 : 0
}

function versionsNamed(name: string | undefined): SdkVersion[] {
  const known: readonly SdkVersion[] = ['4.0.2', '3.0.4', '2.6.3']
  return known.filter((version) => name === undefined || version === name)
}

function inOrder(
  results: ReadonlyMap<SdkVersion, AreaResult[]>,
  versions: readonly SdkVersion[],
): Map<SdkVersion, AreaResult[]> {
  return new Map(versions.map((version) => [version, results.get(version) ?? []]))
}

async function readTarget(values: {
  gateway?: string
  env?: string
  functions?: boolean
}): Promise<Target | undefined> {
  const { env, gateway } = values
  const known = { transactionLifetimeMs: 30_000, hasFunctions: values.functions === true }
  if (env !== undefined) return { ...known, env }
  if (gateway === undefined) return undefined
  const operator = await operatorAt(gateway)
  return { ...known, env: 'local', gateway, ...(operator === undefined ? {} : { operator }) }
}

/** Another local cloud has its operator's routes beside the gateway; another program has none. */
async function operatorAt(gateway: string): Promise<string | undefined> {
  const { origin } = new URL(gateway)
  return (await isReadyCloud(origin)) ? origin : undefined
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    console.error(fault)
    process.exit(1)
  },
)
