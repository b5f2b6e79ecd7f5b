import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCommand } from './fixtures/cloud-process'
import { openFunctionFolder } from './fixtures/function-folder'

const folder = openFunctionFolder({
  'functions/sound/index.js': 'exports.main = ({ a }) => a + 1',
  'functions/hurt/index.js': 'exports.main = () => 1',
  'functions/hurt/config.json': { timeout: 99 },
})
const functionsDir = join(folder.path, 'functions')
const start = (...args: string[]) => startCommand({ args: ['--port', '0', ...args] })

afterAll(() => folder.end())

describe('the command of the local cloud', () => {
  it('opens the functions that it is shown, and names the ones that it cannot call', async () => {
    const cloud = await start('--functions', functionsDir)
    try {
      expect(cloud.said).toContain('functions: sound\n')
      const inner = '"timeout" is whole seconds from 1 to 60'
      expect(cloud.said).toMatch(/the function "hurt" cannot be called .*config\.json/)
      expect(cloud.said).toContain(inner)
      expect(await cloud.post('/call/sound', { a: 1 })).toEqual({ status: 200, answer: 2 })
    } finally {
      await cloud.stop()
    }
    rmSync(join(folder.path, '.localcloud'), { recursive: true })
  })

  it('knows no functions, no collections and no seeds of its own', async () => {
    await expect(start()).rejects.toThrow('cloud --functions DIR')
    const seeded = start('--functions', functionsDir, '--seed', 'demo')
    await expect(seeded).rejects.toThrow('there is no seed "demo" for these functions')
    const cloud = await start('--functions', functionsDir, '--seed', 'empty')
    const response = await fetch(`${cloud.origin}/lab/collections`)
    expect(await response.json()).toEqual([])
    await cloud.stop()
  })

  it('declares the collections of a file, and refuses a folder that is one function', async () => {
    const file = join(folder.path, 'collections.json')
    writeFileSync(file, '{"orders": {}}')
    const cloud = await start('--functions', functionsDir, '--collections', file)
    const response = await fetch(`${cloud.origin}/lab/collections`)
    expect(await response.json()).toMatchObject([{ name: 'orders' }])
    await cloud.stop()
    const inside = start('--functions', join(functionsDir, 'sound'))
    await expect(inside).rejects.toThrow('is one function; name the folder that holds it')
  })
})
