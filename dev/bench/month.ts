import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../build'
import { seedDemo } from '../seed/demo'
import { startShopCloud } from '../shop-cloud'

const days = 30
const dayMs = 86_400_000
const boundSeconds = 60

/** How long a month of the demo shop takes, with every timer fired at its instant. */
async function main(): Promise<boolean> {
  await ensureBuilt(['functions'])
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-month-'))
  const cloud = await startShopCloud({ port: 0, dataDir, seed: seedDemo, timers: true })
  try {
    const startedAt = performance.now()
    const { fired, failed } = await cloud.moveClock(cloud.clock.now() + days * dayMs)
    const seconds = (performance.now() - startedAt) / 1000
    for (const [name, count] of Object.entries(fired)) {
      console.log(`${name}: ${count} ticks, ${failed[name] ?? 0} failed`)
    }
    const cache = join(__dirname, '../../.cache/bench')
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, 'month.json'), JSON.stringify({ days, seconds, fired, failed }))
    const isWithin = seconds <= boundSeconds
    console.log(`${days} days in ${seconds.toFixed(1)} s (bound: ${boundSeconds} s)`)
    return isWithin && Object.keys(failed).length === 0
  } finally {
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

main().then((isWithin) => process.exit(isWithin ? 0 : 1))
