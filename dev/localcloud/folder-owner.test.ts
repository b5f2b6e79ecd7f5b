import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FolderInUseError, ownFolder } from './folder-owner'

const KILLS = 5
const RACERS = 6
/** How long a second owner has to show itself. */
const SECOND_MS = 300

let folder = ''
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huilin-owner-'))
})

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Processes that want the folder, and those of them that say that they have it. */
function openRace() {
  const owners = new Set<ChildProcess>()
  const racing = new Set<ChildProcess>()
  const enter = (): void => {
    const script = join(__dirname, 'fixtures/owner-process.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    child.stdout.on('data', (said: Buffer) => {
      if (said.includes('racing')) racing.add(child)
      if (said.includes('in\n')) owners.add(child)
    })
  }
  return { owners, racing, enter }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5)
}

it('has one owner at a time, however many race and whoever is killed', async () => {
  const { owners, racing, enter } = openRace()
  for (let n = 0; n < RACERS; n += 1) enter()
  await until(() => racing.size === RACERS)
  for (let killed = 0; killed < KILLS; killed += 1) {
    await until(() => owners.size > 0)
    await pause(SECOND_MS)
    expect(owners.size).toBe(1)
    enter()
    const [owner] = owners
    owners.clear()
    owner?.kill('SIGKILL')
  }
  await until(() => owners.size > 0)
  await pause(SECOND_MS)
  expect(owners.size).toBe(1)
})

it('tells where its owner is open, also to another part of the same process', async () => {
  const owned = await ownFolder(folder)
  owned.announce('http://127.0.0.1:8700')
  const second = ownFolder(folder)
  await expect(second).rejects.toBeInstanceOf(FolderInUseError)
  await expect(second).rejects.toThrow(`${folder} is in use`)
  await expect(second).rejects.toMatchObject({ origin: 'http://127.0.0.1:8700' })
  owned.release()
  const third = await ownFolder(folder)
  third.release()
})

it('waits for the address of an owner that is starting', async () => {
  const owned = await ownFolder(folder)
  const second = ownFolder(folder).catch((fault: unknown) => fault)
  await pause(200)
  owned.announce('http://127.0.0.1:8701')
  expect(await second).toMatchObject({ origin: 'http://127.0.0.1:8701' })
  owned.release()
})

it('forgets what a killed owner announced', async () => {
  writeFileSync(join(folder, 'owner.lock'), 'http://127.0.0.1:8702')
  const owned = await ownFolder(folder)
  expect(readFileSync(join(folder, 'owner.lock'), 'utf8')).toBe('')
  owned.release()
})

it('is still owned when it was emptied, and not when it was removed', async () => {
  const owned = await ownFolder(folder)
  owned.announce('http://127.0.0.1:8703')
  writeFileSync(join(folder, 'data'), 'old')
  owned.empty()
  await expect(ownFolder(folder)).rejects.toBeInstanceOf(FolderInUseError)
  expect(() => readFileSync(join(folder, 'data'))).toThrow('ENOENT')
  rmSync(folder, { recursive: true })
  const another = await ownFolder(folder)
  another.release()
  owned.release()
})
