import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../build'
import { buildClient } from '../build/client'
import { withLock } from '../lock.mjs'
import { writeEmptyApp } from './empty-app'

const MAX_RATIO = 1.4
const MAX_MAIN_BYTES = 1_000_000
const MAX_SUBPACKAGE_BYTES = 800_000

const root = join(__dirname, '../..')

/** Bytes of each package of a built mini-program; the main package is called `main`. */
export function packageBytes(output: string): Record<string, number> {
  const app: { subPackages?: { root: string }[] } = JSON.parse(
    readFileSync(join(output, 'app.json'), 'utf8'),
  )
  const roots = (app.subPackages ?? []).map((one) => one.root.replace(/\/$/, ''))
  const bytes: Record<string, number> = { main: 0 }
  for (const entry of readdirSync(output, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const owner = roots.find((one) => file.startsWith(`${join(output, one)}/`)) ?? 'main'
    bytes[owner] = (bytes[owner] ?? 0) + statSync(file).size
  }
  return bytes
}

/** Our packages beside those of an empty app of the same versions, built in the same run. */
async function main(): Promise<void> {
  await ensureBuilt(['weapp'])
  const emptyApp = join(root, '.cache/empty-app')
  writeEmptyApp(emptyApp)
  await withLock(join(root, '.cache/build-client.lock'), () => buildClient(emptyApp, 'weapp'))
  const empty = packageBytes(join(emptyApp, 'dist/weapp'))
  const ours = packageBytes(join(root, 'dist/weapp'))
  const ratio = (ours.main ?? 0) / (empty.main ?? 1)
  console.table({ 'empty app': empty, ours })
  console.log(`main package: ${ratio.toFixed(2)} x an empty app (at most ${MAX_RATIO})`)
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  const report = { empty, ours, ratio: Number(ratio.toFixed(3)) }
  writeFileSync(join(root, '.cache/bench/package-size.json'), JSON.stringify(report, null, 2))
  const subpackages = Object.entries(ours).filter(([name]) => name !== 'main')
  const heavy = subpackages.filter(([, bytes]) => bytes > MAX_SUBPACKAGE_BYTES)
  const tooBig = ratio > MAX_RATIO || (ours.main ?? 0) > MAX_MAIN_BYTES || heavy.length > 0
  process.exit(tooBig ? 1 : 0)
}

if (process.argv[1] === __filename) void main()
