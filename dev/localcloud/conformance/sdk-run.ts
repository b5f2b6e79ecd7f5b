import type { Outcome } from './area'
import { areas } from './areas'
import type { Place } from './kit'
import { runCases } from './run-cases'
import type { SdkCloud } from './sdk-surface'

/** What one run of the suite in a process of its own is told. */
export interface RunRequest extends Omit<Place, 'cloud'> {
  readonly sdkPackage: string
  readonly areas: readonly string[]
}

/** Prints its outcomes as one line of JSON, the last it says. */
export const outcomesMark = 'outcomes '

async function main(request: RunRequest): Promise<void> {
  // The SDKs warn of what the suite does on purpose, on every call.
  console.warn = () => {}
  const cloud = await loadSdk(request.sdkPackage)
  cloud.init({ env: request.env })
  const chosen = areas.filter(({ name }) => request.areas.includes(name))
  const outcomes: Outcome[] = await runCases({ ...request, cloud }, chosen)
  process.stdout.write(`\n${outcomesMark}${JSON.stringify(outcomes)}\n`, () => process.exit(0))
}

async function loadSdk(name: string): Promise<SdkCloud> {
  const loaded: { default: unknown } = await import(name)
  // Parse edge: the SDK's own types describe something else (sdk-surface.ts).
  return loaded.default as SdkCloud
}

const told = process.argv[2]
if (told !== undefined) main(JSON.parse(told))
