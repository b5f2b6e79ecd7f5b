import { certifiableOn } from '../../shared/certificate'
import type { EndpointName } from './cloud-caller'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Twin } from './twins'

type AuditAction =
  | 'certificates'
  | 'certificate'
  | 'verifyCertificate'
  | 'checkAccount'
  | 'rebuild'
  | 'liability'
  | 'exportLiability'
type AuditEndpoint = Extract<EndpointName, `points.${AuditAction}`>

/** What a manager asks of the books as a whole, with what each question needs. */
export function auditTwins(shop: ShopUnderTest): Record<AuditEndpoint, () => Promise<Twin>> {
  const certified = async (): Promise<Twin> => {
    await shop.fireTimer('points')
    return { as: manager, input: { on: certifiableOn(shop.nowMs(), 0) } }
  }
  const range = async () => ({
    as: manager,
    input: { fromOn: '2026-01-01', untilOn: certifiableOn(shop.nowMs(), 0) },
  })
  return {
    'points.certificates': async () => ({ as: manager, input: { cursor: '2026-03-10' } }),
    'points.certificate': certified,
    'points.verifyCertificate': certified,
    'points.checkAccount': async () => {
      const { who } = await shop.newMember(10)
      return { as: manager, input: { memberNumber: await shop.numberOf(who) } }
    },
    'points.rebuild': async () => ({
      as: manager,
      input: await heldAccount(shop),
      another: await heldAccount(shop),
    }),
    'points.liability': range,
    'points.exportLiability': range,
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
  const { seen } = await shop.value('points.checkAccount', { as: manager, input: { memberNumber } })
  return { memberNumber, reason: '核对无误', seen }
}
