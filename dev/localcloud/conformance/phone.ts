import type { Kit } from './kit'

export interface OperatorAnswer {
  readonly status: number
  readonly answer: unknown
}

/** A phone of a member, as the operator's routes let a program hold it. */
export interface Phone {
  readonly openid: string
  call(event: unknown, fn?: string): Promise<OperatorAnswer>
  post(path: string, body?: unknown): Promise<OperatorAnswer>
}

export function phoneOf(kit: Kit, name = 'ann'): Phone {
  const openid = `${kit.scope}-${name}`
  const send = (path: string, body: unknown = {}) => post(kit, path, { body, openid })
  return { openid, call: (event, fn = 'conformance') => send(`/call/${fn}`, event), post: send }
}

/** Posts to the operator's interface, with nobody's phone when no openid is given. */
export async function post(
  { operator }: Kit,
  path: string,
  { body = {}, openid }: { body?: unknown; openid?: string } = {},
): Promise<OperatorAnswer> {
  const response = await fetch(`${operator}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: readJson(await response.text()) }
}

export async function get({ operator }: Kit, path: string): Promise<OperatorAnswer> {
  const response = await fetch(`${operator}${path}`)
  return { status: response.status, answer: readJson(await response.text()) }
}

/** A field of an answer, at a dotted path. */
export function at(answer: unknown, path: string): unknown {
  let value = answer
  for (const name of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  }
  return value
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
