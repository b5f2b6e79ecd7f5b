/**
 * The entrance of WeChat's payments: cloud pay calls the function that an order named with the
 * bare result as its event, without an action and without an identity. Nothing of it is believed:
 * it is a reason to ask for the order. Which source it comes from is not documented, so the source
 * does not count.
 */
import { platformIdentity } from './database'

/** What WeChat reads: anything but 0 and it tells again, for two days. */
export interface NoticeAnswer {
  readonly errcode: 0 | 1
  readonly errmsg: string
}

/** A phone's call always has an identity, so no phone comes this way. */
export function isPayNotice(event: unknown): event is object {
  return (
    typeof event === 'object' &&
    event !== null &&
    'returnCode' in event &&
    !('action' in event) &&
    platformIdentity().openid === ''
  )
}
