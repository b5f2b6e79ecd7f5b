import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../build'
import { insertMembers } from '../harness/crowd-of-members'
import { openShop } from '../harness/shop-under-test'
import { measureCrowds } from './drop-crowd'
import { measureDropRate } from './drop-rate'
import { report } from './figures'

const MEMBERS = 3_000
const INSTANCES = 8

/** P5: what a drop costs when a crowd comes, beside the same drop with one stock document. */
async function main(): Promise<boolean> {
  await ensureBuilt(['functions'])
  const folder = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  cpSync(join(__dirname, '../../dist/cloudfunctions'), folder, { recursive: true })
  cpSync(join(__dirname, 'functions'), folder, { recursive: true })
  const functionLimits = { instances: INSTANCES }
  const shop = await openShop({ functionsDir: folder, functionLimits })
  try {
    const people = await insertMembers(shop, MEMBERS)
    const crowds = await measureCrowds(shop, people)
    return report('drop', [...crowds, ...(await measureDropRate(shop, people))])
  } finally {
    await shop.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then((holds) => process.exit(holds ? 0 : 1))
