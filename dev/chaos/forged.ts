import type { Role } from '../../shared/contract/endpoint'
import { newCommunityOwner } from '../harness/owner-under-test'
import { clerk, manager, openShop } from '../harness/shop-under-test'
import { insertTwinDocuments } from '../harness/twins'
import type { ChaosReport, ChaosSetting } from './chaos-run'
import { endpoints, firstDifference, isMeant, type OneRequest, openRequest } from './one-request'

export const name = 'forged'

/** What a phone might claim of itself and of prices, where an endpoint asks for nothing of it. */
const claims = {
  openid: manager,
  openId: manager,
  memberId: manager,
  userInfo: { openId: manager },
  role: 'manager',
  isManager: true,
  staff: { stores: { east: 'manager', west: 'manager' } },
  opengid: 'a-group',
  pricePoints: 1,
  earnedPoints: 9_999,
  balancePoints: 9_999,
  paidFen: 1,
}

/** Who has not the role, however much else she is: no role of the shop stands for another. */
function strangersOf(others: { shopper: string; communityOwner: string }) {
  const { shopper, communityOwner } = others
  return {
    anyone: [],
    timer: [],
    member: ['a-visitor'],
    staff: [shopper, communityOwner],
    manager: [shopper, clerk, communityOwner],
    communityOwner: [shopper, clerk, manager],
    communityDesk: [shopper, clerk],
    onDuty: [shopper],
  } satisfies Record<Role, readonly string[]>
}

const mutating = endpoints.filter(({ mutates }) => mutates)

/**
 * R10, for what changes something: claims in the event have no effect, and who has not the role
 * that the contract names is refused and leaves no trace.
 */
export async function run({ functionsDir, only }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const chosen = mutating.filter(({ name: endpoint }) => isMeant(endpoint, only))
  let strangers = 0
  try {
    await insertTwinDocuments(shop)
    const strangersTo = strangersOf({
      shopper: (await shop.newMember()).who,
      communityOwner: (await newCommunityOwner(shop)).who,
    })
    for (const { name: endpoint, role } of chosen) {
      const request = await openRequest(shop, endpoint)
      broken.push(...(await askWithClaims(request)))
      for (const stranger of strangersTo[role]) {
        broken.push(...(await askAsStranger(request, stranger)))
        strangers += 1
      }
      await request.reset()
      request.release()
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    'mutating endpoints': chosen.length,
    'claims in each event': Object.keys(claims).length,
    'strangers at closed endpoints': strangers,
    'claims believed, strangers let in': broken.length,
  }
  return { figures, broken }
}

async function askWithClaims(request: OneRequest): Promise<string[]> {
  // Both calls are answered to their end: what a claim changes stands there before any job comes.
  await request.askPatiently()
  const wanted = await request.stateNow()
  await request.reset()
  const answer = JSON.stringify(
    await request.askPatiently({ input: { ...claims, ...request.twin.input } }),
  )
  const state = await request.stateNow()
  return [
    ...(answer.startsWith('{"ok":true') ? [] : [`${request.name} with claims: ${answer}`]),
    ...(state === wanted
      ? []
      : [`${request.name} believes a claim: ${firstDifference(state, wanted)}`]),
  ]
}

async function askAsStranger(request: OneRequest, stranger: string): Promise<string[]> {
  await request.reset()
  // Not even a mark may be left, so no job is waited for that would take it away again.
  const before = await request.stateNow()
  const answer = JSON.stringify(await request.askPatiently({ as: stranger }))
  const after = await request.stateNow()
  return [
    ...(answer.includes('_REQUIRED') ? [] : [`${request.name} lets ${stranger} in: ${answer}`]),
    ...(after === before ? [] : [`${request.name}, a stranger: ${firstDifference(after, before)}`]),
  ]
}
