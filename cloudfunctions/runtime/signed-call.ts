/**
 * The entrance of a shop's till system: the platform's HTTP access service brings its request as
 * an event with `httpMethod`, `headers` and `body`, and without an identity. What proves it is a
 * signature over its instant and its very text, by a secret that the shop's owner gave the till.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { platformIdentity } from './database'

const WINDOW_MS = 5 * 60_000
const MIN_SECRET_LENGTH = 16

/** A phone's call always has an identity, so no phone comes this way. */
export function isHttpCall(event: unknown): event is object {
  return (
    typeof event === 'object' &&
    event !== null &&
    'httpMethod' in event &&
    typeof event.httpMethod === 'string' &&
    platformIdentity().openid === ''
  )
}

/**
 * The text of a signed request. `x-huilin-time` is its instant in epoch ms, `x-huilin-signature`
 * the hex of HMAC-SHA256 over `{time}.{body}`. Refuses SIGNATURE_INVALID, and SIGNATURE_LATE five
 * minutes before or after; within them the same request again finds its rows booked already.
 */
export function readSigned(event: object, now: number): Outcome<string> {
  const headers = new Map(
    Object.entries('headers' in event ? Object(event.headers) : {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  )
  const body = bodyOf(event)
  const secret = process.env.HUILIN_TILL_SECRET ?? ''
  const time = headers.get('x-huilin-time') ?? ''
  if (body === null || secret.length < MIN_SECRET_LENGTH) return refuse('SIGNATURE_INVALID')
  const expected = Buffer.from(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'))
  const given = Buffer.from(headers.get('x-huilin-signature') ?? '')
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  if (!isOurs || !/^\d{13}$/.test(time)) return refuse('SIGNATURE_INVALID')
  return Math.abs(now - Number(time)) <= WINDOW_MS ? accept(body) : refuse('SIGNATURE_LATE')
}

function bodyOf(event: object): string | null {
  if (!('body' in event) || typeof event.body !== 'string') return null
  const isEncoded = 'isBase64Encoded' in event && event.isBase64Encoded === true
  return isEncoded ? Buffer.from(event.body, 'base64').toString() : event.body
}
