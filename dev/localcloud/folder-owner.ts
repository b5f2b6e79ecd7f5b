import { spawnSync } from 'node:child_process'
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A data folder that this process alone may open, until it gives it back or ends. */
export interface OwnedFolder {
  /** Tells those who come later where this owner is open. */
  announce(origin: string): void
  /** Removes everything but the lock. */
  empty(): void
  release(): void
}

/** Another process, or this one, has the folder open. */
export class FolderInUseError extends Error {
  constructor(
    readonly folder: string,
    /** Where the owner is open; absent when it was not open yet. */
    readonly origin?: string,
  ) {
    const place = origin === undefined ? 'which is still starting' : `open at ${origin}`
    super(`the data folder ${folder} is in use by another local cloud, ${place}`)
  }
}

/** The file stays: a lock on a file that was removed would be no lock for who comes next. */
const lockName = 'owner.lock'
const ANNOUNCED_WITHIN_MS = 5000
const POLL_MS = 100

/**
 * Makes this process the only owner of a data folder. The kernel keeps the lock and frees it when
 * the process ends, however it ends, so that nothing has to be judged stale and taken over.
 * @throws FolderInUseError when somebody owns it, with the owner's address as soon as it has one.
 */
export async function ownFolder(folder: string): Promise<OwnedFolder> {
  const file = join(folder, lockName)
  const lock = takeLock(folder, file)
  if (lock === undefined) throw new FolderInUseError(folder, await announcedIn(file))
  // What a killed owner announced is no longer true.
  ftruncateSync(lock)
  let isHeld = true
  return {
    announce: (origin) => {
      writeSync(lock, origin, 0)
    },
    empty() {
      for (const name of readdirSync(folder)) {
        if (name !== lockName) rmSync(join(folder, name), { recursive: true, force: true })
      }
    },
    release() {
      if (!isHeld) return
      isHeld = false
      ftruncateSync(lock)
      closeSync(lock)
    },
  }
}

/** The open and locked file, or nothing when another has locked it. */
function takeLock(folder: string, file: string): number | undefined {
  for (;;) {
    mkdirSync(folder, { recursive: true })
    const opened = lockHere(file)
    if (opened === undefined) return undefined
    // Somebody may have removed the folder between the opening and the lock.
    const found = statSync(file, { throwIfNoEntry: false })
    const { dev, ino } = fstatSync(opened)
    if (found?.ino === ino && found.dev === dev) return opened
    closeSync(opened)
  }
}

function lockHere(file: string): number | undefined {
  return process.platform === 'linux' ? lockByCommand(file) : lockByOpening(file)
}

/**
 * Node has no call for flock(2), but such a lock belongs to the open file and not to the process
 * that asked for it: the command locks the file that it was handed and ends, and the lock stays
 * for as long as this process has the file open. Node hands it to no other child.
 */
function lockByCommand(file: string): number | undefined {
  const opened = openSync(file, constants.O_RDWR | constants.O_CREAT)
  const asked = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', opened] })
  if (asked.status === 0) return opened
  closeSync(opened)
  if (asked.status === 1) return undefined
  throw new Error(`${file} cannot be locked: ${asked.error?.message ?? asked.stderr.toString()}`)
}

/** O_EXLOCK of macOS and the BSDs, which Node does not name: the file is opened locked or not. */
const exclusively = 0x20

function lockByOpening(file: string): number | undefined {
  const { O_RDWR, O_CREAT, O_NONBLOCK } = constants
  try {
    return openSync(file, O_RDWR | O_CREAT | O_NONBLOCK | exclusively)
  } catch (fault) {
    // Not by `instanceof`: under jest an error of Node's own is of another world.
    const isFault = typeof fault === 'object' && fault !== null && 'code' in fault
    if (isFault && fault.code === 'EAGAIN') return undefined
    throw fault
  }
}

async function announcedIn(file: string): Promise<string | undefined> {
  for (let waitedMs = 0; waitedMs < ANNOUNCED_WITHIN_MS; waitedMs += POLL_MS) {
    const origin = readFileSync(file, 'utf8')
    if (origin !== '') return origin
    await pause(POLL_MS)
  }
  return undefined
}
