import type { InputAt } from '../../client/api'
import { businessDateOf } from '../../shared/business-date'
import { type GiftRule, type GiftRuleBody, newRules, usualWhen } from '../../shared/gifts/gift-rule'
import type { Document } from '../localcloud/engine/document'
import { manager, type ShopUnderTest } from './shop-under-test'

const MOST_TICKS = 60

type Fields = InputAt<'gifts.saveRule'>

/** A rule of a kind that a test names, with what the test is about. */
export function giftFields(changed: Partial<Fields> & Pick<Fields, 'scene'>): Fields {
  const plain = { title: '一份礼', gift: { points: 30 }, handOver: 'claim' } as const
  return { ...plain, ...changed }
}

/** What managers do with rules of gifts, in a shop that is open by the time they run. */
export function giftRulesOf(shopNow: () => ShopUnderTest) {
  const save = (input: Fields, requestId = shopNow().fresh('save')) =>
    shopNow().call('gifts.saveRule', { as: manager, requestId, input })
  const publish = (ruleId: string, requestId = shopNow().fresh('publish')) =>
    shopNow().call('gifts.publishRule', { as: manager, requestId, input: { ruleId } })
  /** Saves and publishes: in force within a minute, in this function at once. */
  const put = async (input: Fields) => {
    const saved = await save(input)
    if (!saved.answer.ok) throw new Error(JSON.stringify(saved.answer))
    const { ruleId } = saved.answer.value
    const { answer } = await publish(ruleId)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return ruleId
  }
  const waitingOf = async (who: string) =>
    (await shopNow().value('gifts.waiting', { as: who })).gifts
  const claim = (who: string, giftId: string, requestId = shopNow().fresh('claim')) =>
    shopNow().callPatiently('gifts.claim', { as: who, requestId, input: { giftId } })
  /** Fires the timer until all gifts of today have come. */
  const giveAll = async () => {
    const shop = shopNow()
    for (let tick = 0; tick < MOST_TICKS; tick += 1) {
      await shop.fireTimer('gifts')
      const [run] = await shop.find('gift_runs')
      if (run?.isDone === true && run.on === businessDateOf(shop.nowMs())) return
    }
    throw new Error('the gifts of a date came to no end')
  }
  return { save, publish, put, waitingOf, claim, giveAll }
}

/** A rule in force, as it lies in the database from a shop's beginning. */
export function storedGiftRule(
  ruleId: string,
  changed: Partial<GiftRuleBody> & { readonly version?: number; readonly createdAt?: number } = {},
): Document {
  const [welcome] = newRules
  const found: GiftRule | undefined = newRules.find((rule) => rule.ruleId === ruleId) ?? welcome
  if (!found) throw new Error('a new shop has the welcome pack')
  const { ruleId: _id, version: first, createdAt, sinceOn, ...body } = found
  const { version = first, createdAt: madeAt = createdAt, ...fields } = changed
  const published = { ...body, ...fields, when: { ...usualWhen, ...fields.when } }
  const stored = {
    ...{ _id: ruleId, scene: published.scene, createdAt: madeAt, sinceOn, version, published },
    ...{ publishedAt: 0, draft: null, savedAt: 0, savedByName: '店长' },
  }
  return JSON.parse(JSON.stringify(stored))
}
