import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LocalCloud, startLocalCloud } from './cloud'
import type { LocalCloudOptions } from './cloud-options'
import { readCollectionsFile } from './collections-file'
import type { Declarations } from './declarations'
import { surveyFunctions, tellBroken } from './functions/function-config'
import type { GivenVariables } from './functions/given-variables'
import { isTaken } from './gateway/listening'
import { readReadings } from './readings'

/** A project that brings the local cloud with it, and what it opens when nobody says otherwise. */
export interface OwnProject
  extends GivenVariables,
    Pick<LocalCloudOptions, 'storageRules' | 'pushes'> {
  readonly functionsDir: string
  readonly declarations: Declarations
  /** What fills its new data folder, by the names that `--seed` takes. */
  readonly seeds: Readonly<Record<string, (cloud: LocalCloud) => Promise<unknown>>>
}

const usage =
  'cloud --functions DIR [--port N] [--data DIR] [--collections FILE] [--now ISO] ' +
  '[--reading NAME=VALUE] [--seed NAME]'

const usualPort = 8790

/** Runs the command of the local cloud until it is told to end; a fault ends the process with 1. */
export function runCommand(own?: OwnProject): void {
  serve(own).catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
    process.exit(1)
  })
}

async function serve(own: OwnProject | undefined): Promise<void> {
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
  const functionsDir = findFunctions(values.functions, own)
  const opened = own !== undefined && functionsDir === resolve(own.functionsDir) ? own : undefined
  const file = values.collections
  const declarations = file === undefined ? opened?.declarations : collectionsIn(file)
  const cloud = await listening(port, {
    port,
    functionsDir,
    dataDir: values.data === undefined ? besideOf(functionsDir) : fromCaller(values.data),
    declarations,
    variables: opened?.variables,
    secrets: opened?.secrets,
    storageRules: opened?.storageRules,
    pushes: opened?.pushes,
    now: values.now,
    readings: readReadings(values.reading ?? []),
    seed: seedFor(values.seed, opened),
    timers: true,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
  for (const broken of cloud.brokenFunctions()) process.stderr.write(`${tellBroken(broken)}\n`)
  const names = surveyFunctions(functionsDir).sound.map(({ name }) => name)
  process.stdout.write(`functions: ${names.join(', ') || 'none'}\nready ${cloud.origin}\n`)
}

function findFunctions(asked: string | undefined, own: OwnProject | undefined): string {
  if (asked === undefined && own === undefined) throw new Error(usage)
  const functionsDir = asked === undefined ? resolve(own?.functionsDir ?? '') : fromCaller(asked)
  if (asked !== undefined && !existsSync(functionsDir)) {
    throw new Error(`there is no folder ${functionsDir}`)
  }
  const { sound, broken } = surveyFunctions(functionsDir)
  if (existsSync(join(functionsDir, 'index.js')) && sound.length + broken.length === 0) {
    throw new Error(`${functionsDir} is one function; name the folder that holds it`)
  }
  return functionsDir
}

function collectionsIn(file: string): Declarations {
  return readCollectionsFile(fromCaller(file))
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

/** A stranger's cloud starts empty: a project's seeds fill that project. */
function seedFor(
  name: string | undefined,
  opened: OwnProject | undefined,
): LocalCloudOptions['seed'] {
  if (name === undefined || (name === 'empty' && opened === undefined)) return undefined
  if (opened === undefined) throw new Error(`there is no seed "${name}" for these functions`)
  const seed = Object.hasOwn(opened.seeds, name) ? opened.seeds[name] : undefined
  if (seed === undefined) {
    const known = Object.keys(opened.seeds).join(', ')
    throw new Error(`there is no seed "${name}"; there are: ${known}`)
  }
  return async (cloud) => {
    await seed(cloud)
  }
}
