import type { HeldTextDocument } from '../../cloudfunctions/moderation/repository'
import type { ShopUnderTest } from './shop-under-test'

let made = 0

/** Texts that wait for a person, as a room held them, of a shop that is open when it runs. */
export function heldOf(shopNow: () => ShopUnderTest) {
  return async (over: Partial<HeldTextDocument> = {}) => {
    made += 1
    const _id = `held-${made}`
    const held: HeldTextDocument = {
      kind: 'none',
      subjectId: `subject-${made}`,
      field: 'text',
      text: '周六上午在东店门口集合',
      authorId: 'a'.repeat(32),
      authorName: '林晓棠',
      at: shopNow().nowMs(),
      state: 'held',
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      reason: null,
      ...over,
    }
    await shopNow().local.engine.insert('held_texts', [{ _id, ...held }])
    return _id
  }
}
