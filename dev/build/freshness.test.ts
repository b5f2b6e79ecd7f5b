import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fingerprint, isFresh, markFresh, markStale } from './freshness'

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

describe('a fingerprint of sources', () => {
  const root = mkdtempSync(join(tmpdir(), 'huilin-fresh-'))
  const print = () => fingerprint(root, ['client', 'package-lock.json', 'missing'])
  write(root, 'client/pages/home.tsx', 'home')
  write(root, 'package-lock.json', '{}')

  it('changes with a text, a name and a single file', () => {
    const prints = [print()]
    write(root, 'client/pages/home.tsx', 'other')
    prints.push(print())
    write(root, 'client/pages/me.tsx', 'me')
    prints.push(print())
    write(root, 'package-lock.json', '{ }')
    prints.push(print())
    expect(new Set(prints).size).toBe(4)
  })

  it('stays when only a test changes, or nothing does', () => {
    const before = print()
    write(root, 'client/pages/home.test.tsx', 'test')
    expect(print()).toBe(before)
  })

  it('makes a build fresh until it is begun again', () => {
    const stamp = join(root, 'dist/.fresh/h5')
    expect(isFresh(stamp, 'a')).toBe(false)
    markFresh(stamp, 'a')
    expect(isFresh(stamp, 'a')).toBe(true)
    expect(isFresh(stamp, 'b')).toBe(false)
    markStale(stamp)
    expect(isFresh(stamp, 'a')).toBe(false)
  })
})
