import { execFileSync } from 'node:child_process'

/**
 * Runs a script of this folder in a fresh process and reads what it prints: one line of JSON, of
 * numbers by their names. Memory and starts mean nothing in a process that did other things before.
 */
export function runFresh(script: string, args: readonly string[]): Record<string, number> {
  const flags = ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx']
  const printed = execFileSync(process.execPath, [...flags, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(printed.toString())
}

const bytesOfMb = 1024 * 1024

/** The memory that this process holds now, garbage collected, and the most it ever held. */
export function residentMb(): { now: number; most: number } {
  globalThis.gc?.()
  const most = process.resourceUsage().maxRSS / 1024
  return { now: process.memoryUsage.rss() / bytesOfMb, most }
}
