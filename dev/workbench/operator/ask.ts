/** What the cloud says when it refuses, in its own words. */
interface Refused {
  readonly error?: string
  readonly errMsg?: string
}

/**
 * Asks the local cloud. `Answer` is what the route's contract promises; nothing checks it again,
 * because both sides are of one commit.
 */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init).catch(() => {
    throw new Error('本地云没有应答')
  })
  if (response.ok) return response.json()
  const refused: Refused = await response.json().catch(() => ({}))
  throw new Error(refused.error ?? refused.errMsg ?? `${path}：HTTP ${response.status}`)
}

export function send<Answer>(path: string, method: 'POST' | 'PUT', body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return ask<Answer>(path, { method, headers, body: JSON.stringify(body) })
}

/** `pathOf('/lab/calls', { limit: 50, function: '' })`: what is empty is left out. */
export function pathOf(path: string, query: Readonly<Record<string, string | number>>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== '')
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))
  return search.size > 0 ? `${path}?${search}` : path
}
