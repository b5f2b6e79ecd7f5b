import type { Area, Check, Outcome } from './area'
import { createKit, type Place, tidyUp } from './kit'

/** Above any honest case on a busy machine; only the transaction's 30 seconds need more. */
const caseTimeoutMs = 45_000

/** Runs areas at the same time, the cases of each one after the other. */
export async function runCases(place: Place, areas: readonly Area[]): Promise<Outcome[]> {
  const outcomes = await Promise.all(areas.map((area) => runArea(place, area)))
  return outcomes.flat()
}

async function runArea(place: Place, area: Area): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [sentence, check] of Object.entries(area.cases)) {
    const failure = await failureOf(place, check)
    outcomes.push({ area: area.name, sentence, ...(failure === undefined ? {} : { failure }) })
  }
  return outcomes
}

async function failureOf(place: Place, check: Check): Promise<string | undefined> {
  const kit = createKit(place)
  try {
    await inTime(check(kit))
    return undefined
  } catch (fault) {
    return fault instanceof Error ? `${fault.message}` : String(fault)
  } finally {
    await tidyUp(kit).catch(() => {})
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), caseTimeoutMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
