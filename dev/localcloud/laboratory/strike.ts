import { setTimeout as pause } from 'node:timers/promises'
import { type CallRecord, rootOf } from './call-record'
import { delayOf, describeFault, isAbout, type Place } from './fault-rules'
import type { Faults } from './faults'

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
 * @throws AnswerDropped when the answer is lost, by a drop or because the caller was killed.
 */
export async function strike(
  { faults, host }: StrikeParts,
  record: CallRecord,
  at: Pick<Place, 'at' | 'call' | 'action'>,
): Promise<void> {
  const place: Place = { ...at, function: record.function, request: record.request }
  const asked = rootOf(record).rules.filter((rule) => isAbout(rule, place))
  for (const rule of [...asked, ...faults.strikesAt(place)]) {
    record.faults.push(describeFault(rule, place))
    if (rule.kind === 'delay') await pause(delayOf(rule))
    else if (rule.kind === 'kill') await host.running(record.callId)?.kill()
    if (rule.kind === 'kill' || rule.kind === 'drop') throw new AnswerDropped()
  }
}
