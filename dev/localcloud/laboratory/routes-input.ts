import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** A whole number of the query, or 400 with a sentence. */
export function readCount(
  context: Context,
  name: string,
  { absent, most }: { absent: number; most: number },
): number {
  const text = context.req.query(name)
  if (text === undefined || text === '') return absent
  const count = Number(text)
  if (/^\d+$/.test(text) && count <= most) return count
  throw new HTTPException(400, { message: `${name} is a whole number, ${most} at most` })
}

export function notFound(message: string): HTTPException {
  return new HTTPException(404, { message })
}
