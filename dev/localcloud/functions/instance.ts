import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PlatformError } from '../platform-error'

/** What a worker is told for one invocation. */
export interface Invocation {
  readonly eventText: string
  /** Who calls, as the platform writes it into an event from a phone. */
  readonly userInfo?: { readonly appId: string; readonly openId: string }
  readonly env: Readonly<Record<string, string>>
  readonly clockOffsetMs: number
  readonly context: Readonly<Record<string, string | number>>
}

/** One warm copy of a function. */
export interface Instance {
  /** Runs one invocation; the instance is dead when this rejects with its death. */
  run(invocation: Invocation, timeoutSeconds: number): Promise<unknown>
  /** Ends the thread wherever it is. */
  kill(reason: PlatformError): Promise<void>
  alive(): boolean
}

export interface InstanceSetting {
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  readonly clockOffsetMs: number
  readonly log: (line: string) => void
}

interface Waiting {
  resolve(answer: unknown): void
  reject(fault: Error): void
}

/** Starts a worker and waits until its bundle is loaded: the cold start. */
export async function startInstance(setting: InstanceSetting): Promise<Instance> {
  const worker = new Worker(join(__dirname, 'worker-entry.cjs'), {
    workerData: { entry: setting.entry, offsetMs: setting.clockOffsetMs },
    env: { ...setting.env },
    // What this process was started with, a TypeScript loader say, is not the function's.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  worker.stdout.on('data', (chunk: Buffer) => setting.log(chunk.toString()))
  worker.stderr.on('data', (chunk: Buffer) => setting.log(chunk.toString()))
  let waiting: Waiting | undefined
  let death: PlatformError | undefined
  const die = (fault: PlatformError): void => {
    death ??= fault
    waiting?.reject(death)
    waiting = undefined
  }
  worker.on('message', (message: unknown) => {
    const receiver = waiting
    waiting = undefined
    receiver?.resolve(message)
  })
  worker.on('error', (fault) => die(executeFailed(`${fault.name}: ${fault.message}`)))
  worker.on('exit', (code) => die(executeFailed(`the instance exited with code ${code}`)))
  const answerOf = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (death !== undefined) reject(death)
      else waiting = { resolve, reject }
    })
  const kill = async (reason: PlatformError): Promise<void> => {
    die(reason)
    await worker.terminate()
  }
  const loaded = await answerOf()
  if (!isReady(loaded)) {
    const fault = executeFailed(errorOf(loaded))
    await kill(fault)
    throw fault
  }
  return {
    alive: () => death === undefined,
    kill,
    async run(invocation, timeoutSeconds) {
      const answer = answerOf()
      worker.postMessage(invocation)
      const timer = setTimeout(() => kill(timedOut(timeoutSeconds)), timeoutSeconds * 1000)
      try {
        return readAnswer(await answer)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

export function executeFailed(reason: string): PlatformError {
  return new PlatformError('FUNCTIONS_EXECUTE_FAIL', reason)
}

function timedOut(seconds: number): PlatformError {
  const message = `Invoking task timed out after ${seconds} seconds`
  return new PlatformError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message)
}

function isReady(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'ready' in message && message.ready === true
  )
}

function readAnswer(message: unknown): unknown {
  if (typeof message === 'object' && message !== null && 'answer' in message) {
    return JSON.parse(String(message.answer))
  }
  throw executeFailed(errorOf(message))
}

function errorOf(message: unknown): string {
  const known = typeof message === 'object' && message !== null && 'error' in message
  return known ? String(message.error) : 'the function gave no answer'
}
