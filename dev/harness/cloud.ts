import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../localcloud/cloud'
import type { LocalCloudOptions } from '../localcloud/cloud-options'
import { startShopCloud } from '../shop-cloud'
import { callerOf } from './cloud-caller'

export interface TestCloudOptions {
  /** `demo` is the demo shop, `empty` a shop on its first day; a function fills its own. */
  readonly seed?: 'demo' | 'empty' | ((cloud: LocalCloud) => Promise<void>)
  readonly now?: string
  readonly functionsDir?: string
  /** How long the transaction of a killed function keeps its locks. */
  readonly transactionLifetimeMs?: number
  /** How many instances a function may have; the platform's number when not given. */
  readonly functionLimits?: LocalCloudOptions['functionLimits']
  /** `memory` forgets all when the test ends, and is quicker; `disk` when not given. */
  readonly store?: 'disk' | 'memory'
}

export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>

const functionsDir = join(__dirname, '../../dist/cloudfunctions')

/**
 * A local cloud of a test's own, in the test's process, with its data in a folder that goes away
 * again: `const cloud = await startTestCloud({ seed: 'empty' })`, and `await cloud.stop()` after.
 */
export async function startTestCloud(options: TestCloudOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-cloud-'))
  const local = await startShopCloud({
    port: 0,
    dataDir,
    functionsDir: options.functionsDir ?? functionsDir,
    now: options.now,
    transactionLifetimeMs: options.transactionLifetimeMs,
    functionLimits: options.functionLimits,
    store: options.store,
    seed: seederOf(options.seed),
  })
  return {
    ...callerOf(local.origin),
    origin: local.origin,
    local,
    /** The SDK as a function has it, for looking at documents and for putting some there. */
    database: () => openDatabase(local.origin),
    /** Puts a file into the storage. */
    uploadFile: async (file: { cloudPath: string; fileContent: Buffer }) =>
      (await sdkFor(local.origin)).uploadFile(file),
    stop: async () => {
      await local.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function seederOf(seed: TestCloudOptions['seed']) {
  if (seed === 'demo') {
    return async (cloud: LocalCloud) => (await import('../seed/demo')).seedDemo(cloud)
  }
  if (seed === 'empty') {
    return async (cloud: LocalCloud) => {
      await (await import('../seed/empty')).seedEmpty(cloud)
    }
  }
  return seed
}

/** The variables that make the unmodified SDK speak to another address. */
export function sdkEnvironment(origin: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'y',
    TENCENTCLOUD_SESSIONTOKEN: 't',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
  }
}

async function openDatabase(origin: string) {
  const cloudSdk = await sdkFor(origin)
  // The SDK knows `throwOnNotFound`, its types do not.
  const settings = { env: 'local', throwOnNotFound: false }
  return cloudSdk.database(settings)
}

/** Few tests need the SDK in their own process, and it takes a third of a second to load. */
async function sdkFor(origin: string) {
  const { default: cloudSdk } = await import('wx-server-sdk')
  Object.assign(process.env, sdkEnvironment(origin))
  cloudSdk.init({ env: 'local' })
  return cloudSdk
}
