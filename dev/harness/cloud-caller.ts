import { randomUUID } from 'node:crypto'
import type { ActionOf, Feature, Input, Output } from '@shared/contract/contract'
import type { Answer } from '@shared/refusal'
import { type Posted, postJson } from './post'

/** `members.join`, `mall.redeem` …: the function and its action. */
export type EndpointName = { [F in Feature]: `${F}.${ActionOf<F>}` }[Feature]

type InputAt<N> = N extends `${infer F extends Feature}.${infer A}`
  ? A extends ActionOf<F>
    ? Input<F, A>
    : never
  : never

type OutputAt<N> = N extends `${infer F extends Feature}.${infer A}`
  ? A extends ActionOf<F>
    ? Output<F, A>
    : never
  : never

export interface CallOptions<I> {
  /** The openid of the caller; without it the call has no identity. */
  readonly as?: string
  readonly input?: I
  readonly requestId?: string
  /** The group by whose card the caller enters: her phone takes a fresh cloudID for it. */
  readonly group?: string
  /** `kill-before-call:N` or `kill-after-call:N`: the function dies at its N-th database call. */
  readonly fault?: string
}

export interface Called<T> {
  readonly answer: T
  readonly status: number
  readonly dbCalls: number
  readonly docsRead: number
  readonly docsWritten: number
}

const RETRIES = 40
const RETRY_PAUSE_MS = 50

/** How tests speak to a local cloud: over its operator's interface, like every phone. */
export function callerOf(origin: string) {
  const call: TypedCall = (name, options = {}) => callEndpoint(origin, name, options)

  /** A call that is repeated with one request id while it is told `BUSY`, or nothing at all. */
  const callPatiently: TypedCall = async (name, options = {}) => {
    const same = { requestId: randomUUID(), ...options }
    for (let retry = 0; ; retry += 1) {
      const isLast = retry === RETRIES
      const called = await call(name, same).catch((lost) => (isLast ? Promise.reject(lost) : null))
      const isFinal = called && (called.answer.ok || called.answer.code !== 'BUSY')
      if (called && (isFinal || isLast)) return called
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS))
    }
  }

  /** The value of a call that must succeed; it is asked again as a phone does. */
  const value = async <N extends EndpointName>(
    name: N,
    options: CallOptions<InputAt<N>> = {},
  ): Promise<OutputAt<N>> => {
    const { answer } = await callPatiently(name, options)
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`)
    return answer.value
  }

  return {
    /** Any event, also one that the contract does not know. */
    send: (feature: string, event: unknown, options: CallOptions<unknown> = {}) =>
      sendEvent(`${origin}/call/${feature}`, event, options),
    /** What a phone that entered by the group's card has at the top of its event. */
    cardOf: (group: string, as: string) => cardOf(origin, group, as),
    call,
    callPatiently,
    value,
    fireTimer: (feature: string) => fireUntilAnswered(`${origin}/timer/${feature}`),
    setClock: (now: string) => postJson(`${origin}/clock`, { now }),
    advanceClock: (advanceMs: number) => postJson(`${origin}/clock`, { advanceMs }),
  }
}

/** A tick whose answer is lost is fired again: the platform, too, fires some twice. */
async function fireUntilAnswered(url: string): Promise<Posted> {
  for (let retry = 0; ; retry += 1) {
    const posted = await postJson(url, {}).catch((lost) => {
      if (retry === RETRIES) throw lost
      return null
    })
    if (posted) return posted
  }
}

type TypedCall = <N extends EndpointName>(
  name: N,
  options?: CallOptions<InputAt<N>>,
) => Promise<Called<Answer<OutputAt<N>>>>

async function callEndpoint<N extends EndpointName>(
  origin: string,
  name: N,
  options: CallOptions<InputAt<N>>,
): Promise<Called<Answer<OutputAt<N>>>> {
  const [feature = '', action = ''] = name.split('.')
  const { input = {}, requestId } = options
  const { group, as = '' } = options
  const entered = group === undefined ? {} : { group: await cardOf(origin, group, as) }
  const event = { action, requestId, input, ...entered }
  const called = await sendEvent(`${origin}/call/${feature}`, event, options)
  if (!isAnswer<OutputAt<N>>(called.answer)) {
    throw new Error(`${name} answered ${called.status} ${JSON.stringify(called.answer)}`)
  }
  return { ...called, answer: called.answer }
}

async function cardOf(origin: string, group: string, as: string): Promise<object> {
  const wish = { kind: 'group', data: { opengid: group } }
  const { body, status } = await postJson(`${origin}/cloud-id`, wish, { 'x-openid': as })
  const { cloudID } = Object(body)
  if (typeof cloudID !== 'string') throw new Error(`no cloudID for ${as}: ${status}`)
  return { $cloudID: cloudID }
}

async function sendEvent(
  url: string,
  event: unknown,
  options: CallOptions<unknown>,
): Promise<Called<unknown>> {
  const posted = await postJson(url, event, {
    ...(options.as === undefined ? {} : { 'x-openid': options.as }),
    ...(options.fault === undefined ? {} : { 'x-fault': options.fault }),
  })
  const count = (name: string) => Number(posted.headers[name] ?? Number.NaN)
  return {
    answer: posted.body,
    status: posted.status,
    dbCalls: count('x-db-calls'),
    docsRead: count('x-docs-read'),
    docsWritten: count('x-docs-written'),
  }
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'object' && value !== null && 'ok' in value
}
