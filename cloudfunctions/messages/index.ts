import { serve } from '../runtime/serve'
import { forecastReach } from './forecast-reach'
import { readMessages } from './read-messages'
import { recordPermits } from './record-permits'
import { showInbox } from './show-inbox'
import { showPermits } from './show-permits'
import { tendMessages } from './tend-messages'

export const main = serve(
  'messages',
  {
    ...{ inbox: showInbox, read: readMessages, forecast: forecastReach },
    ...{ recordPermits, permits: showPermits },
  },
  tendMessages,
)
