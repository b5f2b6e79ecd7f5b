import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../build'
import { bundleFunction, functionNames } from '../build/functions'
import { sdkEnvironment } from '../harness/cloud'
import { type Figure, report } from './figures'

const ROUNDS = 15
const MOST_TIMES = 1.3

const root = join(__dirname, '../..')
const onlySdk = join(__dirname, 'functions/only-sdk/index.js')

/**
 * What a fresh process does before `main` is there, and until it has answered once, in processor
 * milliseconds: written in plain JavaScript, so that nothing but the function is loaded.
 */
const startOnce = `
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const before = used()
const { main } = require(process.argv[1])
const loaded = used() - before
const event = { action: 'nothing', requestId: 'a-request-of-the-bench', input: {} }
Promise.resolve(main(event, {})).then((answer) => {
  const answered = used() - before
  console.log(JSON.stringify({ loaded, answered, answer }))
  process.exit(0)
})`

interface Start {
  readonly loaded: number
  readonly answered: number
  readonly answer: { readonly ok?: unknown }
}

/**
 * The cold start of each function as it is uploaded, beside one that only requires the SDK and is
 * bundled in the same way: in turns, the best of each.
 */
async function main(): Promise<boolean> {
  await ensureBuilt(['functions'])
  const folder = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  try {
    const floorFile = join(folder, 'index.js')
    await bundleFunction(root, { entry: onlySdk, target: floorFile })
    const names = functionNames(root)
    const files = names.map((name) => join(root, 'dist/cloudfunctions', name, 'index.js'))
    const [floor, ...functions] = bestStarts([floorFile, ...files])
    if (!floor) throw new Error('nothing was started')
    const figures = functions.flatMap((start, at) => figuresOf(names[at] ?? '', { start, floor }))
    return report('cold-start', [
      { what: 'only the SDK: until main is there, ms', measured: floor.loaded },
      { what: 'only the SDK: until the first answer, ms', measured: floor.answered },
      ...figures,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Times = Pick<Start, 'loaded' | 'answered'>

function bestStarts(files: readonly string[]): Times[] {
  const best = files.map(() => ({
    loaded: Number.POSITIVE_INFINITY,
    answered: Number.POSITIVE_INFINITY,
  }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, file] of files.entries()) {
      const start = startFresh(file)
      const known = best[at]
      if (!known) continue
      known.loaded = Math.min(known.loaded, start.loaded)
      known.answered = Math.min(known.answered, start.answered)
    }
  }
  return best
}

function startFresh(file: string): Start {
  // No call leaves the process: the answer is a refusal, and the address is nobody's.
  const env = { ...process.env, ...sdkEnvironment('http://127.0.0.1:9') }
  const printed = execFileSync(process.execPath, ['-e', startOnce, file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const start: Start = JSON.parse(printed.toString().trim().split('\n').at(-1) ?? '')
  if (typeof start.answer?.ok !== 'boolean') throw new Error(`${file} answered ${printed}`)
  return start
}

function figuresOf(name: string, { start, floor }: Record<'start' | 'floor', Times>): Figure[] {
  const bound = { most: MOST_TIMES }
  return [
    { what: `${name}: until main is there, times`, measured: start.loaded / floor.loaded, bound },
    {
      what: `${name}: until the first answer, times`,
      measured: start.answered / floor.answered,
      bound,
    },
  ]
}

main().then((holds) => process.exit(holds ? 0 : 1))
