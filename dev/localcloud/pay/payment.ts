import { createHmac } from 'node:crypto'
import { appId } from '../functions/invocation'
import type { PayOrder } from './order'

/** The parameters by which the phone pays, signed: it can change none of them. */
export function paymentOf({ prepayId, prepaidAt }: PayOrder, secret: string) {
  const timeStamp = String(Math.floor(prepaidAt / 1000))
  const unsigned = {
    appId,
    timeStamp,
    nonceStr: prepayId.slice(-16),
    package: `prepay_id=${prepayId}`,
    signType: 'MD5',
  }
  return { ...unsigned, paySign: signatureOf(unsigned, secret) }
}

export function signatureOf(payment: Readonly<Record<string, unknown>>, secret: string): string {
  const { timeStamp, nonceStr, package: packed } = payment
  const text = [timeStamp, nonceStr, packed].join('\n')
  return createHmac('md5', secret).update(text).digest('hex').toUpperCase()
}
