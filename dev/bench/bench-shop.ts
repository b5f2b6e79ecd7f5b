import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signTicket } from '../../cloudfunctions/runtime/member-codes'
import { ensureBuilt } from '../build'
import { callerOf } from '../harness/cloud-caller'
import { EAST, fillShop, manager, rewardOf } from '../harness/shop-under-test'
import { openStore } from '../localcloud/engine/store'
import { startShopCloud } from '../shop-cloud'

const SECRET = 'the-secret-of-the-bench'
const TICKET_LIFE_MS = 600_000
const LATER_MS = 3_600_000

export type BenchShop = Awaited<ReturnType<typeof openBenchShop>>

/**
 * The tests' shop on a disk, with the functions that ship, and tickets in any number: a code
 * settles once, and nobody could show one for every purchase of a bench. Operations of a
 * transaction do not wait, as they do elsewhere to be as slow as over a network.
 */
export async function openBenchShop() {
  await ensureBuilt(['functions'])
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  const functionsDir = join(dataDir, 'functions')
  cpSync(join(__dirname, '../../dist/cloudfunctions'), functionsDir, { recursive: true })
  cpSync(join(__dirname, 'functions'), functionsDir, { recursive: true })
  await keepSecret(dataDir)
  const functionLimits = { instances: 8 }
  const leastOperationMs = 0
  const cloud = await startShopCloud({
    port: 0,
    ...{ dataDir, functionsDir, functionLimits, leastOperationMs },
  })
  await fillShop(cloud)
  const desk = callerOf(cloud.origin)
  const { memberId: staffId } = await desk.value('members.join', { as: manager })
  let made = 0
  return {
    ...desk,
    cloud,
    /** Someone new, and what the till knows of her. */
    async newMember() {
      made += 1
      const who = `bench-member-${made}`
      const { memberId } = await desk.value('members.join', { as: who })
      const { memberCode } = await desk.value('members.code', { as: who })
      return { who, memberId, memberNumber: memberCode.slice(0, 8), maskedName: '会**' }
    },
    /** What a clerk sends for one more purchase of a member. */
    newSettle(member: Shopper, billFen = 4_000) {
      made += 1
      const { memberId, memberNumber, maskedName } = member
      const ticket = signTicket({
        ...{ memberId, memberNumber, maskedName, staffId, storeId: EAST, codeStep: made },
        untilAt: cloud.clock.now() + TICKET_LIFE_MS,
      })
      const input = { ticket, billFen, receiptNo: `bench-${made}` }
      return { action: 'settle', requestId: `bench-settle-${made}`, input }
    },
    async newReward() {
      made += 1
      const limits = { pricePoints: 1, leftCount: 100_000, limitPerMember: 100_000 }
      await cloud.engine.insert('rewards', [rewardOf(`bench-reward-${made}`, limits)])
      return `bench-reward-${made}`
    },
    nextRequest() {
      made += 1
      return `bench-request-${made}`
    },
    /** What accounts remember of the last minutes is forgotten by then. */
    waitAWhile: () => cloud.clock.advance(LATER_MS),
    async stop() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export interface Shopper {
  readonly who: string
  readonly memberId: string
  readonly memberNumber: string
  readonly maskedName: string
}

/** The key under which tickets are signed, known here before the cloud would make one. */
async function keepSecret(dataDir: string): Promise<void> {
  process.env.HUILIN_CODE_SECRET = SECRET
  const store = openStore(dataDir)
  await store.writeFact('secret:HUILIN_CODE_SECRET', SECRET)
  // A folder that is not seeded would be wiped.
  await store.writeFact('seeded', 'by the bench')
  await store.close()
}
