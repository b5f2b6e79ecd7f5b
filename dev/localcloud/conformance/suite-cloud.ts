import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type LocalCloud, startLocalCloud } from '../cloud'
import type { Declarations } from '../declarations'
import { type SdkVersion, sdkPackages } from './differences'
import { collectionNames } from './kit'
import type { Target } from './run-suite'

const closed = { read: false, write: false } as const

const declarations: Declarations = {
  [collectionNames.unique]: {
    indexes: [{ name: 'code', fields: [['code', 1]], unique: true }],
    clientRules: closed,
  },
  [collectionNames.notes]: { indexes: [], clientRules: 'READONLY' },
}

export interface SuiteCloudOptions {
  readonly transactionLifetimeMs?: number
  readonly store?: 'disk' | 'memory'
  /** Declared for the collection of rows beside that of `_id`; 0 when not given. */
  readonly indexesCount?: number
}

/** A local cloud with what the suite needs and nothing else; its data go when it stops. */
export async function startSuiteCloud(
  version: SdkVersion,
  { transactionLifetimeMs = 30_000, store = 'disk', indexesCount = 0 }: SuiteCloudOptions = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-conformance-'))
  const indexes = Array.from({ length: indexesCount }, (_unused, n) => ({
    name: `i${n}`,
    fields: [[`f${n}`, 1]] as const,
  }))
  const placeIndexes = indexesCount > 0 ? [] : ['spot']
  const rows = { indexes, clientRules: closed, placeIndexes }
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: functionsWith(version, dataDir),
    timers: true,
    store,
    declarations: { ...declarations, [collectionNames.rows]: rows },
    transactionLifetimeMs,
  })
  return {
    cloud,
    target: targetAt(cloud, transactionLifetimeMs),
    stop: async () => {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function targetAt({ origin }: LocalCloud, transactionLifetimeMs: number): Target {
  return {
    env: 'local',
    transactionLifetimeMs,
    gateway: `${origin}/admin`,
    operator: origin,
    hasFunctions: true,
  }
}

/** The suite's functions beside the SDK on trial, which they find there as npm puts it. */
function functionsWith(version: SdkVersion, dataDir: string): string {
  const folder = join(dataDir, 'functions')
  cpSync(join(__dirname, 'functions'), folder, { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  const installed = dirname(require.resolve(`${sdkPackages[version]}/package.json`))
  symlinkSync(installed, join(folder, 'node_modules', 'wx-server-sdk'))
  return folder
}
