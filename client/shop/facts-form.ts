import { problemsInShop, type ShopWords, tidyShopWords } from '@shared/shop/shop-facts'

/** What is typed of the shop's own words. */
export interface FactsForm {
  readonly name: string
  readonly slogan: string
  readonly notice: string
  /** The notice is shown between two dates, not for good. */
  readonly isDated: boolean
  readonly fromOn: string
  readonly untilOn: string
}

export type FactsProblems = Partial<Record<keyof FactsForm, string>>

export function factsFormOf(words: ShopWords, todayOn: string): FactsForm {
  const { name, slogan, notice, noticeFromOn, noticeUntilOn } = words
  const isDated = noticeFromOn !== null || noticeUntilOn !== null
  const fromOn = noticeFromOn ?? todayOn
  return { name, slogan, notice, isDated, fromOn, untilOn: noticeUntilOn ?? fromOn }
}

/** As they are sent: without what stands before and after a text. */
export function factsOf({ name, slogan, notice, isDated, fromOn, untilOn }: FactsForm): ShopWords {
  return tidyShopWords({
    name: name.trim(),
    slogan: slogan.trim(),
    // A line break is a blank here: home shows the notice in its own lines.
    notice: notice.replace(/\s+/g, ' ').trim(),
    noticeFromOn: isDated ? fromOn : null,
    noticeUntilOn: isDated ? untilOn : null,
  })
}

export function factsProblems(form: FactsForm): FactsProblems {
  const words = factsOf(form)
  const { noticeUntilOn: untilOn } = problemsInShop(words)
  return {
    ...(words.name === '' ? { name: '写上店名，会员在首页第一眼看到它' } : {}),
    ...(untilOn ? { untilOn } : {}),
  }
}

/** Whether there is anything to save. */
export function isSameFacts(form: FactsForm, words: ShopWords): boolean {
  const { name, slogan, notice, noticeFromOn, noticeUntilOn } = factsOf(form)
  return (
    name === words.name &&
    slogan === words.slogan &&
    notice === words.notice &&
    noticeFromOn === words.noticeFromOn &&
    noticeUntilOn === words.noticeUntilOn
  )
}
