import type { Timer } from '../runtime/chores'
import { serve } from '../runtime/serve'
import { sweepUnits } from '../runtime/unit-sweeper'
import { budgetPlaces } from './budget-document'
import { publishRule, saveRule } from './change-rule'
import { claimGift, claimPack } from './claim-gift'
import { giveDated } from './give-dated'
import { listRules } from './list-rules'
import { rehearse } from './rehearse'
import { lapseGifts, listWaiting } from './waiting-gifts'

const timer: Timer = { chores: [giveDated, lapseGifts, sweepUnits(budgetPlaces)] }

const useCases = {
  claimPack,
  claim: claimGift,
  waiting: listWaiting,
  rules: listRules,
  saveRule,
  publishRule,
  rehearse,
}

export const main = serve('gifts', useCases, timer)
