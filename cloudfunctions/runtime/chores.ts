/**
 * A function's timer does its chores one after the other, each under a lease of its own. A chore
 * that fails stops no other; what it said is in the log and in `job_runs`. Most ticks find nothing
 * and write nothing: kept are runs that did something, failed, went on where another run had died,
 * or were a day's.
 */
import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/refusal'
import type { JobContext } from './context'
import { insertNew } from './database'
import { endTurn, isDoneOn, takeTurn } from './lease'
import { stopwatch } from './working-time'

/** `unfinished` says that there is more to do: the next tick goes on, also with a day's chore. */
export type Counts = Readonly<Record<string, number>>

export interface Chore {
  readonly name: string
  /**
   * At each tick on which it is due, or once on each business date, at the first tick of it. A
   * chore asks what is due as of now, so a day's chore makes up for missed days by one run.
   */
  readonly every: 'tick' | 'day'
  /** Asked first, without the lease and writing nothing: most ticks find nothing to do. */
  readonly isDue?: (context: JobContext) => Promise<boolean>
  /** Runs alone, under its lease; what it counts goes into the log. */
  readonly run: (context: JobContext) => Promise<Counts>
}

/** What a function does without a phone: at its timer, for a till system, for WeChat's payments. */
export interface Timer {
  readonly chores: readonly Chore[]
  /** How long one tick may work, where the function lives for more than 20 s. */
  readonly maxWorkMs?: number
  /** What a till system sends, signed: an entrance of its own, without a lease. */
  readonly takeSigned?: (
    body: string,
    context: Omit<JobContext, 'hasTimeLeft'>,
  ) => Promise<Outcome<unknown>>
  /** What WeChat tells of a payment; what is refused it tells again. */
  readonly takeNotice?: (
    event: object,
    context: Omit<JobContext, 'hasTimeLeft'>,
  ) => Promise<Outcome<unknown>>
  /** What WeChat pushes, of the events that the console gives to this function. */
  readonly takePush?: (event: unknown, now: number) => Promise<Outcome<unknown>>
}

/** One run of a chore, kept for thirty days; a run that was killed is seen in the next one. */
export interface JobRunDocument {
  readonly name: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly endedAt: number
  readonly counts: Counts
  /** What went wrong, in the words of the fault. */
  readonly failure: string | null
  /** The run before it never came to its end. */
  readonly isTakenOver: boolean
}

interface Shift {
  readonly feature: string
  readonly context: JobContext
  readonly log: (line: Record<string, unknown>) => void
}

const MAX_FAILURE_CHARACTERS = 300

/** Chores of a day that this instance knows to be done, or to find nothing: until which date. */
const restsOn = new Map<string, string>()

/** Does what is due and answers all counts: `{ due: 0 }` when nothing is. */
export async function runChores(chores: readonly Chore[], shift: Shift): Promise<Counts> {
  const due = await Promise.all(chores.map((chore) => isDue(chore, shift)))
  if (!due.some(Boolean)) return { due: 0 }
  const all: Record<string, number> = {}
  let hasWorked = false
  for (const [place, chore] of chores.entries()) {
    // What ran before may have made it due.
    const isItsTurn = due[place] || (hasWorked && (await isDue(chore, shift)))
    if (!isItsTurn) continue
    const counts = await runChore(chore, shift)
    hasWorked ||= !counts.skipped
    for (const [name, count] of Object.entries(counts)) all[name] = (all[name] ?? 0) + count
  }
  return all
}

async function isDue(chore: Chore, { feature, context, log }: Shift): Promise<boolean> {
  const name = nameOf(chore, feature)
  const { todayOn } = context
  if (chore.every === 'day' && restsOn.get(name) === todayOn) return false
  try {
    const isAnything = (await chore.isDue?.(context)) ?? !(await isDoneOn(name, todayOn))
    if (!isAnything && chore.every === 'day') restsOn.set(name, todayOn)
    return isAnything
  } catch (fault) {
    // It will say the same again when it runs, and there it is recorded.
    log({ requestId: context.requestId, chore: name, fault: stackOf(fault) })
    return true
  }
}

async function runChore(chore: Chore, { feature, context, log }: Shift): Promise<Counts> {
  const { now, todayOn, requestId } = context
  const name = nameOf(chore, feature)
  const isOfTheDay = chore.every === 'day'
  const turn = await takeTurn(name, { now, notDoneOn: isOfTheDay ? todayOn : null })
  if (!turn.ok) {
    const isDone = isOfTheDay && (await isDoneOn(name, todayOn))
    if (isDone) restsOn.set(name, todayOn)
    return isDone ? {} : { skipped: 1 }
  }
  const elapsedMs = stopwatch()
  let counts: Counts = {}
  let failure: string | null = null
  try {
    counts = await chore.run(context)
  } catch (fault) {
    failure = sentenceOf(fault)
    log({ requestId, chore: name, fault: stackOf(fault) })
  }
  const isDone = isOfTheDay && failure === null && !counts.unfinished
  if (isDone) restsOn.set(name, todayOn)
  await endTurn(name, turn.value, isDone ? todayOn : null)
  const times = { startedAt: now, endedAt: now + elapsedMs() }
  await record({ name, ...times, counts, failure, isTakenOver: turn.value.isTakenOver }, isDone)
  return failure === null ? counts : { failed: 1 }
}

/** A run that found nothing is not worth a document, unless it was a day's. */
async function record(run: JobRunDocument, isDone: boolean): Promise<void> {
  const counted = Object.entries(run.counts).filter(([name]) => name !== 'unfinished')
  const didSomething = counted.some(([, count]) => count > 0)
  if (!didSomething && !run.failure && !run.isTakenOver && !isDone) return
  await insertNew('job_runs', { _id: randomUUID(), ...run })
}

function nameOf({ name }: Chore, feature: string): string {
  return `${feature}.${name}`
}

function sentenceOf(fault: unknown): string {
  const words = fault instanceof Error ? fault.message : JSON.stringify(fault)
  return String(words).slice(0, MAX_FAILURE_CHARACTERS)
}

function stackOf(fault: unknown): string | undefined {
  return fault instanceof Error ? fault.stack : JSON.stringify(fault)
}
