import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { collections } from '../../cloudfunctions/runtime/collections'
import { type LocalCloud, startLocalCloud } from './cloud'
import type { LocalCloudOptions } from './cloud-options'
import { readCollectionsFile } from './collections-file'
import { surveyFunctions, tellBroken } from './functions/function-config'
import { isTaken } from './gateway/listening'
import { readReadings } from './readings'

const usage =
  'cloud [--functions DIR] [--port N] [--data DIR] [--collections FILE] [--seed demo|empty] ' +
  '[--now ISO] [--reading NAME=VALUE]'

const usualPort = 8790
const ownFunctions = join(__dirname, '../../dist/cloudfunctions')

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
      collections: { type: 'string' },
      reading: { type: 'string', multiple: true },
    },
  })
  const port = Number(values.port ?? usualPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(usage)
  const { functionsDir, isOwn } = findFunctions(values.functions)
  const file = values.collections
  const declarations = file === undefined ? undefined : readCollectionsFile(fromCaller(file))
  const cloud = await listening(port, {
    port,
    functionsDir,
    dataDir: values.data === undefined ? besideOf(functionsDir) : fromCaller(values.data),
    declarations: declarations ?? (isOwn ? collections : {}),
    now: values.now,
    readings: readReadings(values.reading ?? []),
    seed: await seedFor(values.seed, isOwn),
    timers: true,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
  for (const broken of cloud.brokenFunctions()) process.stderr.write(`${tellBroken(broken)}\n`)
  const names = surveyFunctions(functionsDir).sound.map(({ name }) => name)
  process.stdout.write(`functions: ${names.join(', ') || 'none'}\nready ${cloud.origin}\n`)
}

function findFunctions(asked: string | undefined): { functionsDir: string; isOwn: boolean } {
  const functionsDir = asked === undefined ? ownFunctions : fromCaller(asked)
  const isOwn = functionsDir === resolve(ownFunctions)
  if (!isOwn && !existsSync(functionsDir)) throw new Error(`there is no folder ${functionsDir}`)
  const { sound, broken } = surveyFunctions(functionsDir)
  if (existsSync(join(functionsDir, 'index.js')) && sound.length + broken.length === 0) {
    throw new Error(`${functionsDir} is one function; name the folder that holds it`)
  }
  return { functionsDir, isOwn }
}

/** npm runs its scripts in the project; what was typed is meant from where it was typed. */
function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

/** Data do not lie among the functions, where they would look like one. */
function besideOf(functionsDir: string): string {
  return join(dirname(functionsDir), '.localcloud')
}

async function listening(port: number, options: LocalCloudOptions): Promise<LocalCloud> {
  try {
    return await startLocalCloud(options)
  } catch (fault) {
    throw isTaken(fault) ? new Error(`port ${port} is taken; name another: --port`) : fault
  }
}

/** A stranger's cloud starts empty: our seeds fill our own shop. */
async function seedFor(name: string | undefined, isOwn: boolean) {
  if (name === undefined || (name === 'empty' && !isOwn)) return undefined
  if (!isOwn) throw new Error(`the seed "${name}" is for this project's own functions`)
  return loadSeed(name)
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
