/** 代取: a member's newest code, by which somebody else fetches for her, once. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { findWhere, type Stored, type Transaction } from '../runtime/database'
import type { Fleeting } from '../runtime/retention'

export interface ProxyDocument {
  /** Twelve digits, unique. */
  readonly proxyCode: string
  readonly untilAt: number
  readonly used: { readonly at: number; readonly staffName: string } | null
}
export type ProxyCode = Stored<ProxyDocument>

export const PROXY_LIFE_MS = 24 * 3_600_000

/** What nobody shows any more. */
export const oldProxies: Fleeting = { collection: 'list_proxies', datedBy: { at: 'untilAt' } }

export async function proxyByCode(proxyCode: string): Promise<ProxyCode | null> {
  const found = await findWhere<ProxyDocument>('list_proxies', { proxyCode }, { limit: 1 })
  return found[0] ?? null
}

export function readProxy(tx: Transaction, memberId: string): Promise<ProxyCode | null> {
  return tx.get<ProxyDocument>('list_proxies', memberId)
}

/** Refuses PROXY_USED with when and by whom, and PROXY_EXPIRED. */
export function admitProxy({ used, untilAt }: ProxyCode, now: number): Outcome<null> {
  if (used) return refuse('PROXY_USED', { collectedAt: used.at, staffName: used.staffName })
  return now < untilAt ? accept(null) : refuse('PROXY_EXPIRED')
}
