/** `npm start`: builds what changed, opens the demo shop and shows it on the workbench. */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build'
import { startLocalCloud } from './localcloud/cloud'
import { seedDemo } from './seed/demo'
import { showProgress } from './step'
import { mountWorkbench } from './workbench/workbench'

const FIRST_PORT = 8700
const PORTS_TRIED = 50
const SEED_USUAL_SECONDS = 8

const root = join(__dirname, '..')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      data: { type: 'string', default: join(root, '.data/demo') },
    },
  })
  await ensureBuilt(['functions', 'h5'])
  const dataDir = values.data
  if (values.fresh) rmSync(dataDir, { recursive: true, force: true })
  const port = values.port === undefined ? await freePort() : Number(values.port)
  const cloud = await startLocalCloud({
    port,
    dataDir,
    functionsDir: join(root, 'dist/cloudfunctions'),
    seed: async (fresh) => {
      const stop = showProgress('filling the demo shop', SEED_USUAL_SECONDS)
      console.log('filling the demo shop with a year of purchases, a few seconds')
      await seedDemo(fresh).finally(stop)
    },
    extend: (app, extended) => mountWorkbench(app, extended, join(root, 'dist/h5')),
    timers: true,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
  console.log(`\n惠邻 is open: ${cloud.origin}/\nCtrl-C closes it; --fresh starts over.`)
}

/** The first free port from 8700 on, so that two clones can be open side by side. */
async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    if (await isFree(port)) return port
  }
  throw new Error(
    `ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are taken; name one: --port`,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
})
