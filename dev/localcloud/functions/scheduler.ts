import { readdirSync } from 'node:fs'
import type { Clock } from '../clock'
import { createMeter } from '../gateway/meter'
import { nextDueAt } from './cron'
import type { FunctionsHost } from './functions-host'

/** What the platform hands a function whose timer fires, as JSON. */
export function timerEvent(triggerName: string, atMs: number): string {
  const Time = new Date(atMs).toISOString()
  return JSON.stringify({ Type: 'Timer', TriggerName: triggerName, Time, Message: '' })
}

export interface Scheduler {
  stop(): void
}

export interface SchedulerParts {
  readonly functionsDir: string
  readonly host: FunctionsHost
  readonly clock: Clock
  readonly log: (text: string) => void
}

/**
 * Fires every function's timer when the cloud's clock passes its time. Of the times that a jump of
 * the clock skipped only the last fires, once: jobs ask what is due and need no more.
 */
export function startScheduler(parts: SchedulerParts): Scheduler {
  const { clock, host } = parts
  let passedMs = clock.now()
  const tick = (): void => {
    const nowMs = clock.now()
    for (const name of functionNames(parts.functionsDir)) {
      for (const trigger of host.find(name)?.triggers ?? []) {
        const dueAt = nextDueAt(trigger.config, passedMs)
        if (dueAt === undefined || dueAt > nowMs) continue
        const eventText = timerEvent(trigger.name, nowMs)
        host
          .invoke({ name, eventText, caller: {}, source: 'wx_trigger', meter: createMeter() })
          .catch((fault: unknown) => parts.log(`timer of ${name}: ${String(fault)}\n`))
      }
    }
    passedMs = nowMs
  }
  const timer = setInterval(tick, 1000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

function functionNames(functionsDir: string): string[] {
  try {
    return readdirSync(functionsDir)
  } catch {
    return []
  }
}
