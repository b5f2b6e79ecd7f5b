// Node's own modules only: nothing is installed yet when this runs.
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const PROGRESS_EVERY_MS = 5_000
const PARENT_EVERY_MS = 500

/**
 * Runs a long command with its output in a log and one line on the screen every few seconds.
 * Answers whether it succeeded; when not, the end of the log is printed.
 */
export async function runQuietly({ label, usually, command, args, logName }) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const logFile = join(root, '.cache', logName)
  const log = createWriteStream(logFile)
  const startedAt = Date.now()
  console.log(`${label}, usually ${usually}`)
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    console.log(`${label}, ${seconds} s so far, usually ${usually}`)
  }, PROGRESS_EVERY_MS)
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const succeeded = await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
  clearInterval(timer)
  await new Promise((resolve) => log.end(resolve))
  if (!succeeded) printEnd(label, logFile)
  return succeeded
}

/** Runs a command on this terminal and answers its exit code; it ends when we are ended. */
export async function runOnTerminal(args, env = {}) {
  // The channel closes with this process, also when it is killed: exit-with-parent.mjs sees that.
  const guard = join(root, 'dev/bootstrap/exit-with-parent.mjs')
  const child = spawn(process.execPath, ['--import', guard, '--import', 'tsx', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  // A terminal sends Ctrl-C to the child itself; a second one might be taken for impatience.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  endWithNpm(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(signal ? 1 : code))
  })
}

/** Who kills npm means us as well; a process is not told that its parent died, so it looks. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const before = ancestors()
  const look = () => ancestors() === before || child.kill('SIGTERM')
  setInterval(look, PARENT_EVERY_MS).unref()
}

/** Our parent and its parent, since npm puts a shell between itself and a script. */
function ancestors() {
  try {
    // Linux tells; the name in brackets may hold blanks, the parent is the second word after it.
    const status = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return `${process.ppid}`
  }
}

function printEnd(label, logFile) {
  console.error(`${label} failed:`)
  console.error(readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n'))
}
