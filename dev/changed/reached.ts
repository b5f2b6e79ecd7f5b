import { posix } from 'node:path'
import { functionNames } from '../build/functions'
import type { Project } from '../jest-run'
import type { House, SourceFile } from '../tidy/house'

/** A test reads them without an import, and so do all others. */
const readByAll = ['package.json', 'package-lock.json', 'tsconfig.json', 'babel.config.js']
const jestConfig = 'jest.config.js'
/** As far as a file that every test reads is said to be: what is near comes first. */
const FAR = 6

/** What is not in any import: which function, page or script is meant by a name in a string. */
export interface Surroundings {
  readonly functions: readonly string[]
  /** Files that jest reads for every test of a project. */
  readonly read: Readonly<Partial<Record<Project, readonly string[]>>>
}

/** How many steps each file is away from a change; those that it cannot touch are missing. */
export type Steps = ReadonlyMap<string, number>

export function surroundingsOf(root: string): Surroundings {
  const config: { projects: { displayName: Project }[] } = require(`${root}/${jestConfig}`)
  const read = config.projects.map((project) => {
    const named = JSON.stringify(project).matchAll(/<rootDir>\/([\w./-]+\.(?:js|tsx?))"/g)
    return [project.displayName, [...named].map((match) => match[1] ?? '')]
  })
  return { functions: functionNames(root), read: Object.fromEntries(read) }
}

/**
 * Everything that a change can touch: whatever imports a changed file, at once or by others, starts
 * it by its name, calls the function it is in, or opens the page it is in.
 */
export function reachedFrom(
  changed: readonly string[],
  { house, surroundings }: { house: House; surroundings: Surroundings },
): Steps {
  const users = usersOf(house, surroundings)
  const steps = new Map<string, number>()
  let reached = changed.flatMap((path) => [path, path.replace(/\.\w+$/, '')])
  for (let step = 0; reached.length > 0; step += 1) {
    const fresh = [...new Set(reached)].filter((path) => !steps.has(path))
    for (const path of fresh) steps.set(path, step)
    reached = fresh.flatMap((path) => [...(users.get(path) ?? []), ...besideIt(path, step)])
  }
  if (changed.some((path) => [...readByAll, jestConfig].includes(path))) {
    for (const { path, isTest } of house.files) {
      if (isTest) steps.set(path, Math.min(FAR, steps.get(path) ?? FAR))
    }
  }
  for (const path of [...steps.keys()]) if (!house.paths.has(path)) steps.delete(path)
  return steps
}

export function projectOf(test: string): Project {
  if (test.startsWith('shared/')) return 'rules'
  if (test.startsWith('client/')) return 'pages'
  if (test.startsWith('dev/walks/')) return test.includes('/built-') ? 'dist' : 'walks'
  return 'functions'
}

/** The test beside a changed file is the nearest, whatever way it has to what it tests. */
function besideIt(path: string, step: number): string[] {
  return step === 0 ? [path.replace(/(\.test)?(\.tsx?)$/, '.test$2')] : []
}

function usersOf(house: House, surroundings: Surroundings): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>()
  const scripts = scriptsByName(house)
  for (const file of house.files) {
    for (const used of usedBy(file, { house, surroundings, scripts })) {
      const known = users.get(used) ?? new Set()
      users.set(used, known.add(file.path))
    }
  }
  return users
}

interface Known {
  readonly house: House
  readonly surroundings: Surroundings
  readonly scripts: ReadonlyMap<string, readonly string[]>
}

function usedBy(file: SourceFile, known: Known): string[] {
  // A type is looked at by the type check, and never runs.
  const running = file.imports.filter(({ typeOnly }) => !typeOnly)
  return [
    ...running.flatMap(({ target }) => target ?? []),
    ...(isTool(file) ? namedIn(file, known) : []),
    ...(file.isTest ? (known.surroundings.read[projectOf(file.path)] ?? []) : []),
    ...besideEntry(file, known),
  ]
}

/** Pages have stand-ins for the cloud: the functions that they name do not run in their tests. */
function isTool({ path, isTest }: SourceFile): boolean {
  return path.startsWith('dev/') || (path.startsWith('cloudfunctions/') && isTest)
}

function namedIn({ path, text }: SourceFile, known: Known): string[] {
  const { functions } = known.surroundings
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')
  const called = all(/['"`]([a-z]+)(?:\.[a-zA-Z]+)?['"`]/g).filter((name) =>
    functions.includes(name),
  )
  const pages = all(/['"`]\/?([a-z-]+(?:\/[a-z-]+)*\/index)\b/g).map((page) => `client/${page}.tsx`)
  const scripts = all(/['"`/]([\w.-]+\.(?:m?js|tsx?))['"`]/g)
  return [
    ...called.map((name) => `cloudfunctions/${name}/index.ts`),
    ...pages.filter((page) => known.house.paths.has(page)),
    ...scripts.flatMap((name) => known.scripts.get(name) ?? []).filter((one) => one !== path),
  ]
}

/** What an entry is made of by its place: settings beside it, and the app of all its pages. */
function besideEntry({ path, isTest }: SourceFile, { house }: Known): string[] {
  const folder = posix.dirname(path)
  if (/^cloudfunctions\/\w+\/index\.ts$/.test(path)) return [`${folder}/config.json`]
  if (/^client\/.+\/index\.tsx$/.test(path)) return [`${folder}/index.config.ts`]
  if (path === 'client/app.config.ts') {
    const pages = [...house.paths].filter((one) => /^client\/.+\/index\.tsx$/.test(one))
    return ['client/app.ts', 'client/app.scss', ...pages]
  }
  return isTest && path.startsWith('dev/walks/') ? ['client/app.config.ts'] : []
}

function scriptsByName({ files }: House): Map<string, string[]> {
  const scripts = new Map<string, string[]>()
  for (const { path } of files.filter((file) => file.path.startsWith('dev/'))) {
    const name = posix.basename(path)
    scripts.set(name, [...(scripts.get(name) ?? []), path])
  }
  return scripts
}
