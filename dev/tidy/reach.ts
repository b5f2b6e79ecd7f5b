import type { Finding, House, Rule, SourceFile } from './house'

/** Where running begins: what the platform, Taro, npm or jest starts by name. */
const entries = [
  /^client\/app\.(ts|config\.ts|scss)$/,
  /^client\/.*\/index\.(config\.ts|tsx)$/,
  /^cloudfunctions\/[a-z]+\/index\.ts$/,
  /^config\//,
  /^dev\/[a-z-]+\.(ts|mjs)$/,
  /\.d\.m?ts$/,
]
const tests = /\.test\.tsx?$|^dev\/harness\//

/** No dead file: each is reached from an entry. What only tests reach is dead outside dev/. */
export const reach: Rule = (house) => {
  const scripts = new Set(house.files.filter(isScript).map(({ path }) => path))
  const isEntry = (path: string) => entries.some((entry) => entry.test(path)) || scripts.has(path)
  const alive = reachedFrom(house, isEntry)
  const tested = reachedFrom(house, (path) => tests.test(path))
  return house.files
    .filter(({ path }) => !alive.has(path) && !(tested.has(path) && mayServeTests(path)))
    .map(({ path }): Finding => {
      const sentence = tested.has(path) ? 'only tests use this file' : 'nothing uses this file'
      return { path, line: 1, rule: 'reach', sentence }
    })
}

/** Files of dev/ that run by themselves when node is given their name. */
function isScript({ path, text }: SourceFile): boolean {
  return path.startsWith('dev/') && /^(void |await )?\w+\(\)|process\.argv\[1\]/m.test(text)
}

function mayServeTests(path: string): boolean {
  return path.startsWith('dev/') || /\.test\.tsx?$/.test(path)
}

function reachedFrom(house: House, isStart: (path: string) => boolean): Set<string> {
  const files = new Map(house.files.map((file) => [file.path, file]))
  const reached = new Set<string>()
  const waiting = [...files.keys()].filter(isStart)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = files.get(path)
    if (!file || reached.has(path)) continue
    reached.add(path)
    for (const one of file.imports) if (one.target) waiting.push(one.target)
    waiting.push(...namedIn(file, files))
  }
  return reached
}

/** In dev/ some files are started by their name in a string: workers, preloads, fixtures. */
function namedIn(file: SourceFile, files: ReadonlyMap<string, SourceFile>): string[] {
  if (!file.path.startsWith('dev/')) return []
  return [...files.keys()].filter((path) => {
    if (!path.startsWith('dev/') || path === file.path) return false
    const name = path.slice(path.lastIndexOf('/') + 1)
    return file.text.includes(`/${name}'`) || file.text.includes(`'${name}'`)
  })
}
