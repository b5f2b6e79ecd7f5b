import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { Meter } from '../gateway/meter'
import { PlatformError } from '../platform-error'
import { type FunctionConfig, readFunction } from './function-config'
import { executeFailed, type Instance, type Invocation, startInstance } from './instance'

export interface Caller {
  /** Absent: no identity, as from a timer or another function. */
  readonly openid?: string
  /** The group that the caller entered from. */
  readonly group?: string
}

/** Kills the function around its n-th database call, to see what a crash leaves behind. */
export interface Fault {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** One call from outside, or one that a function makes while it serves it. */
export interface CallRequest {
  readonly name: string
  /** JSON as it came: a function may be sent what is too deep to be written again. */
  readonly eventText: string
  readonly caller: Caller
  readonly source: 'wx_client' | 'wx_trigger' | 'scf'
  readonly meter: Meter
  readonly fault?: Fault
}

/** An invocation under way, found by the address that its SDK talks to. */
export interface RunningCall {
  readonly request: CallRequest
  kill(): Promise<void>
}

export interface FunctionsHost {
  /** Runs a function; rejects with the platform's error when it is absent, crashes or is late. */
  invoke(request: CallRequest): Promise<unknown>
  find(name: string): FunctionConfig | undefined
  running(callId: string): RunningCall | undefined
  close(): Promise<void>
}

export interface HostSetting {
  readonly functionsDir: string
  readonly clock: Clock
  readonly codeSecret: string
  readonly log: (text: string) => void
  /** Where the SDK of an invocation sends its requests. */
  readonly adminUrl: (callId: string) => string
}

interface Pool {
  readonly idle: Instance[]
  readonly queue: (() => void)[]
  startedCount: number
}

const mostInstances = 4
export const appId = 'wx0000000000huilin'

export function createFunctionsHost(setting: HostSetting): FunctionsHost {
  const pools = new Map<string, Pool>()
  const running = new Map<string, RunningCall>()
  const instances = new Set<Instance>()
  let closed = false
  return {
    find: (name) => readFunction(setting.functionsDir, name),
    running: (callId) => running.get(callId),
    async invoke(request) {
      const config = readFunction(setting.functionsDir, request.name)
      if (config === undefined || closed) throw functionMissing()
      const pool = poolOf(pools, request.name)
      const instance = await take(pool, async () => {
        const started = await startInstance({
          entry: config.entry,
          env: instanceEnv(setting, request.name),
          clockOffsetMs: setting.clock.offsetMs,
          log: setting.log,
        })
        instances.add(started)
        return started
      })
      const callId = randomUUID()
      const kill = (): Promise<void> => instance.kill(executeFailed('the instance was killed'))
      running.set(callId, { request, kill })
      try {
        return await instance.run(invocation(setting, request, callId), config.timeoutSeconds)
      } finally {
        running.delete(callId)
        if (!instance.alive()) instances.delete(instance)
        giveBack(pool, instance)
      }
    },
    async close() {
      closed = true
      const reason = executeFailed('the cloud was closed')
      await Promise.all([...instances].map((instance) => instance.kill(reason)))
    },
  }
}

export function functionMissing(): PlatformError {
  return new PlatformError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found')
}

function poolOf(pools: Map<string, Pool>, name: string): Pool {
  const known = pools.get(name)
  if (known !== undefined) return known
  const pool: Pool = { idle: [], queue: [], startedCount: 0 }
  pools.set(name, pool)
  return pool
}

/** An idle instance, a new one while there may be more, else the next that becomes idle. */
async function take(pool: Pool, start: () => Promise<Instance>): Promise<Instance> {
  for (;;) {
    const idle = pool.idle.pop()
    if (idle?.alive()) return idle
    if (idle !== undefined) {
      pool.startedCount -= 1
      continue
    }
    if (pool.startedCount < mostInstances) {
      pool.startedCount += 1
      try {
        return await start()
      } catch (fault) {
        pool.startedCount -= 1
        pool.queue.shift()?.()
        throw fault
      }
    }
    await new Promise<void>((resolve) => pool.queue.push(resolve))
  }
}

function giveBack(pool: Pool, instance: Instance): void {
  pool.idle.push(instance)
  pool.queue.shift()?.()
}

function invocation(setting: HostSetting, request: CallRequest, callId: string) {
  const { caller, source, name } = request
  const env: Record<string, string> = {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_APPID: appId,
    TCB_SOURCE: source,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: setting.adminUrl(callId) }),
  }
  if (caller.openid !== undefined) env.WX_OPENID = caller.openid
  if (caller.group !== undefined) env.WX_GROUP = caller.group
  const context = { request_id: callId, function_name: name, memory_limit_in_mb: 256 }
  const { eventText } = request
  const userInfo = userInfoFor(request)
  return { eventText, userInfo, env, clockOffsetMs: setting.clock.offsetMs, context }
}

/** The platform writes the caller into the event; whatever the phone had put there is gone. */
function userInfoFor({ caller, source }: CallRequest): Invocation['userInfo'] {
  if (source !== 'wx_client' || caller.openid === undefined) return undefined
  return { appId, openId: caller.openid }
}

function instanceEnv(setting: HostSetting, name: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    SCF_FUNCTIONNAME: name,
    TCB_ENV: 'local',
    // The SDK signs its requests before it sends them; the gateway does not look at signatures.
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    HUILIN_CODE_SECRET: setting.codeSecret,
  }
}
