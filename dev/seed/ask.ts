import { randomUUID } from 'node:crypto'
import type { ActionOf, Feature, Input, Output } from '../../shared/contract/contract'
import type { Answer } from '../../shared/refusal'
import type { LocalCloud } from '../localcloud/cloud'

/** Calls an endpoint as a person would, and takes only yes for an answer. */
export type Ask = <F extends Feature, A extends ActionOf<F>>(
  who: string,
  endpoint: readonly [feature: F, action: A],
  input: Input<F, A>,
) => Promise<Output<F, A>>

export function askerOf(cloud: LocalCloud): Ask {
  let asked = 0
  return async (who, [feature, action], input) => {
    asked += 1
    const event = { action, requestId: `seed-${asked}`, input }
    const { answer } = await cloud.call(feature, event, { openid: who })
    return acceptedOf(answer, `${feature}.${action} by ${who}`)
  }
}

/** The same for somebody who came by a group's card: her phone takes a cloudID for it. */
export function askByCard(cloud: LocalCloud, opengid: string): Ask {
  return async (who, [feature, action], input) => {
    const response = await fetch(`${cloud.origin}/cloud-id`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': who },
      body: JSON.stringify({ kind: 'group', data: { opengid } }),
    })
    const { cloudID } = await response.json()
    const event = { action, requestId: randomUUID(), input, group: { $cloudID: cloudID } }
    const { answer } = await cloud.call(feature, event, { openid: who })
    return acceptedOf(answer, `${feature}.${action} by ${who}`)
  }
}

function acceptedOf<T>(answer: unknown, asked: string): T {
  // Parse edge: the functions are typed by the same contract, so their answers are what it says.
  const known = answer as Answer<T>
  if (known?.ok) return known.value
  throw new Error(`${asked} was refused: ${JSON.stringify(answer)}`)
}
