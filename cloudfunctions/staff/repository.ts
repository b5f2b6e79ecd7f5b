/** One-time set-up codes. Only a hash is stored, so the database does not know the code. */
import { createHash } from 'node:crypto'
import type { Transaction } from '../runtime/database'

export interface SetupCodeDocument {
  readonly createdAt: number
  readonly usedAt: number | null
  readonly usedBy: string | null
}

export function setupCodeId(setupCode: string): string {
  return createHash('sha256').update(setupCode).digest('hex')
}

export function readSetupCode(tx: Transaction, setupCode: string) {
  return tx.get<SetupCodeDocument>('setup_codes', setupCodeId(setupCode))
}

export function spendSetupCode(
  tx: Transaction,
  setupCode: string,
  use: { at: number; memberId: string },
): Promise<void> {
  const change = { usedAt: use.at, usedBy: use.memberId }
  return tx.update('setup_codes', setupCodeId(setupCode), change)
}
