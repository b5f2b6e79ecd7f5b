import type { OutputOf } from '../../shared/contract/endpoint'
import type { listPickup } from '../../shared/contract/list-pickup'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import { recorded } from '../runtime/once'
import { PROXY_LIFE_MS, type ProxyCode } from './proxy-document'

type Answer = OutputOf<typeof listPickup.proxyCode>

/** 代取码: for whoever fetches in her place, once, within 24 hours; the one before is dead. */
export const makeProxyCode: UseCase<typeof listPickup.proxyCode> = (_input, context) => {
  const { memberId, now } = context
  return recorded<Answer>(context, { meaning: { memberId } }, ({ record }) =>
    inTransaction(async (tx) => {
      const untilAt = now + PROXY_LIFE_MS
      const proxy: ProxyCode = { _id: memberId, proxyCode: newPickupCode(), untilAt, used: null }
      await tx.put('list_proxies', proxy)
      const answer = { proxyCode: proxy.proxyCode, untilAt }
      await record(tx, answer)
      return accept(answer)
    }),
  )
}
