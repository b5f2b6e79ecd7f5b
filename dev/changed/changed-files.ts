import { spawnSync } from 'node:child_process'

export interface Change {
  /** What the files are compared with, in words for the screen. */
  readonly against: string
  readonly paths: readonly string[]
}

const trunks = ['main', 'origin/main']

/**
 * Every file that differs from the given commit, or else from where the branch left main:
 * committed, staged, not staged, new and deleted ones.
 */
export function changedFiles(root: string, ref?: string): Change {
  const base = ref ?? whereItLeft(root)
  // Two names for a moved file: those that import it by the old one are touched, too.
  const differing = git(root, ['diff', '--name-only', '--no-renames', '-z', base, '--'])
  const unknown = git(root, ['ls-files', '--others', '--exclude-standard', '-z'])
  const commit = git(root, ['rev-parse', '--short', `${base}^{commit}`]).trim()
  const paths = [...new Set(`${differing}${unknown}`.split('\0').filter(Boolean))].sort()
  return { against: ref === undefined ? commit : `${ref} (${commit})`, paths }
}

function whereItLeft(root: string): string {
  for (const trunk of trunks) {
    const found = spawnSync('git', ['merge-base', trunk, 'HEAD'], { cwd: root, encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  // Guessing would leave out what was committed since.
  throw new Error('there is no branch main to compare with: say which, --changed=<commit>')
}

function git(root: string, args: readonly string[]): string {
  const run = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  if (run.status !== 0) throw new Error(`git ${args[0]} failed: ${run.stderr || run.error}`)
  return run.stdout
}
