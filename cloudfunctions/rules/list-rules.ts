import type { rules } from '../../shared/contract/rules'
import { accept } from '../../shared/refusal'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import { allRules } from './repository'

/** The rules as they are now, not as this instance may still remember them. */
export const listRules: UseCase<typeof rules.rules> = async (_input, { now, todayOn }) => {
  const rules = await allRules({ shop: await loadNewestShop(), todayOn })
  return accept({ serverNow: now, rules: [...rules] })
}
