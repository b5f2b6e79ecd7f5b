import type { Timer } from '../runtime/chores'
import { serve } from '../runtime/serve'
import { sweepUnits } from '../runtime/unit-sweeper'
import { budgetPlaces } from './budget-document'
import { claimGift, claimPack } from './claim-gift'
import { giveDated } from './give-dated'
import { lapseGifts } from './lapse-gifts'
import { listRules } from './list-rules'
import { listWaiting } from './list-waiting'
import { publishRule } from './publish-rule'
import { rehearse } from './rehearse'
import { saveRule } from './save-rule'

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
