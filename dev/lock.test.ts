import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './lock.mjs'

const folder = () => join(mkdtempSync(join(tmpdir(), 'huilin-lock-')), 'the.lock')

describe('a lock', () => {
  it('lets one process in at a time', async () => {
    const lock = folder()
    const diary = `${lock}.diary`
    const script = `
      import { appendFileSync } from 'node:fs'
      import { withLock } from ${JSON.stringify(join(__dirname, 'lock.mjs'))}
      await withLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(diary)}, 'in ')
        await new Promise((resolve) => setTimeout(resolve, 200))
        appendFileSync(${JSON.stringify(diary)}, 'out ')
      })`
    const runs = [1, 2, 3].map(() => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script])
      return new Promise((resolve) => child.once('close', resolve))
    })
    await Promise.all(runs)
    expect(readFileSync(diary, 'utf8')).toBe('in out in out in out ')
    expect(existsSync(lock)).toBe(false)
  })

  it('is taken over from an owner who was killed', async () => {
    const lock = folder()
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(dead))
    await expect(withLock(lock, async () => 'in')).resolves.toBe('in')
  })

  it('is given back when the work fails', async () => {
    const lock = folder()
    const failing = withLock(lock, async () => {
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    await expect(withLock(lock, async () => 'in')).resolves.toBe('in')
  })
})
