import type { Project } from '../jest-run'
import { projectOf, type Steps } from './reached'

/** Three minutes on two cores, with the checks beside the tests and some time to spare. */
export const BUDGET_SECONDS = 145
/** It shows all pages, and can show some of them alone. */
export const EVERY_PAGE = 'dev/walks/every-page.test.ts'
/** The browser, and the shop that lives its history before its first page is looked at. */
const EVERY_PAGE_STARTS = 30

/** What files take that no run has timed yet: about the middle of each project's. */
const usualSeconds: Readonly<Record<Project, number>> = {
  rules: 2,
  functions: 8,
  pages: 3,
  dist: 25,
  walks: 45,
}
const EVERY_PAGE_USUALLY = 280

export interface Costs {
  /** Seconds of each test file when it last ran. */
  readonly times: Readonly<Record<string, number>>
  /** Seconds before a project's first test, builds that are not up to date included. */
  readonly starts: Readonly<Record<Project, number>>
}

export interface Plan {
  readonly chosen: readonly string[]
  /** Of the pages that the change reached: those that the walk through every page looks at. */
  readonly pages: readonly string[]
  /** The change can touch them, and the time does not suffice. */
  readonly left: readonly string[]
  readonly leftPages: readonly string[]
  readonly seconds: number
}

interface Candidate {
  readonly test: string
  readonly step: number
  readonly seconds: number
}

/** The tests nearest to the change, as many as fit into three minutes. */
export function planFor(steps: Steps, costs: Costs): Plan {
  const pages = nearestFirst(steps, (path) => /^client\/.+\/index\.tsx$/.test(path))
  const candidates = nearestFirst(steps, (path) => /\.test\.tsx?$/.test(path)).map((test) =>
    candidateOf(test, { steps, costs, page: pages[0] }),
  )
  const begun = new Set<Project>()
  const chosen: string[] = []
  let seconds = 0
  for (const { test, seconds: own } of candidates.sort(byNearness)) {
    const project = projectOf(test)
    const more = own + (begun.has(project) ? 0 : costs.starts[project])
    if (seconds + more > BUDGET_SECONDS) continue
    begun.add(project)
    chosen.push(test)
    seconds += more
  }
  const looked = chosen.includes(EVERY_PAGE) ? pagesThatFit(pages, costs, seconds) : 0
  return {
    chosen,
    seconds: seconds + Math.max(0, looked - 1) * secondsOfPage(costs),
    left: candidates.map(({ test }) => test).filter((test) => !chosen.includes(test)),
    pages: pages.slice(0, looked),
    leftPages: pages.slice(looked),
  }
}

function candidateOf(
  test: string,
  { steps, costs, page }: { steps: Steps; costs: Costs; page: string | undefined },
): Candidate {
  const project = projectOf(test)
  const whole =
    costs.times[test] ?? (test === EVERY_PAGE ? EVERY_PAGE_USUALLY : usualSeconds[project])
  const step = steps.get(test) ?? 0
  // With a page of its own it takes what one page takes, and goes before other walks as far away.
  if (test === EVERY_PAGE && page !== undefined) {
    return { test, step: step - 0.5, seconds: EVERY_PAGE_STARTS + secondsOfPage(costs) }
  }
  // Two workers share the files of all projects but walks, which have the machine to themselves.
  return { test, step, seconds: project === 'walks' ? whole : whole / 2 }
}

/** A story is looked at as a whole: a page takes as long as the one or two that it is in. */
function secondsOfPage({ times }: Costs): number {
  const whole = times[EVERY_PAGE] ?? EVERY_PAGE_USUALLY
  return Math.max(5, (whole - EVERY_PAGE_STARTS) / 10)
}

function pagesThatFit(pages: readonly string[], costs: Costs, seconds: number): number {
  const more = Math.floor((BUDGET_SECONDS - seconds) / secondsOfPage(costs))
  return Math.min(pages.length, 1 + Math.max(0, more))
}

function nearestFirst(steps: Steps, wanted: (path: string) => boolean): string[] {
  const found = [...steps].filter(([path]) => wanted(path))
  return found.sort((one, other) => one[1] - other[1]).map(([path]) => path)
}

function byNearness(one: Candidate, other: Candidate): number {
  return one.step - other.step || one.seconds - other.seconds
}
