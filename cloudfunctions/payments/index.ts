import { serve } from '../runtime/serve'
import { paidKinds } from '../screens/paid-kinds'
import { cloudPay } from './cloud-pay'
import { listFlags, seeFlag } from './flags'
import { showPayment } from './show-payment'
import { startPayment } from './start-payment'
import { takeNotice } from './take-notice'
import { tendOrders } from './tend-orders'

const till = { port: cloudPay, kinds: paidKinds }

export const main = serve(
  'payments',
  { start: startPayment(cloudPay), show: showPayment, flags: listFlags, seeFlag },
  {
    chores: [tendOrders(till)],
    takeNotice: (event, context) => takeNotice(event, till, context),
  },
)
