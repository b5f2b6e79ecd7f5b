import type { Area, Check, Outcome } from './area'
import { createKit, type Place, tidyUp } from './kit'

/** Above any honest case on a busy machine; only the transaction's 30 seconds need more. */
const caseTimeoutMs = 45_000

export interface Choice {
  readonly area: Area
  /** The cases wanted; all when not given. */
  readonly sentences?: readonly string[]
}

/** Runs areas at the same time, the cases of each in turn, and then those that want to be alone. */
export async function runCases(
  place: Place,
  choices: readonly Choice[],
  timeoutMs = caseTimeoutMs,
): Promise<Outcome[]> {
  const run = (choice: Choice) => runArea(place, choice, timeoutMs)
  const together = choices.filter(({ area }) => area.alone !== true)
  const outcomes = (await Promise.all(together.map(run))).flat()
  for (const choice of choices) {
    if (choice.area.alone === true) outcomes.push(...(await run(choice)))
  }
  return outcomes
}

async function runArea(
  place: Place,
  { area, sentences }: Choice,
  timeoutMs: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [sentence, check] of Object.entries(area.cases)) {
    if (sentences !== undefined && !sentences.includes(sentence)) continue
    const failure = await failureOf(place, check, timeoutMs)
    outcomes.push({ area: area.name, sentence, ...(failure === undefined ? {} : { failure }) })
  }
  return outcomes
}

async function failureOf(
  place: Place,
  check: Check,
  timeoutMs: number,
): Promise<string | undefined> {
  const kit = createKit(place)
  try {
    await inTime(check(kit), timeoutMs)
    return undefined
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  } finally {
    await inTime(tidyUp(kit), timeoutMs).catch(() => {})
  }
}

async function inTime(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
