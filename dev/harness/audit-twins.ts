import { certifiableOn } from '../../shared/audit/certificate'
import { newShop } from '../../shared/rules/shop'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own, Twin } from './twin'

/** What a manager asks of the books as a whole, with what each question needs. */
export function auditTwins(shop: ShopUnderTest): Own<'audit'> {
  const certified = async (): Promise<Twin> => {
    await shop.fireTimer('audit')
    return { as: manager, input: { on: certifiableOn(shop.nowMs(), newShop.businessDay) } }
  }
  const range = async () => ({
    as: manager,
    input: { fromOn: '2026-01-01', untilOn: certifiableOn(shop.nowMs(), newShop.businessDay) },
  })
  return {
    'audit.certificates': async () => ({ as: manager, input: { cursor: '2026-03-10' } }),
    'audit.certificate': certified,
    'audit.verify': certified,
    'audit.checkAccount': async () => {
      const { who } = await shop.newMember(10)
      return { as: manager, input: { memberNumber: await shop.numberOf(who) } }
    },
    'audit.rebuild': async () => ({
      as: manager,
      input: await heldAccount(shop),
      another: await heldAccount(shop),
    }),
    'audit.liability': range,
    'audit.exportLiability': range,
  }
}

/** Somebody whom the certificate holds, and whose account was mended since. */
export async function heldAccount(shop: ShopUnderTest) {
  const { who, memberId } = await shop.newMember(10)
  const frozen = { on: '2026-03-10', reason: '核对', certificateOn: '2026-03-10' }
  const update = { $set: { frozen } }
  const filter = { _id: memberId }
  await shop.local.engine.update('points_accounts', { filter, update, multi: false })
  const memberNumber = await shop.numberOf(who)
  const { seen } = await shop.value('audit.checkAccount', { as: manager, input: { memberNumber } })
  return { memberNumber, reason: '核对无误', seen }
}
