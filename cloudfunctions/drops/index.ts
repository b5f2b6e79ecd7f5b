import { serve } from '../runtime/serve'
import { announceDrops } from './announce-drops'
import { claimDrop } from './claim-drop'
import { listDropTemplates } from './list-drop-templates'
import { judgeText, listDrops } from './list-drops'
import { remindMe } from './remind-members'
import { cancelDrop, changeDrop, closeDrop, scheduleDrop } from './schedule-drop'
import { showDrop } from './show-drop'

export const main = serve(
  'drops',
  {
    schedule: scheduleDrop,
    change: changeDrop,
    cancel: cancelDrop,
    close: closeDrop,
    list: listDrops,
    templates: listDropTemplates,
    judge: judgeText,
    show: showDrop,
    claim: claimDrop,
    remindMe,
  },
  announceDrops,
)
