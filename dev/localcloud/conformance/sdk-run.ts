import { areas } from './areas'
import type { Place } from './kit'
import { runCases } from './run-cases'
import { loadSdk } from './sdk-process'

/** What one run of the suite in a process of its own is told. */
export interface RunRequest extends Omit<Place, 'cloud'> {
  readonly sdkPackage: string
  readonly areas: readonly string[]
}

/** Runs, and prints its outcomes as one line of JSON, the last it says. */
async function main(request: RunRequest): Promise<void> {
  const cloud = await loadSdk(request.sdkPackage, request.env)
  const chosen = areas.filter(({ name }) => request.areas.includes(name))
  const outcomes = await runCases(
    { ...request, cloud },
    chosen.map((area) => ({ area })),
  )
  process.stdout.write(`\noutcomes ${JSON.stringify(outcomes)}\n`, () => process.exit(0))
}

main(JSON.parse(process.argv[2] ?? '{}'))
