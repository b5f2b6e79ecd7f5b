// One instance of a cloud function: a thread that runs one invocation at a time, with its own
// environment variables, as the platform's containers do.
const Module = require('node:module')
const { parentPort, workerData } = require('node:worker_threads')
const { keepCompiled } = require('./keep-compiled.cjs')

const { entry, mostBytes } = workerData
const watchMs = 200

let { clock } = workerData
let callId = ''
moveTime()
sendPrintedLines()
lendSdk()
keepCompiled(entry)

const ownVariables = { ...process.env }
let main
try {
  main = require(entry).main
  if (typeof main !== 'function') throw new Error('the function exports no `main`')
  parentPort.postMessage({ ready: true })
} catch (fault) {
  parentPort.postMessage({ ready: false, error: describe(fault) })
}

parentPort.on('message', async (invocation) => {
  const { eventText, additions, env, context } = invocation
  callId = invocation.callId
  clock = invocation.clock
  // What the call before left in the environment must not be seen by this one.
  for (const key of Object.keys(process.env)) {
    if (!Object.hasOwn(ownVariables, key)) delete process.env[key]
  }
  Object.assign(process.env, ownVariables, env)
  const watch = setInterval(leaveAboveLimit, watchMs)
  try {
    const answer = await run(eventOf(eventText, additions), context)
    leaveAboveLimit()
    parentPort.postMessage({ answer: JSON.stringify(answer ?? null) ?? 'null' })
  } catch (fault) {
    parentPort.postMessage({ error: describe(fault) })
  } finally {
    clearInterval(watch)
  }
})

/**
 * A promise is waited for, and then the callback counts for nothing; a value is the answer; who
 * returns nothing and takes a callback answers by it. The platform goes on until the event loop is
 * empty after a callback, which nobody can see from inside, so the answer is given at once.
 */
function run(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (fault, answer) => (fault ? reject(fault) : resolve(answer))
    const returned = main(event, context, callback)
    const isLate = typeof returned?.then === 'function'
    if (isLate || returned !== undefined || main.length < 3) resolve(returned)
  })
}

function eventOf(eventText, additions) {
  const event = JSON.parse(eventText)
  const isPlain = typeof event === 'object' && event !== null && !Array.isArray(event)
  return isPlain ? { ...event, ...additions } : event
}

/** Functions see the cloud's clock; their timers still run in real time. */
function moveTime() {
  const RealDate = Date
  const now = () => clock.heldAtMs ?? RealDate.now() + clock.offsetMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, created) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, created),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  RealDate.prototype.constructor = globalThis.Date
}

/**
 * A thread's own output reaches the host some time later; sent with the messages, what a call
 * printed comes before its answer, also from a loop that never ends.
 */
function sendPrintedLines() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, done) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
      parentPort.postMessage({ callId, printed: text })
      const after = typeof encoding === 'function' ? encoding : done
      if (after) process.nextTick(after)
      return true
    }
  }
  // Where the SDK's `cloud.logger()` writes on the platform.
  console.__baseLog__ = (message, level) => console[level](JSON.stringify(message))
}

/** A function without an SDK in reach, its own or one in a folder above, is lent the project's. */
function lendSdk() {
  const find = Module._resolveFilename
  Module._resolveFilename = function findOrLend(request, ...rest) {
    try {
      return find.call(this, request, ...rest)
    } catch (fault) {
      if (request !== 'wx-server-sdk' || fault.code !== 'MODULE_NOT_FOUND') throw fault
      return find.call(this, request, module, false)
    }
  }
}

/** V8 bounds the heap by itself; buffers lie outside of it and are counted here. */
function leaveAboveLimit() {
  const { heapUsed, external } = process.memoryUsage()
  if (heapUsed + external <= mostBytes) return
  parentPort.postMessage({ tooLarge: true })
  process.exit(1)
}

function describe(fault) {
  if (fault instanceof Error || typeof fault?.stack === 'string') {
    return `${fault.name}: ${fault.message}\n${fault.stack}`
  }
  try {
    return typeof fault === 'string' ? fault : (JSON.stringify(fault) ?? String(fault))
  } catch {
    return String(fault)
  }
}
