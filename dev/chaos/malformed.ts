import { refusalSentences } from '../../shared/refusal'
import type { EndpointName } from '../harness/cloud-caller'
import { type Malformed, malformedTwins, type WellFormed } from '../harness/malformed-events'
import { atOnce, openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { insertTwinDocuments, twinsOf } from '../harness/twins'
import type { ChaosReport, ChaosSetting } from './chaos-run'
import { endpoints } from './one-request'

export const name = 'malformed'

const events = { quick: 500, full: 10_000 } as const
const AT_ONCE = 25
const MOST_TOLD = 3

export const everyEndpoint: readonly EndpointName[] = endpoints.map(({ name }) => name)

/**
 * R11. So many malformed events at every endpoint: each is refused by the name of its field, none
 * changes anything, no answer holds a stack; and the twin that is in order succeeds.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  try {
    await insertTwinDocuments(shop)
    for (const endpoint of everyEndpoint) {
      broken.push(...(await refuseAll(shop, endpoint, { count: events[size], seed })))
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    endpoints: everyEndpoint.length,
    'malformed events': everyEndpoint.length * events[size],
    'faults, changes, wrong refusals, refused twins': broken.length,
  }
  return { figures, broken }
}

/** Sends the malformed twins of one endpoint, then the twin: a sentence for what must not be. */
export async function refuseAll(
  shop: ShopUnderTest,
  endpoint: EndpointName,
  { count, seed }: { count: number; seed: number },
): Promise<string[]> {
  const twin = await twinsOf(shop)[endpoint]()
  const [feature = '', action = ''] = endpoint.split('.')
  const entered = twin.group === undefined ? {} : { group: await shop.cardOf(twin.group, twin.as) }
  const requestId = shop.fresh('twin')
  const event: WellFormed = { action, requestId, input: twin.input, ...entered }
  const malformed = malformedTwins(event, count, seed)
  const before = await shop.dump()
  const broken: string[] = []
  for (let from = 0; from < malformed.length; from += AT_ONCE) {
    const some = malformed.slice(from, from + AT_ONCE)
    await atOnce(some.length, async (position) => {
      const one = some[position] ?? { text: '', field: '' }
      const { answer, status } = await shop.send(feature, one.text, { as: twin.as })
      const isRight = status === 200 && isRefusalOf(one, answer)
      if (isRight || broken.length >= MOST_TOLD) return
      broken.push(`${endpoint} ${one.text.slice(0, 300)}: ${status} ${JSON.stringify(answer)}`)
    })
  }
  if ((await shop.dump()) !== before) broken.push(`${endpoint}: malformed events changed something`)
  const { answer } = await shop.send(feature, event, { as: twin.as })
  const told = JSON.stringify(answer)
  return told.startsWith('{"ok":true')
    ? broken
    : [...broken, `${endpoint} refuses its twin: ${told}`]
}

/** Exactly the closed refusal: its sentence, the field's name, a request id, and nothing else. */
function isRefusalOf({ field }: Malformed, answer: unknown): boolean {
  const { requestId, ...told } = Object(answer)
  const wanted = {
    ok: false,
    code: 'INPUT_INVALID',
    message: refusalSentences.INPUT_INVALID,
    detail: { field },
  }
  return typeof requestId === 'string' && JSON.stringify(told) === JSON.stringify(wanted)
}
