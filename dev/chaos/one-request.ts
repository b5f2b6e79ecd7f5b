import { join } from 'node:path'
import { contract } from '../../shared/contract/contract'
import type { Endpoint } from '../../shared/contract/endpoint'
import type { EndpointName } from '../harness/cloud-caller'
import type { ShopUnderTest } from '../harness/shop-under-test'
import type { Twin } from '../harness/twin'
import { twinsOf } from '../harness/twins'
import type { Document } from '../localcloud/engine/document'
import { surveyFunctions } from '../localcloud/functions/function-config'

/** Longer than a mark may stand before a sweeper looks at it. */
const ABANDONED_MS = 121_000
const PATIENCE = 30
const PATIENCE_MS = 50
/** What a phone that is told `BUSY` lets pass, at most so often: a mark may be taken over then. */
const BUSY_MS = 1_000
const MOST_BUSY = 5

/** A request that can be made again and again from the same state of the shop. */
export interface OneRequest {
  readonly name: EndpointName
  readonly twin: Twin
  /** Brings the shop back to where nobody has asked. */
  reset(): Promise<void>
  ask(options?: Asking): Promise<Asked>
  /** Asks with the same request id until the answer is something else than `BUSY`, or lost. */
  askPatiently(options?: Asking): Promise<unknown>
  /** Lets the jobs run when every mark is old; afterwards it is as early as before. */
  sweep(): Promise<void>
  /** What the shop knows at this moment, without instants, hashes and random digits. */
  stateNow(): Promise<string>
  /** What the shop knows after two sweeps, without instants, hashes and random digits. */
  settledState(): Promise<string>
  /** The same where nobody died on the way: a sweep that finds nothing to do is the last one. */
  restingState(): Promise<string>
  release(): void
}

/** What came of asking once; no answer when the function was killed or its answer lost. */
export interface Asked {
  readonly answer: object | undefined
  readonly dbCalls: number
}

export interface Asking {
  readonly input?: Readonly<Record<string, unknown>>
  /** In the words of `x-fault`. */
  readonly fault?: string
  /** Somebody else than the twin's own sender. */
  readonly as?: string
}

/** Every endpoint of the contract, and who may call it. */
export const endpoints = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries<Endpoint>({ ...actions }).map(([action, { role, mutates }]) => ({
    // Parse edge: the contract's own keys, which the compiler does not join to a name.
    name: `${feature}.${action}` as EndpointName,
    role,
    mutates,
  })),
)

/** Those that may change something. */
export const mutatingEndpoints: readonly EndpointName[] = endpoints
  .filter(({ mutates }) => mutates)
  .map(({ name }) => name)

/** Is it one that the run is to look at: `mall.redeem`, or `mall.*` for all of a function? */
export function isMeant(endpoint: string, only: string | undefined): boolean {
  if (only === undefined || endpoint === only) return true
  return only.endsWith('.*') && endpoint.startsWith(only.slice(0, -1))
}

/** Functions that the platform wakes by a timer; the others have nothing to sweep. */
function withTimer(): string[] {
  const deployed = surveyFunctions(join(__dirname, '../../dist/cloudfunctions')).sound
  const names = deployed.filter(({ triggers }) => triggers.length > 0).map(({ name }) => name)
  if (names.length === 0) throw new Error('no function has a timer: build the functions first')
  return names
}

/** A twin of an endpoint in a shop whose clock then stands still. */
export async function openRequest(shop: ShopUnderTest, name: EndpointName): Promise<OneRequest> {
  const { clock, engine } = shop.local
  // Time goes on while the twin's story happens: what comes later must not be at the same instant.
  clock.advance(1)
  const twin = await twinsOf(shop)[name]()
  const heldAt = shop.nowMs()
  clock.hold(heldAt)
  const point = engine.snapshot()
  const [feature = '', action = ''] = name.split('.')
  const requestId = `chaos-${name}`
  const ask = async ({ input = twin.input, fault, as = twin.as }: Asking = {}) => {
    const entered = twin.group === undefined ? {} : { group: await shop.cardOf(twin.group, as) }
    const event = { action, requestId, input, ...entered }
    const { answer, dbCalls } = await shop.send(feature, event, { as, fault })
    const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer
    return { answer: isAnswer ? answer : undefined, dbCalls }
  }
  const jobs = withTimer()
  const sweep = async (time = 1) => {
    // Marks may be as young as the last `BUSY` of a phone, or as the sweep before.
    clock.hold(heldAt + time * (MOST_BUSY * BUSY_MS + ABANDONED_MS))
    for (const job of jobs) await shop.fireTimer(job)
    clock.hold(heldAt)
  }
  return {
    name,
    twin,
    ask,
    sweep: () => sweep(),
    async reset() {
      await point.restore()
      clock.hold(heldAt)
    },
    async askPatiently(options) {
      for (let attempt = 0; ; attempt += 1) {
        const { answer } = await ask(options)
        const isFinal = answer !== undefined && !JSON.stringify(answer).includes('"BUSY"')
        if (isFinal || attempt >= PATIENCE) return answer
        if (answer) clock.hold(heldAt + BUSY_MS * Math.min(attempt + 1, MOST_BUSY))
        await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
      }
    },
    stateNow: () => stateOf(shop),
    async settledState() {
      await sweep(1)
      await sweep(2)
      return stateOf(shop)
    },
    async restingState() {
      const before = await stateOf(shop)
      await sweep(1)
      const after = await stateOf(shop)
      if (after === before) return after
      await sweep(2)
      return stateOf(shop)
    },
    release: () => point.release(),
  }
}

/** Made anew at each run, or derived from what is. */
const passing = new Set([
  ...['hash', 'prevHash', 'lastHash'],
  ...['pickupCode', 'proxyCode', 'couponCode', 'memberNumber', 'holder'],
  // Signed by WeChat anew at each time of asking.
  'prepaid',
  // WeChat's own number of a wish, and what it pushes a second of the machine's clock later.
  ...['traceId', 'verdict'],
])
/** These tell of the moment at which a job ran, which a kill may move. */
const ofItsInstant = new Set([
  ...['job_leases', 'job_runs', 'certificates', 'certificate_runs', 'gift_runs'],
])
/** Which slot of a drop a claim takes is left to chance; that it takes one is not. */
const slotOfDrop = /^(drop:[^:]+:[^:]+:)\d+$/
/** A new member is called by the last figures of her number, which is made anew. */
const numberedName = /^(惠邻会员)\d{4}$/
/** Epoch milliseconds of this century. */
const firstInstant = 1e12

async function stateOf(shop: ShopUnderTest): Promise<string> {
  const dump: [string, Document[]][] = JSON.parse(await shop.dump())
  return dump
    .filter(([name]) => !ofItsInstant.has(name))
    .flatMap(([name, documents]) => documents.map((one) => `${name} ${lasting(one)}`))
    .join('\n')
}

function lasting(document: Document): string {
  return JSON.stringify(document, (key, value) => {
    if (passing.has(key)) return undefined
    // Sealed twice, the same text is never the same.
    if (isSealed(value)) return 'sealed'
    if (typeof value === 'string') {
      return value.replace(slotOfDrop, '$1a slot').replace(numberedName, '$1 by her number')
    }
    return typeof value === 'number' && value >= firstInstant ? 'an instant' : value
  })
}

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'keyId' in value && 'data' in value
}

/** The first documents that differ between two states, for a sentence. */
export function firstDifference(found: string, wanted: string): string {
  const [inFound, inWanted] = [found.split('\n'), wanted.split('\n')]
  const extra = inFound.find((line) => !inWanted.includes(line))
  const missing = inWanted.find((line) => !inFound.includes(line))
  return `found ${extra ?? 'nothing more'} | wanted ${missing ?? 'nothing more'}`
}
