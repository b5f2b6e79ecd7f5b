import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import { readDeclarations } from './declarations'
import type { OpenApi } from './openapi'
import type { Outbox } from './outbox'
import { grantPermits, type PermitAnswer } from './subscribe-message'

export interface PhoneParts {
  readonly openApi: OpenApi
  readonly outbox: Outbox
  readonly clock: Clock
}

const mostBodyBytes = 100 * 1024
const mostTemplates = 3

/** What a tap on a phone leaves with WeChat, what the console declares, and the outbox. */
export function mountPhone(app: Hono, parts: PhoneParts): void {
  const limit = bodyLimit({ maxSize: mostBodyBytes })
  app.post('/phone/permits', limit, (context) => takePermits(parts, context))
  app.post('/phone/number', limit, (context) => issueNumber(parts, context))
  app.post('/openapi/declarations', limit, (context) => declare(parts, context))
  app.get('/openapi/declarations', (context) => context.json(parts.openApi.declarations.read()))
  app.get('/outbox', (context) => {
    const after = Number(context.req.query('after') ?? '0')
    if (!Number.isSafeInteger(after) || after < 0) {
      return context.json({ error: 'after is the id of an entry' }, 400)
    }
    return context.json({ entries: parts.outbox.after(after) })
  })
}

/** `wx.requestSubscribeMessage`: three templates at most, each accepted or rejected. */
async function takePermits({ openApi }: PhoneParts, context: Context): Promise<Response> {
  const openid = openidOf(context)
  const answers = readAnswers(await readJson(context))
  if (openid === undefined || answers === undefined) {
    const error = 'a phone (x-openid) sends {"templateIds": {id: "accept" | "reject"}}, 3 at most'
    return context.json({ error }, 400)
  }
  await grantPermits(openApi.permits, openid, answers)
  return context.json({ errMsg: 'requestSubscribeMessage:ok', ...answers })
}

/** A tap on the phone-number button; a phone without a number of its own is given one. */
async function issueNumber({ openApi, clock }: PhoneParts, context: Context): Promise<Response> {
  const openid = openidOf(context)
  const body = await readJson(context)
  const asked = isObject(body) ? body.phoneNumber : undefined
  const phoneNumber = asked ?? (openid === undefined ? '' : numberOf(openid))
  if (openid === undefined || typeof phoneNumber !== 'string' || !/^1\d{10}$/.test(phoneNumber)) {
    const error = 'a phone (x-openid) sends {"phoneNumber"?: 11 digits}'
    return context.json({ error }, 400)
  }
  const code = openApi.phoneCodes.issue({ openid, phoneNumber, nowMs: clock.now() })
  return context.json({ errMsg: 'getPhoneNumber:ok', code })
}

async function declare({ openApi }: PhoneParts, context: Context): Promise<Response> {
  const wish = readDeclarations(await readJson(context))
  if (typeof wish === 'string') return context.json({ error: wish }, 400)
  await openApi.declarations.declare(wish)
  return context.json(openApi.declarations.read())
}

function readAnswers(body: unknown): Record<string, PermitAnswer> | undefined {
  if (!isObject(body) || !isObject(body.templateIds)) return undefined
  const answers: Record<string, PermitAnswer> = {}
  for (const [templateId, answer] of Object.entries(body.templateIds)) {
    if (templateId.length > 128) return undefined
    if (answer !== 'accept' && answer !== 'reject') return undefined
    answers[templateId] = answer
  }
  const count = Object.keys(answers).length
  return count >= 1 && count <= mostTemplates ? answers : undefined
}

/** A number that is nobody's: the prefix 100 belongs to no subscriber. */
function numberOf(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUInt32BE(0) % 100_000_000
  return `100${String(digits).padStart(8, '0')}`
}

function openidOf(context: Context): string | undefined {
  const openid = context.req.header('x-openid')
  return openid === undefined || openid === '' || openid.length > 128 ? undefined : openid
}

async function readJson(context: Context): Promise<unknown> {
  try {
    return JSON.parse((await context.req.text()) || '{}')
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
