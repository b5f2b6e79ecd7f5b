import type { gifts, PackAnswer } from '../../shared/contract/gifts'
import { type GiftScene, grantKeyOf, occasionOf, WELCOME } from '../../shared/gifts/scene'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { loadTemplates } from '../coupons/templates'
import { openBook, post } from '../points/ledger'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitPublishedText } from '../runtime/published-texts'
import { grant } from './grant-in-transaction'
import { readGrant } from './repository'

/** Gives the welcome pack, once ever. Refuses as `claimGift` does. */
export const claimPack: UseCase<typeof gifts.claimPack> = (_input, context) =>
  claim(WELCOME, context)

/**
 * Gives the gift of a scene that a member claims, once for each occasion. The grant's key is
 * nature's, so a second claim by any request answers the first. Refuses GIFT_NOT_FOUND,
 * GIFT_NOT_DUE before its first occasion, PACK_EXPIRED after the days to claim, SHARE_RULE when its
 * title breaks the platform's rules on sharing, and PACK_CLAIMED.
 */
export const claimGift: UseCase<typeof gifts.claim> = ({ sceneId }, context) =>
  claim(sceneId, context)

async function claim(sceneId: string, context: MemberContext): Promise<Outcome<PackAnswer>> {
  const { member, shop, todayOn } = context
  const scene = shop.giftScenes.find((each) => each.sceneId === sceneId)
  if (!scene) return refuse('GIFT_NOT_FOUND', { field: 'sceneId' })
  const occasion = occasionOf(scene, { joinedOn: member.joinedOn, todayOn })
  if (!occasion) return refuse('GIFT_NOT_DUE')
  const key = grantKeyOf(sceneId, member._id, occasion.key)
  const asked = { meaning: { key }, find: () => readGrant(key) }
  return recorded<PackAnswer>(context, asked, ({ hash }) => {
    if (todayOn > occasion.untilOn) return Promise.resolve(refuse('PACK_EXPIRED'))
    const texts = admitPublishedText('title', scene.title)
    if (!texts.ok) return Promise.resolve(texts)
    return bookGift(scene, { key, occasion: occasion.key, hash, context })
  })
}

async function bookGift(
  rule: GiftScene,
  wish: { key: string; occasion: string; hash: string; context: MemberContext },
) {
  const { key, occasion, hash, context } = wish
  const { member, shop } = context
  const templates = await loadTemplates()
  return inTransaction<PackAnswer>(async (tx) => {
    const book = await openBook(tx, member._id, context)
    // She was merged since the door looked: what is given now belongs to the other membership.
    if (book.account._id !== member._id) return refuse('MEMBERSHIP_MERGED')
    const given = await grant(tx, book, {
      rule,
      key,
      occasion,
      state: 'claimed',
      templates,
      shop,
      requestHash: hash,
    })
    if (!given.ok) return given
    await post(tx, given.value.book, given.value.counted)
    return accept(given.value.answer)
  })
}
