import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Step {
  /** What is being done, in the words printed on the screen. */
  readonly label: string
  readonly usuallySeconds: number
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Everything that the command prints goes here. */
  readonly logFile: string
}

const PROGRESS_EVERY_MS = 10_000

/**
 * Runs a long command quietly: its output goes to a file, the screen gets one line every ten
 * seconds. Answers the exit code; a command that was killed answers 1.
 */
export async function runStep(step: Step): Promise<number> {
  mkdirSync(dirname(step.logFile), { recursive: true })
  const log = createWriteStream(step.logFile)
  const child = spawn(step.command, step.args, {
    cwd: step.cwd,
    env: { ...process.env, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stopProgress = showProgress(step.label, step.usuallySeconds)
  const stopForwarding = forwardSignals((signal) => child.kill(signal))
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve(exitCode ?? 1))
  }).finally(() => {
    stopProgress()
    stopForwarding()
  })
  await new Promise((resolve) => log.end(resolve))
  return code
}

/** Prints the label and the seconds so far, every ten seconds, until the answer is called. */
export function showProgress(label: string, usuallySeconds: number): () => void {
  const startedAt = Date.now()
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    console.log(`${label}, ${seconds} s so far, usually about ${usuallySeconds} s`)
  }, PROGRESS_EVERY_MS)
  return () => clearInterval(timer)
}

/** The end of a log, for the person who has to find out what went wrong. */
export function lastLines(logFile: string, count: number): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}

function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const forward = (signal: NodeJS.Signals) => {
    send(signal)
    process.exit(130)
  }
  for (const signal of signals) process.on(signal, forward)
  return () => {
    for (const signal of signals) process.off(signal, forward)
  }
}
