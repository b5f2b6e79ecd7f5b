import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * A build is fresh when the fingerprint of everything that went into it is the one written down
 * after it last succeeded. Fingerprints are of contents: a checkout changes every file's date.
 */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesUnder(join(root, input))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** True when the last successful build had this fingerprint. */
export function isFresh(stampFile: string, print: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print
}

export function markFresh(stampFile: string, print: string): void {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, print)
}

/** Called before a build begins, so that one that is killed half-way is never taken for done. */
export function markStale(stampFile: string): void {
  rmSync(stampFile, { force: true })
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = readdirSyncOrFile(path)
  if (entries === 'file') return [path]
  return entries.flatMap((name) => (isTest(name) ? [] : filesUnder(join(path, name))))
}

function readdirSyncOrFile(path: string): string[] | 'file' {
  try {
    return readdirSync(path).sort()
  } catch {
    return 'file'
  }
}

/** Tests are no part of what is built. */
function isTest(name: string): boolean {
  return /\.test\.tsx?$/.test(name)
}
