import { serve } from '../runtime/serve'
import { expireLots } from './expire-lots'
import { freezeAccount, unfreezeAccount } from './freeze-account'
import { listHistory } from './list-history'

export const main = serve(
  'points',
  { history: listHistory, freeze: freezeAccount, unfreeze: unfreezeAccount },
  expireLots,
)
