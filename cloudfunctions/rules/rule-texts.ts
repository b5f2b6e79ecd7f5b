import { accept, type Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { RuleId } from '../../shared/rules/shop-rules'
import { admitShareText } from '../../shared/sharing/share-guard'

/** The texts that members read of a rule. Refuses SHARE_RULE with field, clause and lawful form. */
export function admitRuleTexts(ruleId: RuleId, { giftScenes }: Shop): Outcome<null> {
  const gift = giftScenes.find(({ sceneId }) => `gift-${sceneId}` === ruleId)
  return gift ? admitShareText('title', gift.title) : accept(null)
}
