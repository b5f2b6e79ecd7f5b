import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const script = `require(process.argv[1]).keepCompiled(process.argv[2])
const { word, where } = require(process.argv[2])
console.log(JSON.stringify([word(), where()]))`

/** Long enough to be kept, and with a first line that a stack can point into. */
function bundleSaying(word: string): string {
  const where = "exports.where = () => new Error().stack.split('\\n')[1]"
  const first = `const said = '${word}'; exports.word = () => said; ${where}`
  return `${first}\n//${'.'.repeat(600_000)}\n`
}

function machineOf() {
  const home = mkdtempSync(join(tmpdir(), 'huilin-compiled-'))
  const folder = join(home, `local-cloud-compiled-${userInfo().uid}`)
  const entry = join(home, 'index.js')
  return {
    folder,
    write: (word: string) => writeFileSync(entry, bundleSaying(word)),
    kept: () => readdirSync(folder),
    /** What a fresh process reads, with these temporary files. */
    start(keeping = join(__dirname, 'keep-compiled.cjs')): unknown {
      const env = { ...process.env, TMPDIR: home }
      const printed = execFileSync(process.execPath, ['-e', script, keeping, entry], { env })
      return JSON.parse(printed.toString())
    },
    /** The same without anything kept. */
    startPlainly(): unknown {
      const plain = join(home, 'plain.cjs')
      writeFileSync(plain, 'exports.keepCompiled = () => {}')
      return this.start(plain)
    },
  }
}

describe('a bundle that was compiled before', () => {
  it('does what it does when it is compiled, down to the places in a stack', () => {
    const machine = machineOf()
    machine.write('one')
    const plainly = machine.startPlainly()
    expect(machine.start()).toEqual(plainly)
    expect(machine.kept()).toHaveLength(1)
    expect(machine.start()).toEqual(plainly)
  })

  it('is not compiled again', () => {
    const machine = machineOf()
    machine.write('one')
    machine.start()
    const [one = ''] = machine.kept()
    machine.write('two')
    // Of the same length, it is another bundle all the same.
    expect(machine.start()).toMatchObject({ 0: 'two' })
    const two = machine.kept().find((name) => name !== one) ?? ''
    copyFileSync(join(machine.folder, one), join(machine.folder, two))
    expect(machine.start()).toMatchObject({ 0: 'one' })
  })

  it('is compiled again when what was kept is broken', () => {
    const machine = machineOf()
    machine.write('one')
    machine.start()
    const file = join(machine.folder, machine.kept()[0] ?? '')
    writeFileSync(file, 'broken')
    expect(machine.start()).toMatchObject({ 0: 'one' })
    expect(readFileSync(file).length).toBeGreaterThan(100)
  })

  it('is kept beside 39 others', () => {
    const machine = machineOf()
    mkdirSync(machine.folder, { mode: 0o700 })
    for (let n = 0; n < 45; n += 1) writeFileSync(join(machine.folder, `old-${n}`), '')
    machine.write('one')
    machine.start()
    expect(machine.kept()).toHaveLength(40)
    expect(machine.kept().filter((name) => !name.startsWith('old-'))).toHaveLength(1)
  })

  it('is kept nowhere where others may write', () => {
    const machine = machineOf()
    mkdirSync(machine.folder)
    chmodSync(machine.folder, 0o777)
    machine.write('one')
    expect(machine.start()).toMatchObject({ 0: 'one' })
    expect(machine.kept()).toEqual([])
  })
})
