import type { listPlanning } from '../../shared/contract/list-planning'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'

/** What the shop allows its owners, and where their neighbours may fetch. */
export const showTerms: UseCase<typeof listPlanning.terms> = (_input, { shop }) => {
  const { pickupDays, commissionPercent } = shop.lists
  const stores = shop.stores.map(({ storeId, name }) => ({ storeId, name }))
  return Promise.resolve(accept({ pickupDays, commissionPercent, stores }))
}
