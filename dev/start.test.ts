import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OwnedFolder, ownFolder } from './localcloud/folder-owner'

let folder = ''
let owned: OwnedFolder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huilin-start-'))
  owned = await ownFolder(folder)
  owned.announce('http://127.0.0.1:8703')
})

afterAll(() => {
  owned.release()
  rmSync(folder, { recursive: true, force: true })
})

function start(...args: string[]) {
  const script = join(__dirname, 'start.ts')
  return spawnSync(process.execPath, ['--import', 'tsx', script, '--data', folder, ...args], {
    encoding: 'utf8',
  })
}

describe('a second `npm start`', () => {
  it('says where the first is open, and ends before it builds anything', () => {
    const { stdout, status } = start()
    expect(stdout).toBe('惠邻 is open already: http://127.0.0.1:8703/\n')
    expect(status).toBe(0)
  })

  it('refuses to start over a shop that is open', () => {
    const { stderr, status } = start('--fresh')
    expect(stderr).toContain(`${folder} is in use by another local cloud`)
    expect(status).toBe(1)
  })
})
