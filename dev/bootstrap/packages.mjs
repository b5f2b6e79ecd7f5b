// Node's own modules only: this is what installs the others.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from '../lock.mjs'
import { root, runQuietly } from './run.mjs'

const stampFile = join(root, 'node_modules/.huilin-lock-hash')

/**
 * Installs what package-lock.json asks for, when node_modules is missing or differs from it.
 * Install scripts stay off: no package of ours needs one. Two bootstraps at once take turns.
 */
export async function ensurePackages() {
  if (isInstalled()) return true
  const sayWait = (waitedMs) => {
    if (waitedMs % 10_000 === 0) console.log('waiting for another installation to finish')
  }
  return withLock(join(root, '.cache/install.lock'), installOnce, sayWait)
}

async function installOnce() {
  if (isInstalled()) return true
  const npm = process.env.npm_execpath
  // Not `npm ci`: it gives up when a registry lacks optional packages of other machines.
  // `--no-save` takes the versions of the lock file and leaves the file alone.
  const installation = ['install', '--no-save', '--ignore-scripts', '--include=dev']
  const succeeded = await runQuietly({
    label: 'installing packages',
    usually: 'about 3 minutes',
    command: npm ? process.execPath : 'npm',
    args: npm ? [npm, ...installation] : installation,
    logName: 'install.log',
  })
  if (succeeded) writeFileSync(stampFile, lockHash())
  return succeeded
}

function isInstalled() {
  const wanted = lockHash()
  if (readText(stampFile) === wanted) return true
  if (!matchesInstalled()) return false
  // Somebody installed by hand; npm's own record says that it is complete.
  writeFileSync(stampFile, wanted)
  return true
}

/** npm writes its record at the very end, so an installation that broke off has none. */
function matchesInstalled() {
  const record = readText(join(root, 'node_modules/.package-lock.json'))
  if (record === undefined) return false
  const installed = JSON.parse(record).packages
  const wanted = Object.entries(JSON.parse(readText(join(root, 'package-lock.json'))).packages)
  return wanted.every(([path, { version, optional }]) => {
    // Optional packages are those of other machines.
    if (path === '' || (optional && !installed[path])) return true
    return installed[path]?.version === version
  })
}

function lockHash() {
  return createHash('sha256')
    .update(readText(join(root, 'package-lock.json')))
    .digest('hex')
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
