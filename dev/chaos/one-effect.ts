import { atOnce, openShop } from '../harness/shop-under-test'
import { insertTwinDocuments } from '../harness/twins'
import type { ChaosReport, ChaosSetting } from './chaos-run'
import {
  firstDifference,
  isMeant,
  mutatingEndpoints,
  type OneRequest,
  openRequest,
} from './one-request'

export const name = 'one-effect'

const senders = { quick: 8, full: 64 } as const

/**
 * R1. Every mutating endpoint is asked so many times at once with one request id: one effect, equal
 * answers. The same request id with another meaning is refused and changes nothing.
 */
export async function run({ size, functionsDir, only }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const chosen = mutatingEndpoints.filter((endpoint) => isMeant(endpoint, only))
  let reused = 0
  try {
    await insertTwinDocuments(shop)
    for (const endpoint of chosen) {
      const request = await openRequest(shop, endpoint)
      const { told, state } = await askAtOnce(request, senders[size])
      broken.push(...told, ...(await askForAnother(request, state)))
      if (request.twin.another) reused += 1
      await request.reset()
      request.release()
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    'mutating endpoints': chosen.length,
    'calls at once with one request id': senders[size],
    'endpoints asked for another meaning': reused,
    'second effects, different answers, accepted reuses': broken.length,
  }
  return { figures, broken }
}

/** What must not be, and the settled state that it came to. */
async function askAtOnce(
  request: OneRequest,
  count: number,
): Promise<{ told: string[]; state: string }> {
  const { name: endpoint } = request
  const first = JSON.stringify(await request.askPatiently())
  const wanted = await request.restingState()
  if (!first.includes('"ok":true')) {
    return { told: [`${endpoint} refuses its twin: ${first}`], state: wanted }
  }
  await request.reset()
  const answers = await atOnce(count, async () => JSON.stringify(await request.askPatiently()))
  const different = new Set(answers)
  const state = await request.restingState()
  const told = [
    ...(different.size === 1 && answers[0]?.includes('"ok":true')
      ? []
      : [`${endpoint} gave ${different.size} answers: ${[...different].join(' ')}`]),
    ...(state === wanted
      ? []
      : [`${endpoint} had another effect than one: ${firstDifference(state, wanted)}`]),
  ]
  return { told, state }
}

async function askForAnother(request: OneRequest, before: string): Promise<string[]> {
  const { name: endpoint, twin } = request
  if (!twin.another) return []
  const answer = JSON.stringify(await request.askPatiently({ input: twin.another }))
  // A refusal leaves nothing that a job would have to settle.
  const after = await request.stateNow()
  return [
    ...(answer.includes('REQUEST_REUSED') ? [] : [`${endpoint} took another meaning: ${answer}`]),
    ...(after === before ? [] : [`${endpoint}, reused: ${firstDifference(after, before)}`]),
  ]
}
