import type { OpeningPreview, openings } from '../../shared/contract/openings'
import { maskName } from '../../shared/masked-name'
import { accountOn } from '../../shared/points/due'
import { receiveOpening } from '../../shared/points/ledger'
import { sumOf } from '../../shared/points/lots'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { readAccount } from '../points/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { countGuess, type OldCard, proveOldCard, readOldCard } from './old-card'
import { claimableBy, claimedBefore } from './opening-claim'
import { openingsOf } from './repository'

/**
 * What `claimOpeningAtDesk` would hand over, by the same rules and with the same refusals; nothing
 * is written but the count of phones with nothing under them.
 */
export const previewOpeningAtDesk: UseCase<typeof openings.openingAtDesk> = async (
  input,
  context,
) => {
  const card = await readOldCard(input, context)
  if (!card.ok) return card
  const { member } = card.value
  const admitted = admitMember(member)
  if (!admitted.ok) return admitted
  if (await claimedBefore(member._id)) return refuse('OPENING_CLAIMED')
  const proved = await proveOldCard(card.value, context)
  if (!proved.ok) return proved
  const preview = await previewOf(card.value, context)
  await countGuess(preview, context)
  return preview
}

async function previewOf(
  { member, phoneHash }: OldCard,
  { now, todayOn }: StaffContext,
): Promise<Outcome<OpeningPreview>> {
  const [waiting = null] = await openingsOf([phoneHash])
  const found = claimableBy(member._id, waiting, { todayOn })
  if (!found.ok) return found
  const { opening, lots } = found.value
  const account = accountOn(await readAccount(member._id), todayOn)
  const step = receiveOpening(account, lots)
  const points = sumOf(lots)
  return accept({
    serverNow: now,
    maskedName: maskName(member.nickname),
    points,
    lots: lots.map((lot) => ({ ...lot })),
    expiredPoints: sumOf(opening.lots) - points,
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
  })
}
