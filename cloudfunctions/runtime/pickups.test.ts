import { sdkEnvironment, startTestCloud, type TestCloud } from '../../dev/harness/cloud'
import type { PickupPreview } from '../../shared/contract/mall'
import { accept, refuse } from '../../shared/refusal'
import type { PickupDocument, PickupKind } from './pickups'

interface Gift extends PickupDocument {
  readonly title: string
}

const collected = { at: 5, storeId: 'east', storeName: '东店', staffId: 's', staffName: '小东' }

let cloud: TestCloud
let runtime: typeof import('./pickups') & typeof import('./database')
let kinds: readonly PickupKind[]
beforeAll(async () => {
  cloud = await startTestCloud({ store: 'memory' })
  Object.assign(process.env, sdkEnvironment(cloud.origin))
  runtime = { ...(await import('./pickups')), ...(await import('./database')) }
  kinds = (['redemptions', 'grants'] as const).map((collection) =>
    runtime.pickupKind<Gift>({
      kind: collection,
      collection,
      admit: (gift, todayOn) =>
        gift.expiresOn < todayOn ? refuse('PICKUP_EXPIRED') : accept(null),
      previewOf,
      collectedAs: (gift, use) => ({ ...gift, collected: use }),
    }),
  )
  await cloud.local.engine.insert('redemptions', [
    gift('eggs', '1'),
    gift('old', '3', '2026-01-01'),
  ])
  await cloud.local.engine.insert('grants', [gift('coffee', '2'), gift('bread', '3')])
})
afterAll(() => cloud.stop())

function gift(title: string, digit: string, expiresOn = '2026-04-01') {
  const booked = { memberId: 'her', collected: null, expiresOn }
  return { _id: title, title, pickupCode: digit.repeat(12), ...booked }
}

function previewOf({ _id, pickupCode, title, expiresOn }: Gift & { _id: string }): PickupPreview {
  const shown = { redemptionId: _id, pickupCode, rewardTitle: title, expiresOn }
  return { ...shown, picture: 'eggs', maskedName: '林**', redeemedAt: 1 }
}

const look = (digit: string) => runtime.pickupByCode(kinds, digit.repeat(12), '2026-03-10')

describe('a pick-up code', () => {
  it('finds what it is for, whichever kind that is, and nothing behind other digits', async () => {
    expect(await look('1')).toMatchObject({ what: { kind: 'redemptions', id: 'eggs' } })
    const coffee = await look('2')
    expect(coffee).toMatchObject({ what: { kind: 'grants', id: 'coffee' }, memberId: 'her' })
    expect(coffee?.preview.rewardTitle).toBe('coffee')
    expect(await look('9')).toBeNull()
  })

  it('that two kinds have drawn stands for the one that can still be fetched', async () => {
    expect(await look('3')).toMatchObject({ what: { kind: 'grants', id: 'bread' } })
  })

  it('hands over a thing of any kind, in the transaction that decides', async () => {
    const pickup = await look('2')
    const outcome = await runtime.inTransaction(async (tx) => {
      const open = pickup && (await runtime.openPickup(kinds, pickup.what, tx))
      if (!open) return refuse('PICKUP_NOT_FOUND')
      await open.collect(collected)
      return accept(open.pickup.preview.rewardTitle)
    })
    expect(outcome).toEqual(accept('coffee'))
    const [coffee] = await cloud.local.engine.find('grants', { _id: 'coffee' })
    expect(coffee).toMatchObject({ title: 'coffee', collected })
    expect(await look('2')).toMatchObject({ collected })
  })

  it('of a kind that is in no table is not opened', async () => {
    const what = { kind: 'none', id: 'eggs' }
    const outcome = await runtime.inTransaction(async (tx) =>
      accept(await runtime.openPickup(kinds, what, tx)),
    )
    expect(outcome).toEqual(accept(null))
  })
})
