/** `npm start`: builds what changed, opens the demo shop and shows it on the workbench. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build'
import { FolderInUseError } from './localcloud/folder-owner'
import { tellBroken } from './localcloud/functions/function-config'
import { isTaken } from './localcloud/gateway/listening'
import { seedDemo } from './seed/demo'
import { startShopCloud } from './shop-cloud'
import { showProgress } from './step'
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
  const cloud = await startShopCloud({
    port: isChosen ? Number(values.port) : FIRST_PORT,
    morePorts: isChosen ? 0 : MORE_PORTS,
    dataDir: values.data,
    startsOver: values.fresh,
    prepare: () => ensureBuilt(['functions', 'h5']),
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
  for (const broken of cloud.brokenFunctions()) console.error(tellBroken(broken))
  console.log(`\n惠邻 is open: ${cloud.origin}/\nCtrl-C closes it; --fresh starts over.`)
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
