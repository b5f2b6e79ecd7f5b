import { serve } from '../runtime/serve'
import { adjustPoints } from './adjust-points'
import { approveAdjustment } from './approve-adjustment'
import { claimOpening } from './claim-opening'
import { claimOpeningAtDesk } from './claim-opening-at-desk'
import { compareBalances } from './compare-balances'
import { freezeAccount, unfreezeAccount } from './freeze-account'
import { keepBooks } from './keep-books'
import { listAdjustments } from './list-adjustments'
import { listHistory } from './list-history'
import { listRuleVersions } from './list-rule-versions'
import { listRules } from './list-rules'
import { previewOpeningAtDesk } from './preview-opening-at-desk'
import { previewRule } from './preview-rule'
import { publishRule } from './publish-rule'
import { saveRuleDraft } from './save-rule-draft'
import { showMemberAccount } from './show-member-account'

const useCases = {
  history: listHistory,
  compare: compareBalances,
  memberAccount: showMemberAccount,
  rules: listRules,
  ruleVersions: listRuleVersions,
  saveRuleDraft,
  previewRule,
  publishRule,
  freeze: freezeAccount,
  unfreeze: unfreezeAccount,
  adjust: adjustPoints,
  approveAdjustment,
  adjustments: listAdjustments,
  claimOpening,
  openingAtDesk: previewOpeningAtDesk,
  claimOpeningAtDesk,
}

export const main = serve('points', useCases, keepBooks)
