import type { ActionOf, Feature, Input, Output } from '@shared/contract/contract'
import type { Answer } from '@shared/refusal'
import Taro from '@tarojs/taro'
import { noteServerNow } from './clock'
import { type GroupEntry, groupEntry } from './group-entry'
import { phone } from './launch'
import { newRequestId } from './request-id'

/** `members.join`, `mall.redeem` …: the function and its action. */
export type EndpointName = { [F in Feature]: `${F}.${ActionOf<F>}` }[Feature]

export type InputAt<N extends EndpointName> = N extends `${infer F extends Feature}.${infer A}`
  ? A extends ActionOf<F>
    ? Input<F, A>
    : never
  : never

export type OutputAt<N extends EndpointName> = N extends `${infer F extends Feature}.${infer A}`
  ? A extends ActionOf<F>
    ? Output<F, A>
    : never
  : never

export interface Offline {
  readonly ok: false
  readonly code: 'OFFLINE'
  readonly message: string
  readonly requestId: string
}

export type Reply<T> = Answer<T> | Offline

interface CallEvent {
  action: string
  requestId: string
  input: unknown
  /** At the top of the event, since only there the platform replaces it. */
  group?: GroupEntry
}

export interface CallOptions {
  requestId?: string
  patienceMs?: number
  /** With the group whose card she came by, if she came by one. */
  group?: boolean
}

type Transport = (feature: string, event: CallEvent) => Promise<unknown>

/** Pauses before a lost answer or a `BUSY` is asked for again, with the same request id. */
const RETRY_PAUSES_MS = [300, 900, 2_000]
/** A cold function answers within a second or two. */
const ANSWER_TIMEOUT_MS = 8_000
/** All tries together: nobody looks at a turning wheel for longer. */
const PATIENCE_MS = 20_000

/** Chosen between two whole functions, so that the bundle for WeChat holds no gateway code. */
const send: Transport = process.env.TARO_ENV === 'h5' ? viaGateway : viaCloud

/**
 * Calls one endpoint: `api.call('mall.redeem', { rewardId }, { requestId })`. The answer is the
 * server's, or `OFFLINE` when none came after the retries, which end after `patienceMs`. Nothing is
 * thrown. Whoever changes something passes the request id made when its confirm screen opened;
 * `group` asks the phone for the card's group now, at the tap.
 */
export const api = { call }

async function call<N extends EndpointName>(
  name: N,
  input: InputAt<N>,
  options: CallOptions = {},
): Promise<Reply<OutputAt<N>>> {
  const [feature = '', action = ''] = name.split('.')
  const requestId = options.requestId ?? newRequestId()
  const group = options.group ? await groupEntry() : null
  const event = { action, requestId, input, ...(group === null ? {} : { group }) }
  let isOver = false
  const over = pause(options.patienceMs ?? PATIENCE_MS).then(() => {
    isOver = true
    return null
  })
  let answer = await ask<OutputAt<N>>(feature, event, over)
  for (const pauseMs of RETRY_PAUSES_MS) {
    if (isOver || (answer && (answer.ok || answer.code !== 'BUSY'))) break
    await pause(pauseMs)
    answer = await ask<OutputAt<N>>(feature, event, over)
  }
  return answer ?? offline(requestId)
}

/** Null: no answer came, or what came was not one. */
async function ask<T>(
  feature: string,
  event: CallEvent,
  over: Promise<null>,
): Promise<Answer<T> | null> {
  const late = pause(ANSWER_TIMEOUT_MS).then(() => null)
  const answer = await Promise.race([send(feature, event), late, over]).catch(() => null)
  if (!isAnswer<T>(answer)) return null
  if (answer.ok) noteTimeIn(answer.value)
  return answer
}

async function viaCloud(feature: string, event: CallEvent): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name: feature, data: event })
  return result
}

async function viaGateway(feature: string, event: CallEvent): Promise<unknown> {
  const response = await fetch(`${window.location.origin}/call/${feature}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(phone ? { 'x-openid': phone } : {}) },
    body: JSON.stringify(event),
  })
  return response.json()
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

function noteTimeIn(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('serverNow' in value)) return
  if (typeof value.serverNow === 'number') noteServerNow(value.serverNow)
}

function offline(requestId: string): Offline {
  return { ok: false, code: 'OFFLINE', message: '网络不太顺畅，请检查网络后重试', requestId }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
