import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'

export type CallFunction = (call: { name: string; data: unknown }) => Promise<unknown>

/** What a page was given until it came to rest. */
export interface FirstScreen {
  /** Bytes of each `setData`, in order, as JSON in UTF-8. */
  readonly setDataBytes: readonly number[]
  /** Processor time from the app's first line to the last of them. */
  readonly processorMs: number
  readonly cloudCalls: number
  /** All that can be read on the page, and what is said to a screen reader. */
  readonly text: string
}

export interface Opening {
  readonly dist: string
  readonly route: string
  readonly query?: Readonly<Record<string, string>>
  readonly callFunction: CallFunction
  /** What the phone has kept; a visit adds to it. */
  readonly storage: Map<string, unknown>
}

/** A page that stays open, to be tapped. */
export interface HeldScreen {
  /** All that can be read on the page now. */
  text(): string
  /** Bytes of what the page is given from the act until it has come to rest. */
  bytesOf(act: () => void): Promise<number>
  /** Taps what has this class, the last of them where there are several. */
  tap(className: string): void
  reachBottom(): void
}

type Data = Record<string, unknown>
type Definition = Record<string, unknown>

/** Quiet for so long, with no call under way, a page has come to rest. */
const QUIET_MS = 300
const PATIENCE_MS = 20_000

/**
 * Opens one page of a built mini-program on a phone that is nothing but `wx`: what the app gives to
 * `setData` is counted and drawn nowhere, so that all processor time is the app's own.
 */
export async function openOnBarePhone(opening: Opening): Promise<FirstScreen> {
  const { screen, comeToRest } = open(opening)
  await comeToRest()
  return screen()
}

/** The same, and the page stays there. */
export async function holdOnBarePhone(opening: Opening): Promise<HeldScreen> {
  const { screen, comeToRest, page, data } = open(opening)
  await comeToRest()
  return {
    text: () => screen().text,
    async bytesOf(act) {
      const { length } = screen().setDataBytes
      act()
      await comeToRest()
      return screen()
        .setDataBytes.slice(length)
        .reduce((sum, bytes) => sum + bytes, 0)
    },
    tap: (className) => tap(page, pathTo(data.root, className)),
    reachBottom: () => run(page, 'onReachBottom'),
  }
}

function open(opening: Opening) {
  const setDataBytes: number[] = []
  const watch = { cloudCalls: 0, underWay: 0, lastAt: 0, ms: 0 }
  const before = process.cpuUsage()
  const data: Data = {}
  const note = () => {
    const { user, system } = process.cpuUsage(before)
    watch.lastAt = Date.now()
    watch.ms = (user + system) / 1000
  }
  const setData = (changes: Data, then?: () => void) => {
    setDataBytes.push(Buffer.byteLength(JSON.stringify(changes)))
    note()
    for (const [path, value] of Object.entries(changes)) put(data, path, value)
    if (then) setImmediate(then)
  }
  const callFunction: CallFunction = async (call) => {
    watch.cloudCalls += 1
    watch.underWay += 1
    return opening.callFunction(call).finally(() => {
      watch.underWay -= 1
    })
  }
  const page = startApp({ ...opening, callFunction }, { data, setData })
  const comeToRest = async () => {
    const end = Date.now() + PATIENCE_MS
    const isAtRest = () => watch.underWay === 0 && Date.now() - watch.lastAt > QUIET_MS
    // An act is given its time before it is looked whether anything came of it.
    watch.lastAt = Date.now()
    while (setDataBytes.length === 0 || !isAtRest()) {
      if (Date.now() > end) throw new Error(`${opening.route} did not come to rest`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const screen = (): FirstScreen => {
    const { cloudCalls, ms } = watch
    return { setDataBytes, cloudCalls, processorMs: ms, text: textIn(data.root) }
  }
  return { page, data, screen, comeToRest }
}

/** From what is tapped up to the page: each of them hears of it, as on the platform. */
function tap(page: Definition, path: readonly Data[]): void {
  for (const node of path) {
    const at = { id: node.sid, dataset: { sid: node.sid } }
    run(page, 'eh', { type: 'tap', currentTarget: at, target: at, detail: {}, timeStamp: 0 })
  }
}

/** The last node of this class and all that it lies in, itself first. */
function pathTo(root: unknown, className: string): readonly Data[] {
  const found = deepest(root, className)
  if (!found) throw new Error(`nothing on the page is a ${className}`)
  return found
}

function deepest(node: unknown, className: string): readonly Data[] | null {
  if (!isRecord(node)) return null
  const children = isRecord(node.cn) ? Object.values(node.cn) : []
  for (const child of children.reverse()) {
    const path = deepest(child, className)
    if (path) return [...path, node]
  }
  const classes = typeof node.cl === 'string' ? node.cl.split(' ') : []
  return classes.includes(className) ? [node] : null
}

interface Screen {
  readonly data: Data
  readonly setData: (changes: Data, then?: () => void) => void
}

function startApp(opening: Opening, screen: Screen): Definition {
  const defined: { app?: Definition; page?: Definition } = {}
  const pages: Definition[] = []
  const define = (name: 'app' | 'page') => (definition: Definition) => {
    defined[name] = definition
  }
  const load = loaderFor([
    ['wx', phoneOf(opening)],
    ['App', define('app')],
    ['Page', define('page')],
    ['Component', () => undefined],
    ['getApp', () => defined.app],
    ['getCurrentPages', () => pages],
  ])
  load(join(opening.dist, 'app.js'))
  const launched = { path: opening.route, query: {}, scene: 1001 }
  run(defined.app, 'onLaunch', launched)
  run(defined.app, 'onShow', launched)
  load(join(opening.dist, `${opening.route}.js`))
  const page: Definition = { ...defined.page, ...screen, route: opening.route }
  pages.push(page)
  run(page, 'onLoad', { ...opening.query })
  run(page, 'onShow')
  setImmediate(() => run(page, 'onReady'))
  return page
}

function run(target: Definition | undefined, name: string, ...args: readonly unknown[]): void {
  const method = target?.[name]
  if (typeof method === 'function') method.apply(target, args)
}

/** Loads scripts as the platform does: each once, with the phone's names in scope. */
function loaderFor(scope: readonly (readonly [name: string, value: unknown])[]) {
  const loaded = new Map<string, unknown>()
  const load = (file: string): unknown => {
    if (loaded.has(file)) return loaded.get(file)
    const module = { exports: {} }
    loaded.set(file, module.exports)
    const names = ['require', 'module', 'exports', ...scope.map(([name]) => name)]
    const script = compileFunction(readFileSync(file, 'utf8'), names, { filename: file })
    const require = (name: string) => load(scriptAt(join(dirname(file), name)))
    script(require, module, module.exports, ...scope.map(([, value]) => value))
    return module.exports
  }
  return load
}

function scriptAt(path: string): string {
  return path.endsWith('.js') ? path : `${path}.js`
}

const quiet = [
  ...['onNetworkStatusChange', 'offNetworkStatusChange', 'stopPullDownRefresh'],
  ...['setScreenBrightness', 'getScreenBrightness', 'setKeepScreenOn', 'setNavigationBarTitle'],
]

function phoneOf({ callFunction, storage }: Opening): Record<string, unknown> {
  const screen = { SDKVersion: '3.7.0', platform: 'ios', windowWidth: 375, windowHeight: 812 }
  const facts = { getSystemInfoSync: screen, getWindowInfo: screen, getAppBaseInfo: screen }
  const launched = { path: '', query: {}, scene: 1001 }
  const starts = { getLaunchOptionsSync: launched, getEnterOptionsSync: launched }
  const answers = { ...facts, ...starts, canIUse: false }
  const answering = Object.entries(answers).map(([name, answer]) => [name, () => answer])
  return {
    ...Object.fromEntries([...answering, ...quiet.map((name) => [name, () => undefined])]),
    cloud: { init: () => undefined, callFunction },
    nextTick: setImmediate,
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
  }
}

/** `root.cn.[0].cn`: what the platform does with a path of `setData`. */
function put(data: Data, path: string, value: unknown): void {
  const steps = path.split('.').map((step) => step.replace(/[[\]]/g, ''))
  let at: unknown = data
  for (const step of steps.slice(0, -1)) {
    if (!isRecord(at)) throw new Error(`setData: nothing is at ${path}`)
    at[step] ??= {}
    at = at[step]
  }
  if (!isRecord(at)) throw new Error(`setData: nothing is at ${path}`)
  at[steps.at(-1) ?? ''] = value
}

function textIn(node: unknown): string {
  if (!isRecord(node)) return ''
  const said = [node.v, node.ariaLabel].filter((text) => typeof text === 'string')
  const children = isRecord(node.cn) ? Object.values(node.cn) : []
  return [...said, ...children.map(textIn)].join(' ')
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}
