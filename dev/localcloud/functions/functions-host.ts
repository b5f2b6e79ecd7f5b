import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { PlatformError } from '../platform-error'
import type { Readings } from '../readings'
import { type CloudIds, createCloudIds } from './cloud-ids'
import {
  type BrokenFunction,
  type FunctionConfig,
  printOfSource,
  readFunction,
  surveyFunctions,
} from './function-config'
import { executeFailed, startInstance } from './instance'
import { createInstancePool, type PoolLimits, usualLimits } from './instance-pool'
import { appId, instanceVariables, invocationOf } from './invocation'
import { refuseLargeAnswer, refuseLargeRequest } from './payload-limits'

export interface Caller {
  /** Absent: no identity, as from a timer or another function. */
  readonly openid?: string
  readonly unionid?: string
  /** The group that the caller entered from. */
  readonly group?: string
}

/** One call from outside, or one that a function makes while it serves it. */
export interface CallRequest {
  readonly name: string
  /** JSON as it came: a function may be sent what is too deep to be written again. */
  readonly eventText: string
  readonly caller: Caller
  /** Who calls, the first caller first: `wx_client`, `wx_trigger`, `wx_client,scf`. */
  readonly source: string
  /** The id of this invocation, when whoever asks wants to know it beforehand. */
  readonly callId?: string
  /** Told when the function itself begins: it has waited for an instance until then. */
  readonly onStart?: () => void
}

/** An invocation under way, found by the address that its SDK talks to. */
export interface RunningCall {
  readonly callId: string
  readonly request: CallRequest
  readonly config: FunctionConfig
  kill(): Promise<void>
}

/** One line that a function printed. */
export interface ConsoleLine {
  readonly name: string
  /** The invocation that printed it; '' while the function was loaded. */
  readonly callId: string
  readonly line: string
}

export interface FunctionsHost {
  /**
   * Runs a function and resolves to its answer as JSON text; rejects with the platform's error when
   * it is absent, crashes or is late.
   */
  invoke(request: CallRequest): Promise<string>
  /** Undefined also when its settings are broken: its calls say how. */
  find(name: string): FunctionConfig | undefined
  list(): FunctionConfig[]
  /** Those that cannot be called as they are now. */
  broken(): BrokenFunction[]
  running(callId: string): RunningCall | undefined
  /** Living instances by function. */
  instanceCounts(): Readonly<Record<string, number>>
  readonly cloudIds: CloudIds
  close(): Promise<void>
}

export interface HostSetting {
  readonly functionsDir: string
  readonly clock: Clock
  /** In every function's environment; one that its own `config.json` names goes before. */
  readonly variables: Readonly<Record<string, string>>
  readonly onConsole: (entry: ConsoleLine) => void
  /** Where the SDK of an invocation sends its requests. */
  readonly adminUrl: (callId: string) => string
  readonly limits?: Partial<PoolLimits>
  readonly readings: Pick<Readings, 'appIdOfTimers'>
}

export function createFunctionsHost(setting: HostSetting): FunctionsHost {
  const { functionsDir, clock, readings } = setting
  const pool = createInstancePool({ ...usualLimits, ...setting.limits })
  const running = new Map<string, RunningCall>()
  const cloudIds = createCloudIds({ appId, now: clock.now })
  let closed = false
  return {
    find: (name) => findSound(functionsDir, name),
    list: () => surveyFunctions(functionsDir).sound,
    broken: () => surveyFunctions(functionsDir).broken,
    running: (callId) => running.get(callId),
    instanceCounts: () => pool.counts(),
    cloudIds,
    async invoke(request) {
      const config = readDeployed(functionsDir, request.name)
      if (config === undefined || closed) throw functionMissing()
      const isFromPhone = request.source === 'wx_client'
      refuseLargeRequest(request.eventText, isFromPhone)
      const wish = {
        name: config.name,
        depth: request.source.split(',').length - 1,
        print: printOfSource(config.folder),
        start: () => startWarm(setting, config),
      }
      const answerText = await pool.use(wish, async (instance) => {
        const callId = request.callId ?? randomUUID()
        const kill = (): Promise<void> => instance.kill(executeFailed('the instance was killed'))
        running.set(callId, { callId, request, config, kill })
        try {
          const parts = { config, request, callId, clock, cloudIds, readings }
          const invocation = invocationOf(parts, setting.adminUrl(callId))
          request.onStart?.()
          return await instance.run(invocation, config.timeoutSeconds)
        } finally {
          running.delete(callId)
        }
      })
      refuseLargeAnswer(answerText, isFromPhone)
      return answerText
    },
    async close() {
      closed = true
      await pool.close()
    },
  }
}

export function functionMissing(): PlatformError {
  return new PlatformError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found')
}

function findSound(functionsDir: string, name: string): FunctionConfig | undefined {
  try {
    return readFunction(functionsDir, name)
  } catch {
    return undefined
  }
}

/** A broken `config.json` fails the call, with its reason. */
function readDeployed(functionsDir: string, name: string): FunctionConfig | undefined {
  try {
    return readFunction(functionsDir, name)
  } catch (fault) {
    throw executeFailed(fault instanceof Error ? fault.message : String(fault))
  }
}

function startWarm(setting: HostSetting, config: FunctionConfig) {
  const { name } = config
  return startInstance({
    entry: config.entry,
    env: instanceVariables(config, setting.variables),
    memoryMb: config.memoryMb,
    clock: setting.clock.reading,
    print(callId, text) {
      for (const line of text.replace(/\n$/, '').split('\n')) {
        setting.onConsole({ name, callId, line })
      }
    },
  })
}
