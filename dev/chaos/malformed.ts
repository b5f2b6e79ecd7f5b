import { refusalSentences } from '../../shared/refusal'
import type { EndpointName } from '../harness/cloud-caller'
import { listsOf } from '../harness/lists-under-test'
import {
  everyKindOfMalformed,
  type Malformed,
  malformedTwins,
  type WellFormed,
} from '../harness/malformed-events'
import { atOnce, openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { insertTwinDocuments, twinsOf } from '../harness/twins'
import type { ChaosReport, ChaosSetting, Size } from './chaos-run'
import { endpoints } from './one-request'

export const name = 'malformed'

/** Of some hundred different events a full run sends each many times, in ever other company. */
const FULL_EVENTS = 10_000
/** Each function reads envelopes at one place: its first endpoint meets all, the others so many. */
const ENVELOPES = 4
/** Each call at once is one more instance that starts cold. */
const atOnceOf = { quick: 2, full: 25 } as const
const MOST_TOLD = 3

export const everyEndpoint: readonly EndpointName[] = endpoints.map(({ name }) => name)

/**
 * R11. Malformed events at every endpoint, 10,000 or quickly each kind at each field: each is
 * refused by the name of its field, none changes anything, no answer holds a stack; and the twin
 * that is in order succeeds.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  let sent = 0
  try {
    await insertTwinDocuments(shop)
    for (const endpoint of everyEndpoint) {
      const told = await refuseAll(shop, endpoint, { size, seed })
      broken.push(...told.broken)
      sent += told.sent
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    endpoints: everyEndpoint.length,
    'malformed events': sent,
    'faults, changes, wrong refusals, refused twins': broken.length,
  }
  return { figures, broken }
}

/** Sends the malformed twins of one endpoint, then the twin: a sentence for what must not be. */
export async function refuseAll(
  shop: ShopUnderTest,
  endpoint: EndpointName,
  { size, seed }: { size: Size; seed: number },
): Promise<{ sent: number; broken: string[] }> {
  const twin = await twinsOf(shop)[endpoint]()
  const [feature = '', action = ''] = endpoint.split('.')
  const entered = twin.group === undefined ? {} : { group: await shop.cardOf(twin.group, twin.as) }
  const requestId = shop.fresh('twin')
  const event: WellFormed = { action, requestId, input: twin.input, ...entered }
  const malformed =
    size === 'full' ? malformedTwins(event, FULL_EVENTS, seed) : quickly(endpoint, event, seed)
  // What WeChat says of a picture comes by itself, also of one that another twin has sent.
  await listsOf(shop).verdictsAreIn()
  const before = await shop.dump()
  const broken: string[] = []
  for (let from = 0; from < malformed.length; from += atOnceOf[size]) {
    const some = malformed.slice(from, from + atOnceOf[size])
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
  if (!told.startsWith('{"ok":true')) broken.push(`${endpoint} refuses its twin: ${told}`)
  return { sent: malformed.length, broken }
}

function quickly(endpoint: EndpointName, event: WellFormed, seed: number): Malformed[] {
  const position = everyEndpoint.indexOf(endpoint)
  const [feature] = endpoint.split('.')
  const isFirst = everyEndpoint[position - 1]?.split('.')[0] !== feature
  // Every endpoint has a choice of its own, so that each value of a kind meets some field.
  return everyKindOfMalformed(event, {
    envelopes: isFirst ? 'all' : ENVELOPES,
    seed: seed + position,
  })
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
