import { setTimeout as pause } from 'node:timers/promises'
import { type CallRecord, rootOf } from './call-record'
import { delayOf, describeFault, isAbout, type Place } from './fault-rules'
import type { Faults } from './faults'
import type { FaultRule } from './operator-api'

/** The laboratory swallows an answer: the connection ends without one. */
export class AnswerDropped extends Error {
  constructor() {
    super('the laboratory dropped the answer')
  }
}

export interface StrikeParts {
  readonly faults: Faults
  readonly host: { running(callId: string): { kill(): Promise<void> } | undefined }
}

/**
 * Does to a call what the rules of its request, and those that are switched on, say for a place.
 * Undefined where nothing is said, as nearly always: then nobody has to wait a turn.
 * @throws AnswerDropped when the answer is lost, by a drop or because the caller was killed.
 */
export function strike(
  parts: StrikeParts,
  record: CallRecord,
  at: Pick<Place, 'at' | 'call' | 'action'>,
): Promise<void> | undefined {
  const place: Place = { ...at, function: record.function, request: record.request }
  const asked = rootOf(record).rules.filter((rule) => isAbout(rule, place))
  const rules = [...asked, ...parts.faults.strikesAt(place)]
  return rules.length === 0 ? undefined : strikeBy(rules, parts, { record, place })
}

async function strikeBy(
  rules: readonly FaultRule[],
  { host }: StrikeParts,
  { record, place }: { record: CallRecord; place: Place },
): Promise<void> {
  for (const rule of rules) {
    record.faults.push(describeFault(rule, place))
    if (rule.kind === 'delay') await pause(delayOf(rule))
    else if (rule.kind === 'kill') await host.running(record.callId)?.kill()
    if (rule.kind === 'kill' || rule.kind === 'drop') throw new AnswerDropped()
  }
}
