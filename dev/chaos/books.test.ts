import { join } from 'node:path'
import { mutatedText } from '../localcloud/conformance/mutants/mutation'
import * as auditor from './auditor'
import type { ChaosRun } from './chaos-run'
import * as expiryEdge from './expiry-edge'
import * as forged from './forged'
import { guardMutants } from './guard-mutants'
import * as imports from './imports'
import * as killed from './killed'
import * as lastCoupon from './last-coupon'
import * as lastPoints from './last-points'
import * as lastUnit from './last-unit'
import * as oneEffect from './one-effect'
import * as payments from './payments'
import * as rush from './rush'
import * as sends from './sends'
import * as tillDays from './till-days'

// Every mutating endpoint in each: they grow with the shop.
jest.setTimeout(300_000)

const runs: readonly ChaosRun[] = [
  ...[oneEffect, lastPoints, lastUnit, lastCoupon, rush],
  ...[forged, killed, auditor, expiryEdge, imports, payments, sends, tillDays],
]

/** The short forms; `npm run chaos` runs the long ones, and replays a seed. */
it.each(runs)('$name holds', async ({ run }) => {
  const { broken } = await run({ seed: 20_260_310, size: 'quick' })
  expect(broken).toEqual([])
})

it('knows where each guard stands that `mutants` takes out', () => {
  const root = join(__dirname, '../..')
  for (const mutant of guardMutants) expect(mutatedText(mutant, root)).toContain(mutant.replace)
  const countOf = (family: string) => guardMutants.filter((one) => one.family === family).length
  const counts = ['books', 'coupons', 'drops', 'messages', 'payments', 'tills'].map(countOf)
  expect(counts).toEqual([12, 2, 5, 3, 4, 5])
})
