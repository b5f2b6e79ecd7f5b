/**
 * The door of every cloud function: parse, caller, role, use case, answer, one log line. It has
 * five entrances: callers, the platform's timer, a signed till, WeChat's payments and its other
 * pushes. Nothing throws past: a fault is answered INTERNAL with a request id, and what it was
 * stays in the log.
 */
import { randomUUID } from 'node:crypto'
import { businessDayOf } from '../../shared/business-day'
import { contract, type Feature } from '../../shared/contract/contract'
import type { Endpoint, Role, StaffRole } from '../../shared/contract/endpoint'
import { UnsoundAccount } from '../../shared/points/points-account'
import { type Answer, accept, type Outcome, refusalSentences, refuse } from '../../shared/refusal'
import {
  admitMember,
  callerMemberId,
  isPushCall,
  isTimerCall,
  readMember,
  readStaff,
} from './caller'
import { runChores, type Timer } from './chores'
import { loadShop } from './config'
import { type Context, keyOf, type UseCases } from './context'
import { callCount } from './database'
import { readEnteredGroup } from './entered-group'
import { type Envelope, parseEnvelope, parseInput } from './parse'
import { isPayNotice, type NoticeAnswer } from './pay-notice'
import { hasRole } from './roles'
import { isHttpCall, readSigned } from './signed-call'
import { workingTime } from './working-time'

export type Main = (event: unknown) => Promise<Answer<unknown> | Record<string, unknown>>

/** Chores stop by themselves before the limit of 20 s does it; what they are at then takes less. */
const MAX_WORK_MS = 12_000

type AnyUseCase = (input: unknown, context: Context) => Promise<Outcome<unknown>>

/** Makes a function's `main` from its use cases, and its chores if it has a timer. */
export function serve<F extends Feature>(feature: F, useCases: UseCases<F>, timer?: Timer): Main {
  const endpoints: Record<string, Endpoint> = { ...contract[feature] }
  // Parse edge: the compiler has matched each use case with its endpoint, whose schema parses the
  // input before it is called.
  const handlers = new Map(Object.entries(useCases) as [string, AnyUseCase][])
  return async (event) => {
    if (isTimerCall(event)) return runTimer(feature, timer)
    if (timer?.takeSigned && isHttpCall(event)) return runSigned(event, timer.takeSigned)
    if (timer?.takeNotice && isPayNotice(event)) return runNotice(event, timer.takeNotice)
    if (timer?.takePush && isPushCall()) return runPush(event, timer.takePush)
    const started = performance.now()
    const callsBefore = callCount()
    const envelope = parseEnvelope(event)
    const action = envelope.ok ? envelope.value.action : '-'
    const requestId = (envelope.ok && envelope.value.requestId) || randomUUID()
    const handler = handlers.get(action)
    const outcome = envelope.ok
      ? await guarded(requestId, () =>
          enter({ ...envelope.value, feature, requestId }, endpoints[action], handler),
        )
      : envelope
    const ms = Math.round(performance.now() - started)
    const code = outcome.ok ? 'ok' : outcome.code
    log({ requestId, action: `${feature}.${action}`, code, dbCalls: callCount() - callsBefore, ms })
    return toAnswer(outcome, requestId)
  }
}

interface Request extends Envelope {
  readonly feature: Feature
  readonly requestId: string
}

async function enter(
  request: Request,
  declared: Endpoint | undefined,
  handler: AnyUseCase | undefined,
): Promise<Outcome<unknown>> {
  if (!declared || !handler) return refuse('ACTION_UNKNOWN')
  const memberId = callerMemberId()
  if (memberId === null) return refuse('IDENTITY_MISSING')
  const input = parseInput(declared, request.input)
  if (!input.ok) return input
  const entered = declared.takesGroup ? readEnteredGroup(request.group) : accept({})
  if (!entered.ok) return entered
  const known = await recognise(declared, memberId)
  if (!known.ok) return known
  const now = Date.now()
  const shop = await loadShop()
  const context: Context = {
    now,
    shop,
    memberId,
    requestId: request.requestId,
    todayOn: businessDayOf(now, shop.businessDay),
    requestKey: keyOf(memberId, `${request.feature}.${request.action}`, request.requestId),
    ...known.value,
    ...entered.value,
  }
  return handler(input.value, context)
}

/** Reads the one document that says who the caller is, and asks whether her role will do. */
async function recognise(declared: Endpoint, memberId: string): Promise<Outcome<object>> {
  if (declared.identity === 'none') return accept({})
  if (declared.identity === 'member') {
    const member = await readMember(memberId)
    if (declared.role === 'member' && !member) return refuse('MEMBER_REQUIRED')
    const admitted = member ? admitMember(member) : accept(null)
    return admitted.ok ? accept({ member }) : admitted
  }
  const staff = await readStaff(memberId)
  const { role } = declared
  return isStaffRole(role) && !hasRole(staff, role) ? refuse('ROLE_REQUIRED') : accept({ staff })
}

function isStaffRole(role: Role): role is StaffRole {
  return role !== 'anyone' && role !== 'member' && role !== 'timer'
}

async function guarded(
  requestId: string,
  work: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  try {
    return await work()
  } catch (fault) {
    log({ requestId, fault: fault instanceof Error ? fault.stack : JSON.stringify(fault) })
    return refuse(fault instanceof UnsoundAccount ? 'ACCOUNT_UNSOUND' : 'INTERNAL')
  }
}

async function runTimer(
  feature: Feature,
  { chores, maxWorkMs = MAX_WORK_MS }: Timer = { chores: [] },
): Promise<Record<string, unknown>> {
  const requestId = randomUUID()
  if (chores.length === 0) return { ok: true, value: {} }
  const outcome = await guarded(requestId, async () => {
    const context = { ...(await contextNow(requestId)), hasTimeLeft: workingTime(maxWorkMs) }
    return accept(await runChores(chores, { feature, context, log }))
  })
  log({ requestId, job: feature, ...(outcome.ok ? { counts: outcome.value } : outcome) })
  return { ...toAnswer(outcome, requestId) }
}

async function runSigned(
  event: object,
  take: NonNullable<Timer['takeSigned']>,
): Promise<Answer<unknown>> {
  const requestId = randomUUID()
  const outcome = await guarded(requestId, async () => {
    const body = readSigned(event, Date.now())
    return body.ok ? take(body.value, await contextNow(requestId)) : body
  })
  log({ requestId, signed: true, code: outcome.ok ? 'ok' : outcome.code })
  return toAnswer(outcome, requestId)
}

/** WeChat tells again of what was refused here. */
async function runNotice(
  event: object,
  take: NonNullable<Timer['takeNotice']>,
): Promise<Record<string, unknown>> {
  const requestId = randomUUID()
  const outcome = await guarded(requestId, async () => take(event, await contextNow(requestId)))
  log({ requestId, notice: true, code: outcome.ok ? 'ok' : outcome.code })
  const answer: NoticeAnswer = { errcode: outcome.ok ? 0 : 1, errmsg: outcome.ok ? '' : requestId }
  return { ...answer }
}

async function contextNow(requestId: string) {
  const now = Date.now()
  const shop = await loadShop()
  return { now, shop, todayOn: businessDayOf(now, shop.businessDay), requestId }
}

async function runPush(
  event: unknown,
  take: NonNullable<Timer['takePush']>,
): Promise<Answer<unknown>> {
  const requestId = randomUUID()
  const outcome = await guarded(requestId, () => take(event, Date.now()))
  log({ requestId, pushed: true, code: outcome.ok ? 'ok' : outcome.code })
  return toAnswer(outcome, requestId)
}

function toAnswer(outcome: Outcome<unknown>, requestId: string): Answer<unknown> {
  if (outcome.ok) return outcome
  const { code, detail } = outcome
  const refusal = { ok: false, code, message: refusalSentences[code] } as const
  return detail ? { ...refusal, detail, requestId } : { ...refusal, requestId }
}

function log(line: Record<string, unknown>): void {
  console.log(JSON.stringify(line))
}
