import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { Hono } from 'hono'
import { mountClient } from './client/client-routes'
import { type Clock, openClock } from './clock'
import type { LocalCloudOptions } from './cloud-options'
import type { Declarations } from './declarations'
import { type Disk, faultyStore } from './engine/disk'
import { type Engine, openEngine } from './engine/engine'
import { createMemoryStore } from './engine/memory-store'
import { openStore, type Store } from './engine/store'
import { type OwnedFolder, ownFolder } from './folder-owner'
import { allDueWork } from './functions/due-work'
import { type BrokenFunction, tellBroken } from './functions/function-config'
import {
  type Caller,
  type ConsoleLine,
  createFunctionsHost,
  type FunctionsHost,
  type HostSetting,
} from './functions/functions-host'
import { variablesOf } from './functions/given-variables'
import { createScheduler, type Move, type Scheduler, timerEvent } from './functions/scheduler'
import { mountCloudIds } from './gateway/cloud-id-routes'
import { createGateway } from './gateway/gateway'
import { closeServer, listen } from './gateway/listening'
import { mountOperator } from './gateway/operator'
import { mountTime } from './gateway/time-routes'
import { costOf } from './laboratory/call-record'
import { createFaults, type Faults } from './laboratory/faults'
import { mountLaboratory } from './laboratory/laboratory-routes'
import type { Cost } from './laboratory/operator-api'
import { printToRecord, type RecordedHost, recordCalls } from './laboratory/recorded-host'
import type { Outbox } from './openapi/outbox'
import { mountPhone } from './openapi/phone-routes'
import { watchPhones } from './openapi/presence'
import { mountPay } from './pay/pay-routes'
import { openPlatformRooms, type PlatformRooms } from './platform-rooms'
import { openPrintedLog } from './printed-log'
import { type Readings, readingsWith } from './readings'
import { mountStorage } from './storage/storage-routes'

export interface LocalCloud {
  readonly origin: string
  call(fn: string, event: unknown, caller: Caller): Promise<{ answer: unknown } & Cost>
  fireTimer(fn: string): Promise<unknown>
  /** Moves the clock and fires, one after another, every tick on the way if `timers` is on. */
  moveClock(toMs: number): Promise<Move>
  /** Functions that cannot be called as they are; one of them keeps no other from it. */
  brokenFunctions(): readonly BrokenFunction[]
  /** Living instances by function. */
  instanceCounts(): Readonly<Record<string, number>>
  readonly clock: Clock
  /** The direct door to the database, for seeding and audits. */
  readonly engine: Engine
  /** What shall go wrong, for runs in this process. */
  readonly faults: Faults
  /** Makes the disk full or slow, on purpose. */
  readonly disk: Disk
  /** What was asked of WeChat: messages, checks, codes, payments. */
  readonly outbox: Outbox
  close(): Promise<void>
}

/** What the cloud is made of: every room mounts its routes with `mountX(app, parts)`. */
export interface CloudParts extends PlatformRooms {
  readonly dataDir: string
  readonly functionsDir: string
  /** The collections that were declared; functions may create more. */
  readonly declarations: Declarations
  readonly store: Store
  readonly clock: Clock
  readonly engine: Engine
  readonly host: RecordedHost
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly disk: Disk
  readonly readings: Readings
  readonly log: (text: string) => void
  /** The seed has lived, and the timers are on if they were asked for. */
  readonly isReady: () => boolean
}

const mounts = [
  ...[mountOperator, mountTime, mountCloudIds, mountLaboratory],
  ...[mountPhone, mountStorage, mountClient, mountPay],
]

/** Starts the cloud on 127.0.0.1 and resolves when it serves, its seed finished. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const folder = await ownFolder(options.dataDir)
  try {
    await options.prepare?.()
    if (options.startsOver === true) folder.empty()
    return await openCloud(options, folder)
  } catch (fault) {
    folder.release()
    throw fault
  }
}

async function openCloud(options: LocalCloudOptions, folder: OwnedFolder): Promise<LocalCloud> {
  const { store, disk } = openData(options)
  const fresh = store.readFact('seeded') === undefined
  if (fresh) await store.clear()
  const { log, onConsole, endLog } = openPrintedLog(options.dataDir)
  let origin = ''
  let server: Server | undefined
  let isReady = false
  const around = { origin: () => origin, isReady: () => isReady }
  const opening = openParts(options, { store, disk, log, onConsole, ...around })
  const parts = await opening.catch(async (fault: unknown) => {
    await store.close()
    throw fault
  })
  const app = new Hono()
  for (const mount of mounts) mount(app, parts)
  const close = async (): Promise<void> => {
    isReady = false
    const stopped = parts.scheduler.stop()
    await parts.host.close()
    await stopped
    await closeServer(server)
    await parts.clock.saved()
    await parts.engine.close()
    endLog()
    folder.release()
  }
  const cloud = cloudOf(parts, { origin: () => origin, close })
  for (const broken of cloud.brokenFunctions()) log(`${tellBroken(broken)}\n`)
  try {
    options.extend?.(app, cloud)
    const { port, morePorts = 0 } = options
    const listening = await listen(app, createGateway(parts), { port, morePorts })
    server = listening.server
    origin = `http://127.0.0.1:${listening.port}`
    if (fresh) await fillFresh(options, { cloud, store })
  } catch (fault) {
    await cloud.close()
    throw fault
  }
  if (options.timers === true) parts.scheduler.start()
  isReady = true
  folder.announce(origin)
  return cloud
}

function cloudOf(
  parts: CloudParts,
  { origin, close }: { origin: () => string; close: () => Promise<void> },
): LocalCloud {
  const { clock, engine, faults, disk, outbox, host, scheduler } = parts
  return {
    get origin() {
      return origin()
    },
    ...{ clock, engine, faults, disk, outbox, close },
    call: (fn, event, caller) => callFunction(host, { fn, event, caller }),
    moveClock: (toMs) => scheduler.move(() => toMs),
    brokenFunctions: () => host.broken(),
    instanceCounts: () => host.instanceCounts(),
    fireTimer: (fn) => fireTimer(host, fn, clock),
  }
}

async function fillFresh(
  { seed, now }: LocalCloudOptions,
  { cloud, store }: { cloud: LocalCloud; store: Store },
): Promise<void> {
  await seed?.(cloud)
  if (now !== undefined) cloud.clock.set(readInstant(now))
  await store.writeFact('seeded', new Date(cloud.clock.now()).toISOString())
}

type Given = Pick<CloudParts, 'store' | 'disk' | 'log' | 'isReady'> &
  Pick<HostSetting, 'onConsole'> & { readonly origin: () => string }

async function openParts(options: LocalCloudOptions, given: Given): Promise<CloudParts> {
  const { dataDir } = options
  const { store, disk, log, origin, isReady } = given
  const functionsDir = functionsDirOf(options)
  const clock = openClock(store)
  if (options.now !== undefined) clock.set(readInstant(options.now))
  const { declarations = {}, storageRules = 'ADMINONLY' } = options
  const readings = readingsWith(options.readings)
  const { transactionLifetimeMs, leastOperationMs } = options
  const limits = { transactionLifetimeMs, leastOperationMs }
  const engine = openEngine({ store, declarations, ...limits, ...readings })
  const variables = await variablesOf(options, store)
  const onConsole = (entry: ConsoleLine): void => {
    given.onConsole(entry)
    printToRecord(host, entry)
  }
  const adminUrl = (callId: string): string => `${origin()}/admin/${callId}`
  const setting = { functionsDir, clock, variables, onConsole, adminUrl, readings }
  const functions = createFunctionsHost({ ...setting, limits: options.functionLimits })
  const { host: watched, lastSeenAt } = watchPhones(functions, clock)
  const faults = createFaults(disk)
  const host = recordCalls(watched, { clock, faults })
  const around = { store, clock, host, lastSeenAt, dataDir, origin, log, readings }
  const platform = await openPlatformRooms({ ...around, declarations, storageRules })
  const { pushes } = options
  if (pushes) await platform.openApi.declarations.declare({ pushes })
  const { timesToFire } = faults
  const dueWork = allDueWork([platform.pay.notices, platform.openApi.mediaChecks])
  const scheduler = createScheduler({ host, clock, log, timesToFire, dueWork })
  const data = { dataDir, declarations, store, disk, engine, readings, log }
  return { ...platform, ...data, clock, functionsDir, host, scheduler, faults, isReady }
}

function functionsDirOf({ functionsDir }: LocalCloudOptions): string {
  return resolve(functionsDir)
}

function openData({ store, dataDir }: LocalCloudOptions) {
  return faultyStore(store === 'memory' ? createMemoryStore() : openStore(dataDir))
}

async function callFunction(
  host: RecordedHost,
  { fn, event, caller }: { fn: string; event: unknown; caller: Caller },
): Promise<{ answer: unknown } & Cost> {
  // What arrives is what JSON leaves of it, as when a phone calls.
  const eventText = JSON.stringify(event ?? {})
  const { record, answer } = host.call({ name: fn, eventText, caller, source: 'wx_client' })
  return { answer: JSON.parse(await answer), ...costOf(record, 'total') }
}

async function fireTimer(host: FunctionsHost, name: string, clock: Clock): Promise<unknown> {
  const eventText = timerEvent(host.find(name)?.triggers[0]?.name ?? name, clock.now())
  return JSON.parse(await host.invoke({ name, eventText, caller: {}, source: 'wx_trigger' }))
}

function readInstant(iso: string): number {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) throw new Error(`"${iso}" is no ISO instant`)
  return ms
}
