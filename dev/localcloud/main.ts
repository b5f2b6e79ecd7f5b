import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type LocalCloud, startLocalCloud } from './cloud'

const usage = 'cloud --port N --data DIR [--seed demo|empty] [--now ISO] [--functions DIR]'

/** Seeds live beside the cloud and are loaded only when asked for. */
const seeds: Readonly<Record<string, { file: string; name: string }>> = {
  demo: { file: 'demo.ts', name: 'seedDemo' },
  empty: { file: 'empty.ts', name: 'seedEmpty' },
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string' },
      now: { type: 'string' },
      functions: { type: 'string' },
    },
  })
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage)
  if (values.data === undefined) throw new Error(usage)
  const cloud = await startLocalCloud({
    port,
    dataDir: values.data,
    functionsDir: values.functions,
    now: values.now,
    seed: values.seed === undefined ? undefined : await loadSeed(values.seed),
    timers: true,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
  process.stdout.write(`ready ${cloud.origin}\n`)
}

async function loadSeed(name: string): Promise<(cloud: LocalCloud) => Promise<void>> {
  const known = Object.hasOwn(seeds, name) ? seeds[name] : undefined
  if (known === undefined) throw new Error(`there is no seed "${name}"; ${usage}`)
  const file = join(__dirname, '..', 'seed', known.file)
  const loaded: Record<string, unknown> = await import(pathToFileURL(file).href)
  const seed = loaded[known.name]
  if (typeof seed !== 'function') throw new Error(`${file} exports no ${known.name}`)
  return async (cloud) => {
    await seed(cloud)
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
