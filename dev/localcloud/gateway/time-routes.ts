import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import type { Scheduler } from '../functions/scheduler'

export interface TimeParts {
  readonly clock: Clock
  readonly scheduler: Scheduler
}

/** `/clock` tells the time and moves it. */
export function mountTime(app: Hono, parts: TimeParts): void {
  const limit = bodyLimit({ maxSize: 1024 })
  const { clock, scheduler } = parts
  app.get('/clock', (context) => context.json({ ...clockState(clock), ...scheduler.progress() }))
  app.post('/clock', limit, (context) => moveClock(parts, context))
}

/** Answers when every tick on the way has run. */
async function moveClock({ clock, scheduler }: TimeParts, context: Context): Promise<Response> {
  const move = readMove(await readJson(context))
  if (move === undefined) {
    const error = 'the clock wants {"now": an ISO instant} or {"advanceMs": a whole number}'
    return context.json({ error }, 400)
  }
  try {
    const moved = await scheduler.move((nowMs) => move.toMs ?? nowMs + move.byMs)
    await clock.saved()
    return context.json({ ...clockState(clock), ...moved })
  } catch (fault) {
    return context.json({ error: fault instanceof Error ? fault.message : String(fault) }, 400)
  }
}

function readMove(
  wish: unknown,
): { toMs: number } | { toMs?: undefined; byMs: number } | undefined {
  if (typeof wish !== 'object' || wish === null || Object.keys(wish).length !== 1) return undefined
  if ('now' in wish) {
    const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/
    const toMs = typeof wish.now === 'string' && iso.test(wish.now) ? Date.parse(wish.now) : NaN
    return Number.isNaN(toMs) ? undefined : { toMs }
  }
  if ('advanceMs' in wish && Number.isSafeInteger(wish.advanceMs)) {
    return { byMs: Number(wish.advanceMs) }
  }
  return undefined
}

function clockState(clock: Clock): { now: string; nowMs: number } {
  const nowMs = clock.now()
  return { now: new Date(nowMs).toISOString(), nowMs }
}

async function readJson(context: Context): Promise<unknown> {
  try {
    return JSON.parse((await context.req.text()) || '{}')
  } catch {
    return undefined
  }
}
