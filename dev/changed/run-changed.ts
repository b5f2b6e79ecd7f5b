import { isBuilt, type Part } from '../build'
import { type Project, projects, runJest, type Sum } from '../jest-run'
import { readHouse } from '../tidy/house'
import { type Change, changedFiles } from './changed-files'
import { type Costs, EVERY_PAGE, type Plan, planFor } from './plan'
import { projectOf, reachedFrom, type Steps, surroundingsOf } from './reached'
import { knownTimes } from './test-times'

/** Seconds that a build takes while the checks work beside it. */
const buildSeconds: Readonly<Record<Part, number>> = { functions: 4, weapp: 35, h5: 70 }
const builds: Readonly<Record<Project, readonly Part[]>> = {
  rules: [],
  functions: ['functions'],
  pages: [],
  dist: ['functions', 'weapp'],
  walks: ['functions', 'h5'],
}
const SECONDS_TO_BEGIN = 4

/**
 * What a change can touch, in three minutes: the checks, and the tests that are nearest to it. It
 * says what runs and what is left for the whole run. Only builds that a chosen test looks at are
 * brought up to date.
 */
export async function runChanged(
  root: string,
  { ref, runChecks }: { ref: string | undefined; runChecks: () => Promise<Sum> },
): Promise<Sum[]> {
  const startedAt = Date.now()
  const change = changedFiles(root, ref)
  const house = readHouse(root)
  const steps = reachedFrom(change.paths, { house, surroundings: surroundingsOf(root) })
  const plan = planFor(steps, costsNow(root))
  const tests = house.files.filter(({ isTest }) => isTest).map(({ path }) => path)
  for (const line of explain({ change, steps, plan, tests })) console.log(line)
  // Checks take one core, and builds and tests have some of the other left.
  const checking = runChecks()
  const sums = await runChosen(plan)
  sums.push(await checking)
  console.log(`changed: ${Math.round((Date.now() - startedAt) / 1000)} s`)
  return sums
}

async function runChosen({ chosen, pages }: Plan): Promise<Sum[]> {
  const sums: Sum[] = []
  const named = (wanted: readonly Project[]) =>
    chosen.filter((test) => wanted.includes(projectOf(test)))
  // Walks have the screen to themselves, as in a whole run.
  const quick = projects.filter((name) => name !== 'walks' && named([name]).length > 0)
  if (quick.length > 0) sums.push(await runJest(quick, { named: named(quick) }))
  const walks = named(['walks'])
  if (walks.length === 0) return sums
  const shown = pages.map((page) => page.replace(/^client(\/.+)\.tsx$/, '$1')).join(',')
  const env: Record<string, string> = shown === '' ? {} : { HUILIN_PAGES: shown }
  sums.push(await runJest(['walks'], { named: walks }, env))
  return sums
}

function costsNow(root: string): Costs {
  const start = (name: Project) =>
    builds[name].reduce((sum, part) => sum + (isBuilt(part) ? 0 : buildSeconds[part]), 0)
  const starts = {
    rules: start('rules') + SECONDS_TO_BEGIN,
    functions: start('functions') + SECONDS_TO_BEGIN,
    pages: start('pages') + SECONDS_TO_BEGIN,
    dist: start('dist') + SECONDS_TO_BEGIN,
    walks: start('walks') + SECONDS_TO_BEGIN,
  }
  return { times: knownTimes(root), starts }
}

interface Explained {
  readonly change: Change
  readonly steps: Steps
  readonly plan: Plan
  readonly tests: readonly string[]
}

/** Everything that runs and everything that does not, in lines for the screen. */
export function explain({ change, steps, plan, tests }: Explained): string[] {
  const untouched = tests.filter((test) => !steps.has(test))
  const silent = change.paths.filter((path) => !steps.has(path))
  const pages = [...plan.pages, ...plan.leftPages].length
  return [
    `changed against ${change.against}: ${counted(change.paths.length, 'file')}`,
    'runs: types, lint and tidy',
    ...plan.chosen.map((test) => `runs: ${test}, ${counted(steps.get(test) ?? 0, 'step')} away`),
    ...(plan.chosen.includes(EVERY_PAGE)
      ? [`  with ${plan.pages.length} of the ${counted(pages, 'page')} that it can touch`]
      : []),
    `about ${Math.round(plan.seconds)} s, the checks beside it`,
    ...plan.left.map((test) => `left for npm test, no time: ${test}`),
    ...(plan.chosen.includes(EVERY_PAGE) ? plan.leftPages : []).map(
      (page) => `left for npm test, no time: the look of ${page}`,
    ),
    `left for npm test, not reached: ${ofProjects(untouched)}`,
    ...silent.map((path) => `reaches no test: ${path}`),
  ]
}

function ofProjects(tests: readonly string[]): string {
  if (tests.length === 0) return 'none'
  const counts = projects.map((name) => [name, tests.filter((test) => projectOf(test) === name)])
  return counts
    .filter(([, files]) => files?.length)
    .map(([name, files]) => `${files?.length} of ${name}`)
    .join(', ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
