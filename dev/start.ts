/** `npm start`: builds what changed, opens the demo shop and shows it on the workbench. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build'
import type { LocalCloud } from './localcloud/cloud'
import { FolderInUseError } from './localcloud/folder-owner'
import { tellBroken } from './localcloud/functions/function-config'
import { isTaken } from './localcloud/gateway/listening'
import { seedDemo } from './seed/demo'
import { seedEmpty } from './seed/empty'
import { showProgress } from './step'
import { openRunningShop } from './workbench/running-shop'
import { mountWorkbench } from './workbench/workbench'

const FIRST_PORT = 8700
/** So that two clones can be open side by side. */
const MORE_PORTS = 49
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
  const isChosen = values.port !== undefined
  const shop = await openRunningShop({
    port: isChosen ? Number(values.port) : FIRST_PORT,
    morePorts: isChosen ? 0 : MORE_PORTS,
    dataDir: values.data,
    startsOver: values.fresh,
    prepare: () => ensureBuilt(['functions', 'h5']),
    functionsDir: join(root, 'dist/cloudfunctions'),
    fillings: { demo: fillDemo, empty: fillEmpty },
    extend: (app, { engine }, shop) => {
      mountWorkbench(app, { engine, shop }, join(root, 'dist/h5'))
    },
    onLost: (fault) => process.exit(tellFault(fault)),
    timers: true,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void shop.close().then(() => process.exit(0)))
  }
  const { cloud } = shop
  for (const broken of cloud.brokenFunctions()) console.error(tellBroken(broken))
  console.log(`\n惠邻 is open: ${cloud.origin}/\nCtrl-C closes it; --fresh starts over.`)
}

async function fillDemo(fresh: LocalCloud): Promise<null> {
  const stop = showProgress('filling the demo shop', SEED_USUAL_SECONDS)
  console.log('filling the demo shop with a year of purchases, a few seconds')
  await seedDemo(fresh).finally(stop)
  return null
}

async function fillEmpty(fresh: LocalCloud): Promise<string> {
  console.log('opening an empty shop; the workbench shows its set-up code')
  return seedEmpty(fresh)
}

/** The shop that is open already serves whoever starts it again; a wish to start over it cannot. */
function tellFault(fault: unknown): number {
  if (fault instanceof FolderInUseError && !process.argv.includes('--fresh')) {
    const { origin } = fault
    const place = origin === undefined ? 'in a process that is still starting' : `${origin}/`
    console.log(`惠邻 is open already: ${place}`)
    return 0
  }
  if (isTaken(fault)) console.error('no free port was found; name another: --port')
  else console.error(fault instanceof Error ? fault.message : fault)
  return 1
}

main().catch((fault: unknown) => process.exit(tellFault(fault)))
