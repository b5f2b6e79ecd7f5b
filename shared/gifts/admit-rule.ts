/** What a rule of gifts must say to be one, field by field. */
import { accept, type Outcome, refuse } from '../refusal'
import { admitShareText } from '../sharing/share-guard'
import { type GiftRuleBody, usualWhen } from './gift-rule'

/**
 * A rule with only what its scene knows. Refuses INPUT_INVALID with the field: a gift of nothing, a
 * purchase without its number, a holiday without its day or with two, a pack that nobody claims;
 * SHARE_RULE where its words reward sharing.
 */
export function admitRule(written: GiftRuleBody): Outcome<GiftRuleBody> {
  const field = wrongFieldOf(written)
  if (field !== null) return refuse('INPUT_INVALID', { field })
  for (const [name, text] of [
    ['title', written.title],
    ['gift.thing', written.gift.thing ?? ''],
  ] as const) {
    const texts = admitShareText(name, text)
    if (!texts.ok) return texts
  }
  return accept({ ...written, when: knownWhen(written) })
}

function wrongFieldOf({ scene, gift, when, handOver }: GiftRuleBody): string | null {
  const isNothing = gift.points === 0 && gift.couponTemplateIds.length === 0 && gift.thing === null
  if (isNothing) return 'gift'
  if (scene === 'repurchase' && when.purchaseNo === null) return 'when.purchaseNo'
  if (scene === 'holiday' && (when.onDate === null) === (when.holiday === null)) {
    return when.holiday === null ? 'when.holiday' : 'when.onDate'
  }
  // Who joins is shown her pack at once, and nothing else could give it.
  return scene === 'welcome' && handOver !== 'claim' ? 'handOver' : null
}

/** What another scene would ask is left out, so that two rules that do the same say the same. */
function knownWhen({ scene, when }: GiftRuleBody): GiftRuleBody['when'] {
  const { purchaseNo, onDate, holiday, leadDays, claimDays, silentDays, waitDays } = when
  const isHoliday = scene === 'holiday'
  const hasDay = isHoliday || scene === 'birthday' || scene === 'anniversary'
  return {
    ...usualWhen,
    ...(scene === 'repurchase' ? { purchaseNo } : {}),
    ...(isHoliday ? { onDate, holiday } : {}),
    ...(hasDay ? { leadDays } : {}),
    ...(scene === 'wakeUp' ? { silentDays } : {}),
    ...(scene === 'referral' ? { waitDays } : {}),
    claimDays,
  }
}
