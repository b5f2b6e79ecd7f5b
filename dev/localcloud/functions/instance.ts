import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ClockReading } from '../clock'
import { PlatformError } from '../platform-error'

/** What a worker is told for one invocation. */
export interface Invocation {
  readonly callId: string
  readonly eventText: string
  /** What the platform writes into an event that is an object: who calls, open data. */
  readonly additions: Readonly<Record<string, unknown>>
  readonly env: Readonly<Record<string, string>>
  readonly clock: ClockReading
  readonly context: Readonly<Record<string, string | number>>
}

/** One warm copy of a function. */
export interface Instance {
  /** Runs one invocation and answers JSON; the instance is dead when it rejects with its death. */
  run(invocation: Invocation, timeoutSeconds: number): Promise<string>
  /** Ends the thread wherever it is. */
  kill(reason: PlatformError): Promise<void>
  alive(): boolean
}

export interface InstanceSetting {
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  readonly memoryMb: number
  readonly clock: ClockReading
  /** What the function prints, with the call that it serves; '' while it is loaded. */
  readonly print: (callId: string, text: string) => void
}

interface Waiting {
  resolve(message: object): void
  reject(fault: Error): void
}

/** The platform's limit counts a whole container; Node itself takes about this much of it. */
const runtimeMb = 40
/** How long the platform lets a function load (Tencent SCF, "initialization timeout"). */
const mostLoadingSeconds = 65

/** Starts a worker and waits until its bundle is loaded: the cold start. */
export async function startInstance(setting: InstanceSetting): Promise<Instance> {
  const worker = startWorker(setting)
  let waiting: Waiting | undefined
  let death: PlatformError | undefined
  const die = (fault: PlatformError): void => {
    death ??= fault
    waiting?.reject(death)
    waiting = undefined
  }
  listen(worker, setting, {
    die,
    take(message) {
      const receiver = waiting
      waiting = undefined
      receiver?.resolve(message)
    },
  })
  const kill = async (reason: PlatformError): Promise<void> => {
    die(reason)
    await worker.terminate()
  }
  const answerOf = async (seconds: number): Promise<object> => {
    const timer = setTimeout(() => kill(timedOut(seconds)), seconds * 1000)
    try {
      return await new Promise<object>((resolve, reject) => {
        if (death !== undefined) reject(death)
        else waiting = { resolve, reject }
      })
    } finally {
      clearTimeout(timer)
    }
  }
  const loaded = await answerOf(mostLoadingSeconds)
  if (!('ready' in loaded) || loaded.ready !== true) {
    const fault = executeFailed(errorOf(loaded))
    await kill(fault)
    throw fault
  }
  return {
    alive: () => death === undefined,
    kill,
    async run(invocation, timeoutSeconds) {
      const answer = answerOf(timeoutSeconds)
      worker.postMessage(invocation)
      const message = await answer
      if ('answer' in message) return String(message.answer)
      throw executeFailed(errorOf(message))
    },
  }
}

function startWorker(setting: InstanceSetting): Worker {
  const heapMb = setting.memoryMb - runtimeMb
  return new Worker(join(__dirname, 'worker-entry.cjs'), {
    workerData: {
      entry: setting.entry,
      clock: setting.clock,
      mostBytes: heapMb * 1024 * 1024,
    },
    env: { ...setting.env },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What this process was started with, a TypeScript loader say, is not the function's.
    execArgv: [],
  })
}

interface Receiver {
  take(message: object): void
  die(fault: PlatformError): void
}

function listen(worker: Worker, { memoryMb, print }: InstanceSetting, receiver: Receiver): void {
  worker.on('message', (message: object) => {
    if ('printed' in message && 'callId' in message) {
      print(String(message.callId), String(message.printed))
    } else if ('tooLarge' in message) receiver.die(memoryExceeded(memoryMb))
    else receiver.take(message)
  })
  worker.on('error', (fault: Error & { code?: string }) => {
    const isMemory = fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
    receiver.die(isMemory ? memoryExceeded(memoryMb) : executeFailed(describe(fault)))
  })
  worker.on('exit', (code) => {
    receiver.die(executeFailed(`Process exited before completing request: code ${code}`))
  })
}

export function executeFailed(reason: string): PlatformError {
  return new PlatformError('FUNCTIONS_EXECUTE_FAIL', reason)
}

function timedOut(seconds: number): PlatformError {
  const message = `Invoking task timed out after ${seconds} seconds`
  return new PlatformError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message)
}

/** The code is documented (docs.cloudbase.net/error-code/basic), the sentence is ours. */
function memoryExceeded(memoryMb: number): PlatformError {
  const message = `Memory usage exceeded the limit of ${memoryMb} MB`
  return new PlatformError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message)
}

function errorOf(message: object): string {
  return 'error' in message ? String(message.error) : 'the function gave no answer'
}

function describe(fault: Error): string {
  return `${fault.name}: ${fault.message}`
}
