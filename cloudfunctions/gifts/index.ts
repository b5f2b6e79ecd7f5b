import { serve } from '../runtime/serve'
import { claimGift, claimPack } from './claim-gift'
import { listRules } from './list-rules'
import { listWaiting } from './list-waiting'
import { publishRule } from './publish-rule'
import { rehearse } from './rehearse'
import { saveRule } from './save-rule'

export const main = serve('gifts', {
  claimPack,
  claim: claimGift,
  waiting: listWaiting,
  rules: listRules,
  saveRule,
  publishRule,
  rehearse,
})
