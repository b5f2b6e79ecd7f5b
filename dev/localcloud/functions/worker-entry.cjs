// One instance of a cloud function: a thread that runs one invocation at a time, with its own
// environment variables, as the platform's containers do.
const { parentPort, workerData } = require('node:worker_threads')

let offsetMs = workerData.offsetMs
moveTime()

const ownKeys = new Set(Object.keys(process.env))
let main
try {
  main = require(workerData.entry).main
  if (typeof main !== 'function') throw new Error('the function exports no `main`')
  parentPort.postMessage({ ready: true })
} catch (fault) {
  parentPort.postMessage({ ready: false, error: describe(fault) })
}

parentPort.on('message', async (invocation) => {
  const { eventText, userInfo, env, clockOffsetMs, context } = invocation
  offsetMs = clockOffsetMs
  // What the call before left in the environment must not be seen by this one.
  for (const key of Object.keys(process.env)) if (!ownKeys.has(key)) delete process.env[key]
  Object.assign(process.env, env)
  try {
    const answer = await main(eventOf(eventText, userInfo), context)
    parentPort.postMessage({ answer: JSON.stringify(answer === undefined ? null : answer) })
  } catch (fault) {
    parentPort.postMessage({ error: describe(fault) })
  }
})

/** Functions see the cloud's clock; their timers still run in real time. */
function moveTime() {
  const RealDate = Date
  const now = () => RealDate.now() + offsetMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, created) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, created),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  RealDate.prototype.constructor = globalThis.Date
}

function eventOf(eventText, userInfo) {
  const event = JSON.parse(eventText)
  const isPlain = typeof event === 'object' && event !== null && !Array.isArray(event)
  return isPlain && userInfo ? { ...event, userInfo } : event
}

function describe(fault) {
  return fault instanceof Error ? `${fault.name}: ${fault.message}\n${fault.stack}` : String(fault)
}
