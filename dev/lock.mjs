// Node's own modules only: the bootstrap uses this before anything is installed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 500

/**
 * Runs `work` while no other process holds the same lock. The lock is a folder, because making a
 * folder succeeds for one process only; the owner's process id inside tells a lock that is held
 * from one whose owner was killed.
 */
export async function withLock(folder, work, onWait = () => {}) {
  mkdirSync(dirname(folder), { recursive: true })
  let waitedMs = 0
  while (!take(folder)) {
    onWait(waitedMs)
    await sleep(POLL_MS)
    waitedMs += POLL_MS
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (ownerIsGone(folder)) rmSync(folder, { recursive: true, force: true })
  return false
}

function ownerIsGone(folder) {
  let pid
  try {
    pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  } catch {
    // Its owner is between making the folder and writing its id.
    return false
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
