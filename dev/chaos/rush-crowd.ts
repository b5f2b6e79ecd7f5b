import { inLanes } from '../harness/in-lanes'
import type { ShopUnderTest } from '../harness/shop-under-test'

export interface Claim {
  readonly who: string
  readonly dropId: string
  readonly group: string
  readonly requestId: string
}

/** What one call came to, once it was no longer told to come again. */
export interface Heard extends Claim {
  /** `ok` or the refusal's code. */
  readonly told: string
  readonly answer: string
  readonly couponId: string
  readonly busyCount: number
  readonly dbCalls: number
}

const RETRIES = 40
const RETRY_PAUSE_MS = 50

/** Makes all these calls, so many at once. A phone that is told BUSY asks again by itself. */
export async function claimAtOnce(
  shop: ShopUnderTest,
  { calls, atOnce }: { calls: readonly Claim[]; atOnce: number },
): Promise<Heard[]> {
  const heard: Heard[] = []
  const works = calls.map((claim) => async () => {
    heard.push(await claimPatiently(shop, claim).catch((fault) => unheard(claim, fault)))
  })
  await inLanes(atOnce, works)
  return heard
}

async function claimPatiently(shop: ShopUnderTest, claim: Claim): Promise<Heard> {
  const { who, dropId, group, requestId } = claim
  let dbCalls = 0
  for (let busyCount = 0; ; busyCount += 1) {
    const call = { as: who, requestId, group, input: { dropId } }
    const called = await shop.call('drops.claim', call)
    dbCalls += called.dbCalls
    const { answer } = called
    const told = answer.ok ? 'ok' : answer.code
    if (told !== 'BUSY' || busyCount === RETRIES) {
      const couponId = answer.ok ? answer.value.couponId : ''
      // Each refusal has the id of its request in it, and the time of the next drop may change.
      const asText = answer.ok ? JSON.stringify(answer) : told
      return { ...claim, told, answer: asText, couponId, busyCount, dbCalls }
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS))
  }
}

/** A call without an answer is an error to whoever made it. */
function unheard(claim: Claim, fault: unknown): Heard {
  const answer = fault instanceof Error ? fault.message : String(fault)
  return { ...claim, told: 'nothing', answer, couponId: '', busyCount: 0, dbCalls: 0 }
}

/** The same ones in an order of chance (Fisher and Yates). */
export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const left = [...all]
  const drawn: T[] = []
  while (left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  }
  return drawn
}
