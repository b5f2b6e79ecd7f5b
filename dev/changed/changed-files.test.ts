import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changedFiles } from './changed-files'

function emptyRepository(branch: string) {
  const root = mkdtempSync(join(tmpdir(), 'huilin-changed-'))
  const who = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com']
  const git = (...args: string[]) => execFileSync('git', [...who, ...args], { cwd: root })
  git('init', '--quiet', '--initial-branch', branch)
  const write = (path: string, text = path) => writeFileSync(join(root, path), text)
  const commit = () => {
    git('add', '--all')
    git('commit', '--quiet', '--no-verify', '-m', 'chore: more')
  }
  return { root, git, write, commit }
}

describe('the files of a change', () => {
  const { root, git, write, commit } = emptyRepository('main')
  for (const path of ['kept.ts', 'edited.ts', 'staged.ts', 'deleted.ts', '.gitignore']) write(path)
  write('.gitignore', 'ignored.ts\n')
  commit()
  git('checkout', '--quiet', '-b', 'branch')
  write('committed.ts')
  commit()
  write('edited.ts', 'other')
  write('staged.ts', 'other')
  git('add', 'staged.ts')
  write('新 file.ts')
  write('ignored.ts')
  rmSync(join(root, 'deleted.ts'))

  it('are all since the branch left main, committed or not', () => {
    expect(changedFiles(root).paths).toEqual(
      ['committed.ts', 'deleted.ts', 'edited.ts', 'staged.ts', '新 file.ts'].sort(),
    )
  })

  it('are those since any commit that is named', () => {
    const { against, paths } = changedFiles(root, 'HEAD')
    expect(paths).not.toContain('committed.ts')
    expect(paths).toContain('edited.ts')
    expect(against).toMatch(/^HEAD \([0-9a-f]+\)$/)
    expect(() => changedFiles(root, 'nowhere')).toThrow('git diff failed')
  })

  it('are not guessed where there is no main', () => {
    const other = emptyRepository('trunk')
    other.write('one.ts')
    other.commit()
    expect(() => changedFiles(other.root)).toThrow('--changed=<commit>')
  })
})
