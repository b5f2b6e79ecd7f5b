import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../clock'
import { nextDueAt } from '../functions/cron'
import type { FunctionConfig } from '../functions/function-config'
import { detailOf } from './call-log'
import { type CollectionParts, mountCollections } from './collection-routes'
import type { Faults } from './faults'
import type { CallDetail, CallList, FaultState, FunctionReport, TimerReport } from './operator-api'
import type { RecordedHost } from './recorded-host'
import { notFound, readCount } from './routes-input'

export interface LaboratoryParts extends CollectionParts {
  readonly faults: Faults
  readonly host: RecordedHost
  readonly clock: Clock
}

const usualCalls = 100
const mostCalls = 2000
const mostBodyBytes = 100_000

/** The operator's view into the cloud: what it did, what it cost, and what shall go wrong. */
export function mountLaboratory(app: Hono, parts: LaboratoryParts): void {
  const { faults, host } = parts
  app.get('/lab/functions', (context) => context.json(reports(parts)))
  app.get('/lab/timers', (context) => context.json(timers(parts)))
  app.get('/lab/calls', (context) => context.json<CallList>(listCalls(parts, context)))
  app.get('/lab/calls/:id', (context) => {
    const record = host.calls.find(context.req.param('id'))
    if (record === undefined) throw notFound('the log does not know this call')
    return context.json<CallDetail>(detailOf(record))
  })
  app.get('/lab/faults', (context) => context.json<FaultState>(faults.state()))
  app.put('/lab/faults', bodyLimit({ maxSize: mostBodyBytes }), async (context) => {
    faults.set(await context.req.json())
    return context.json<FaultState>(faults.state())
  })
  mountCollections(app, parts)
}

function reports(parts: LaboratoryParts): FunctionReport[] {
  const { host } = parts
  const living = host.instanceCounts()
  return host.list().map((config) => {
    const { name, timeoutSeconds, openapi } = config
    const busy = host.underWay(name)
    const instances = { idle: Math.max(0, (living[name] ?? 0) - busy), busy }
    const trigger = timerOf(parts, config)
    return { name, timeoutSeconds, openapi, trigger, instances, ...host.calls.figures(name) }
  })
}

function timers(parts: LaboratoryParts): TimerReport[] {
  return parts.host
    .list()
    .flatMap((config) => timerOf(parts, config) ?? [])
    .sort((a, b) => (a.nextAt ?? Infinity) - (b.nextAt ?? Infinity))
}

function timerOf({ host, clock }: LaboratoryParts, config: FunctionConfig): TimerReport | null {
  const [trigger] = config.triggers
  if (trigger === undefined) return null
  const last = host.calls.lastTick(config.name)
  return {
    function: config.name,
    trigger: trigger.name,
    config: trigger.config,
    nextAt: nextDueAt(trigger.config, clock.now()) ?? null,
    lastCallId: last?.callId ?? null,
    lastAt: last?.at ?? null,
    lastOutcome: last?.outcome ?? null,
  }
}

function listCalls({ host }: LaboratoryParts, context: Context): CallList {
  const name = context.req.query('function')
  const isAfter = context.req.query('after') !== undefined
  return host.calls.list({
    ...(name ? { function: name } : {}),
    failed: context.req.query('failed') === '1',
    ...(isAfter ? { after: readCount(context, 'after', { absent: 0, most: 2 ** 53 }) } : {}),
    limit: readCount(context, 'limit', { absent: usualCalls, most: mostCalls }),
  })
}
