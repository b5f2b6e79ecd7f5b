// Node's own modules only: the bootstrap uses this before anything is installed.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 500

/**
 * Runs `work` while no other process holds the same lock. The lock is a folder that appears whole,
 * with its owner's process id inside, because renaming onto a folder that is not empty fails; the
 * id tells a lock that is held from one whose owner was killed.
 */
export async function withLock(folder, work, onWait = () => {}) {
  let waitedMs = 0
  while (!take(folder)) {
    onWait(waitedMs)
    await sleep(POLL_MS)
    waitedMs += POLL_MS
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(folder) {
  const mine = `${folder}.${process.pid}`
  mkdirSync(mine, { recursive: true })
  writeFileSync(join(mine, 'pid'), String(process.pid))
  try {
    renameSync(mine, folder)
    return true
  } catch (error) {
    rmSync(mine, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  }
  const owner = readOwner(folder)
  if (owner !== undefined && !isAlive(owner)) removeDead(folder, owner)
  return false
}

/** One process alone removes a dead lock: the others might remove the one that came after it. */
function removeDead(folder, owner) {
  const marker = `${folder}.dead-${owner}`
  try {
    mkdirSync(marker)
  } catch {
    return
  }
  if (readOwner(folder) === owner) rmSync(folder, { recursive: true, force: true })
  rmSync(marker, { recursive: true, force: true })
}

function readOwner(folder) {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
