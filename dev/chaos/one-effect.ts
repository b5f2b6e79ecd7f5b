import { atOnce, openShop } from '../harness/shop-under-test'
import { insertTwinDocuments } from '../harness/twins'
import type { ChaosReport, ChaosSetting } from './chaos-run'
import { firstDifference, mutatingEndpoints, type OneRequest, openRequest } from './one-request'

export const name = 'one-effect'

const senders = { quick: 16, full: 64 } as const

/**
 * R1. Every mutating endpoint is asked so many times at once with one request id: one effect, equal
 * answers. The same request id with another meaning is refused and changes nothing.
 */
export async function run({ size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  let reused = 0
  try {
    await insertTwinDocuments(shop)
    for (const endpoint of mutatingEndpoints) {
      const request = await openRequest(shop, endpoint)
      broken.push(...(await askAtOnce(request, senders[size])))
      broken.push(...(await askForAnother(request)))
      if (request.twin.another) reused += 1
      await request.reset()
      request.release()
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    'mutating endpoints': mutatingEndpoints.length,
    'calls at once with one request id': senders[size],
    'endpoints asked for another meaning': reused,
    'second effects, different answers, accepted reuses': broken.length,
  }
  return { figures, broken }
}

async function askAtOnce(request: OneRequest, count: number): Promise<string[]> {
  const { name: endpoint } = request
  const first = JSON.stringify(await request.askPatiently())
  const wanted = await request.settledState()
  if (!first.includes('"ok":true')) return [`${endpoint} refuses its twin: ${first}`]
  await request.reset()
  const answers = await atOnce(count, async () => JSON.stringify(await request.askPatiently()))
  const different = new Set(answers)
  const state = await request.settledState()
  return [
    ...(different.size === 1 && answers[0]?.includes('"ok":true')
      ? []
      : [`${endpoint} gave ${different.size} answers: ${[...different].join(' ')}`]),
    ...(state === wanted
      ? []
      : [`${endpoint} had another effect than one: ${firstDifference(state, wanted)}`]),
  ]
}

async function askForAnother(request: OneRequest): Promise<string[]> {
  const { name: endpoint, twin } = request
  if (!twin.another) return []
  const before = await request.settledState()
  const answer = JSON.stringify(await request.askPatiently({ input: twin.another }))
  const after = await request.settledState()
  return [
    ...(answer.includes('REQUEST_REUSED') ? [] : [`${endpoint} took another meaning: ${answer}`]),
    ...(after === before ? [] : [`${endpoint}, reused: ${firstDifference(after, before)}`]),
  ]
}
