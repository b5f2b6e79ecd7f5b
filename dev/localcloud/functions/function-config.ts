import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Trigger {
  readonly name: string
  /** Seven fields, seconds first, in UTC+8. */
  readonly config: string
}

/** What a function's own `config.json` says. */
export interface FunctionConfig {
  readonly entry: string
  readonly timeoutSeconds: number
  readonly triggers: readonly Trigger[]
}

const defaultSeconds = 20
const mostSeconds = 60

/** The function in a folder of this name, or undefined when none was built there. */
export function readFunction(functionsDir: string, name: string): FunctionConfig | undefined {
  if (!/^[A-Za-z][\w-]{0,59}$/.test(name)) return undefined
  const folder = join(functionsDir, name)
  const entry = join(folder, 'index.js')
  if (!existsSync(entry)) return undefined
  const file = join(folder, 'config.json')
  const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const config = typeof raw === 'object' && raw !== null ? raw : {}
  const timeout = 'timeout' in config ? Number(config.timeout) : defaultSeconds
  const triggers = 'triggers' in config && Array.isArray(config.triggers) ? config.triggers : []
  return {
    entry,
    timeoutSeconds: timeout > 0 ? Math.min(timeout, mostSeconds) : defaultSeconds,
    triggers: triggers.flatMap(readTrigger),
  }
}

function readTrigger(raw: unknown): Trigger[] {
  if (typeof raw !== 'object' || raw === null) return []
  if (!('name' in raw) || !('config' in raw)) return []
  return [{ name: String(raw.name), config: String(raw.config) }]
}
