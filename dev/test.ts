import { join } from 'node:path'
import { ensureBuilt, type Part, parts } from './build'
import { EVERY_PAGE } from './changed/plan'
import { runChanged } from './changed/run-changed'
import { type CheckResult, checks, runCheck } from './check'
import { projects, runEveryPage, runJest, type Sum } from './jest-run'

/**
 * The one test command: types, lint and tidy (a test each), the three builds (a test each), and
 * jest. The last line is the sum, alone. `npm test -- rules` runs what is named only: `checks`,
 * `builds`, one of jest's projects, or a part of a test file's path.
 *
 * `npm test -- --changed` runs what the branch and the working tree can touch, and
 * `--changed=<commit>` what was changed since then.
 */
async function main(words: readonly string[]): Promise<void> {
  const changed = words.find((word) => /^--changed(=|$)/.test(word))
  if (changed !== undefined) return testChanged(words, changed)
  const groups = ['checks', 'builds', ...projects]
  const files = words.filter((word) => !groups.includes(word))
  const named = words.filter((word) => groups.includes(word))
  const isWanted = (group: string) => words.length === 0 || named.includes(group)
  const sums: Sum[] = []
  if (isWanted('checks')) sums.push(await runChecks())
  if (isWanted('builds')) for (const part of parts) sums.push(await buildPart(part))
  const wanted = projects.filter((name) => isWanted(name) || (!named.length && files.length))
  // Walks share one screen and the processors: they run alone, the longest of them in two halves.
  const quick = wanted.filter((name) => name !== 'walks')
  if (quick.length > 0) sums.push(await runJest(quick, { matching: files }))
  if (wanted.includes('walks')) sums.push(...(await runWalks(files)))
  finish(sums)
}

async function runWalks(files: readonly string[]): Promise<Sum[]> {
  const isWanted =
    files.length === 0 || files.some((part) => new RegExp(part, 'i').test(EVERY_PAGE))
  const sums = isWanted ? await runEveryPage() : []
  return [...sums, await runJest(['walks'], { matching: files, without: [EVERY_PAGE] })]
}

async function testChanged(words: readonly string[], changed: string): Promise<void> {
  if (words.length > 1) {
    console.error('--changed chooses by itself; leave out the other words')
    process.exit(1)
  }
  const ref = changed.split('=')[1]
  finish(await runChanged(join(__dirname, '..'), { ref: ref || undefined, runChecks }))
}

async function runChecks(): Promise<Sum> {
  const results: CheckResult[] = []
  for (const check of checks) {
    console.log(`checking ${check.name}`)
    const result = await runCheck(check)
    if (!result.passed) console.log(`${result.output}\n${check.name} failed`)
    results.push(result)
  }
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

async function buildPart(part: Part): Promise<Sum> {
  try {
    await ensureBuilt([part])
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function finish(sums: readonly Sum[]): void {
  const total = (key: keyof Sum) => sums.reduce((all, sum) => all + sum[key], 0)
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`)
  process.exit(total('failed') > 0 || total('passed') === 0 ? 1 : 0)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
