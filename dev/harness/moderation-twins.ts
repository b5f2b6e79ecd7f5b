import { heldOf } from './held-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** The twins of what a manager does with held texts. */
export function moderationTwins(shop: ShopUnderTest): Own<'moderation'> {
  const newHeld = heldOf(() => shop)
  return {
    'moderation.held': async () => ({ as: manager, input: { cursor: '9' } }),
    'moderation.decide': async () => {
      const input = { heldId: await newHeld(), verdict: 'reject', reason: '请写明集合地点' }
      return { as: manager, input, another: { ...input, heldId: await newHeld() } }
    },
  }
}
