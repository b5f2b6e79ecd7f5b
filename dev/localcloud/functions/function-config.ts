import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import JSON5 from 'json5'
import { cronFault } from './cron'

export interface Trigger {
  readonly name: string
  /** Seven fields, seconds first, in UTC+8. */
  readonly config: string
}

/** A function and what its own `config.json` and `package.json` say of it. */
export interface FunctionConfig {
  readonly name: string
  readonly folder: string
  /** The file whose `main` is called. */
  readonly entry: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly triggers: readonly Trigger[]
  /** The open interfaces that it may call, as `permissions.openapi` lists them. */
  readonly openapi: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

/** What the platform gives a function whose `config.json` says nothing (wechat.md, section 2). */
const defaultSeconds = 3
const mostSeconds = 60
const defaultMemoryMb = 256
const memoryMbSold = [128, 256, 512, 1024, 2048, 3072]

const functionName = /^[A-Za-z][\w-]{0,59}$/
const triggerName = /^[A-Za-z][\w-]{0,59}$/

/** A function that could not be deployed as it is; the message names the file and the reason. */
export class FunctionConfigError extends Error {}

/** A function that nobody can call until its files are mended. */
export interface BrokenFunction {
  readonly name: string
  /** Names the file, and what is wrong with it. */
  readonly reason: string
}

/**
 * The function in a folder of this name, or undefined when there is none.
 * @throws FunctionConfigError when its `config.json` or `package.json` is malformed.
 */
export function readFunction(functionsDir: string, name: string): FunctionConfig | undefined {
  if (!functionName.test(name) || name === 'node_modules') return undefined
  const folder = join(functionsDir, name)
  const entry = findEntry(folder)
  if (entry === undefined) return undefined
  const file = join(folder, 'config.json')
  // The platform's own templates explain their `config.json` in comments.
  const config = existsSync(file) ? readObject(file, JSON5.parse) : {}
  const fail = (reason: string): never => {
    throw new FunctionConfigError(`${file}: ${reason}`)
  }
  return {
    name,
    folder,
    entry,
    timeoutSeconds: readTimeout(config.timeout, fail),
    memoryMb: readMemory(config.memorySize, fail),
    triggers: readTriggers(config.triggers, fail),
    openapi: readOpenapi(config.permissions, fail),
    variables: readVariables(config.envVariables, fail),
  }
}

/**
 * Every function of a folder, by name; none when the folder is missing. One that is broken stands
 * apart with its reason and keeps no other from being called.
 */
export function surveyFunctions(functionsDir: string): {
  sound: FunctionConfig[]
  broken: BrokenFunction[]
} {
  const sound: FunctionConfig[] = []
  const broken: BrokenFunction[] = []
  for (const name of existsSync(functionsDir) ? readdirSync(functionsDir).sort() : []) {
    try {
      const found = readFunction(functionsDir, name)
      if (found !== undefined) sound.push(found)
    } catch (fault) {
      broken.push({ name, reason: fault instanceof Error ? fault.message : String(fault) })
    }
  }
  return { sound, broken }
}

/** How a broken function is told of at the start. */
export function tellBroken({ name, reason }: BrokenFunction): string {
  return `the function "${name}" cannot be called until this is mended: ${reason}`
}

/** Whether the function's `config.json` lists the open interface; else the platform's -604101. */
export function isPermitted(config: FunctionConfig, apiName: string): boolean {
  return config.openapi.includes(apiName)
}

/**
 * Tells whether anything that was deployed with a function has changed: its own files by name,
 * size and time, its installed packages by the time of their folder.
 */
export function printOfSource(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && entry.name !== 'node_modules') return printOfSource(path)
      const found = statSync(path, { throwIfNoEntry: false })
      return `${path}:${found?.size}:${found?.mtimeMs}`
    })
    .join('|')
}

function findEntry(folder: string): string | undefined {
  const file = join(folder, 'package.json')
  const index = join(folder, 'index.js')
  if (!existsSync(file)) return isFile(index) ? index : undefined
  const { main } = readObject(file, JSON.parse)
  if (main === undefined) return isFile(index) ? index : undefined
  if (typeof main !== 'string') throw new FunctionConfigError(`${file}: "main" is no text`)
  const named = join(folder, main)
  const found = [named, `${named}.js`, join(named, 'index.js')].find(isFile)
  if (found === undefined) {
    throw new FunctionConfigError(`${file}: "main" is ${main}, and there is no such file`)
  }
  return found
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

type Fail = (reason: string) => never

function readTimeout(timeout: unknown, fail: Fail): number {
  if (timeout === undefined) return defaultSeconds
  const fits = Number.isInteger(timeout) && Number(timeout) >= 1 && Number(timeout) <= mostSeconds
  return fits ? Number(timeout) : fail(`"timeout" is whole seconds from 1 to ${mostSeconds}`)
}

function readMemory(memorySize: unknown, fail: Fail): number {
  if (memorySize === undefined) return defaultMemoryMb
  const fits = memoryMbSold.some((mb) => mb === memorySize)
  return fits ? Number(memorySize) : fail(`"memorySize" is one of ${memoryMbSold.join(', ')} MB`)
}

/** One timer a function, named by letters, digits, `-` and `_` (the platform's triggers page). */
function readTriggers(triggers: unknown, fail: Fail): Trigger[] {
  if (triggers === undefined) return []
  if (!Array.isArray(triggers)) return fail('"triggers" is a list')
  if (triggers.length > 1) fail('the platform allows one trigger a function')
  return triggers.map((trigger: unknown) => {
    if (!isObject(trigger)) return fail('a trigger is {"name", "type": "timer", "config"}')
    const { name, type, config } = trigger
    if (typeof name !== 'string' || !triggerName.test(name)) {
      return fail('the name of a trigger is up to 60 letters, digits, - and _, a letter first')
    }
    if (type !== 'timer') return fail(`the trigger "${name}" is of another type than "timer"`)
    if (typeof config !== 'string') return fail(`the trigger "${name}" has no "config"`)
    const fault = cronFault(config)
    return fault === undefined ? { name, config } : fail(`the trigger "${name}": ${fault}`)
  })
}

function readOpenapi(permissions: unknown, fail: Fail): string[] {
  if (permissions === undefined) return []
  if (!isObject(permissions)) return fail('"permissions" is {"openapi": [...]}')
  const { openapi = [] } = permissions
  if (!isTexts(openapi)) return fail('"permissions.openapi" is a list of names')
  return openapi
}

function readVariables(variables: unknown, fail: Fail): Record<string, string> {
  if (variables === undefined) return {}
  if (!isObject(variables)) return fail('"envVariables" is an object of texts')
  return Object.fromEntries(
    Object.entries(variables).map(([key, value]) =>
      typeof value === 'string' ? [key, value] : fail(`the variable "${key}" is no text`),
    ),
  )
}

function readObject(file: string, parse: (text: string) => unknown): Record<string, unknown> {
  let parsed: unknown
  try {
    parsed = parse(readFileSync(file, 'utf8'))
  } catch (fault) {
    throw new FunctionConfigError(`${file} is not JSON: ${String(fault)}`)
  }
  if (!isObject(parsed)) throw new FunctionConfigError(`${file} is not a JSON object`)
  return parsed
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
