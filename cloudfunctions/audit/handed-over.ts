import { addDays } from '../../shared/business-date'
import { type BusinessDays, businessDayOf, dayBeginsAt } from '../../shared/business-day'
import { handedOverBetween } from '../mall/repository'
import type { CertificateRun } from './certificates'

/** Where and on which business date a reward of the mall was handed over, by its redemption. */
export type HandOvers = ReadonlyMap<string, { readonly storeId: string; readonly on: string }>

const PAGE_REDEMPTIONS = 500
/** A shop that hands over more between two nights sees the rest of it as waiting in the mall. */
const MAX_PAGES = 40

/** What was handed over on the days that a run certifies: one read on most nights. */
export async function handedOverOn(
  { on, openFromOn }: Pick<CertificateRun, 'on' | 'openFromOn'>,
  days: BusinessDays,
): Promise<HandOvers> {
  const handOvers = new Map<string, { storeId: string; on: string }>()
  const beforeAt = dayBeginsAt(addDays(on, 1), days)
  let fromAt = openFromOn === null ? 0 : dayBeginsAt(openFromOn, days)
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await handedOverBetween({ fromAt, beforeAt }, PAGE_REDEMPTIONS)
    for (const { _id, collected } of found) {
      if (!collected) continue
      const { storeId, at } = collected
      handOvers.set(_id, { storeId, on: businessDayOf(at, days) })
      // Those of the last instant come once more.
      fromAt = at
    }
    if (found.length < PAGE_REDEMPTIONS) break
  }
  return handOvers
}
