import { serve } from '../runtime/serve'
import { adjustPoints } from './adjust-points'
import { approveAdjustment } from './approve-adjustment'
import { compareBalances } from './compare-balances'
import { freezeAccount, unfreezeAccount } from './freeze-account'
import { keepBooks } from './keep-books'
import { listAdjustments } from './list-adjustments'
import { listHistory } from './list-history'
import { showMemberAccount } from './show-member-account'

const useCases = {
  history: listHistory,
  compare: compareBalances,
  memberAccount: showMemberAccount,
  freeze: freezeAccount,
  unfreeze: unfreezeAccount,
  adjust: adjustPoints,
  approveAdjustment,
  adjustments: listAdjustments,
}

export const main = serve('points', useCases, keepBooks)
