import { createHash, randomInt } from 'node:crypto'
import { newShop } from '../../shared/rules/shop'
import type { LocalCloud } from '../localcloud/cloud'

/** No letters or digits that are mistaken for others when read aloud or copied by hand. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * A shop on its first day: nobody has joined, nothing is for sale. Answers the one-time set-up
 * code with which its first owner makes herself known; only the code's hash is kept.
 */
export async function seedEmpty(cloud: LocalCloud): Promise<string> {
  const code = newSetupCode()
  const shop = JSON.parse(JSON.stringify(newShop))
  await cloud.engine.insert('config', [{ _id: 'shop', ...shop, awaitsOwner: true }])
  const _id = createHash('sha256').update(code).digest('hex')
  const createdAt = cloud.clock.now()
  await cloud.engine.insert('setup_codes', [{ _id, createdAt, usedAt: null, usedBy: null }])
  return code
}

function newSetupCode(): string {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${part()}-${part()}`
}
