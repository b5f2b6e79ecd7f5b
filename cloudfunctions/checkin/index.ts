import { serve } from '../runtime/serve'
import { checkIn } from './check-in'
import { makeUp } from './make-up'
import { showMonth } from './show-month'
import { showStoreCode } from './show-store-code'

export const main = serve('checkin', { show: showMonth, checkIn, makeUp, storeCode: showStoreCode })
