import type { Fields, OpenContext } from './open-context'
import { WechatError } from './wechat-error'

/** What WeChat holds of a text, a picture or a sound that others will meet. */
export interface Verdict {
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: number
}

const clean: Verdict = { suggest: 'pass', label: 100 }

/** What must be in it for a verdict; the worst word wins. The labels are documented. */
const marks: readonly (readonly [word: string, verdict: Verdict])[] = [
  ['违规', { suggest: 'risky', label: 20_006 }],
  ['辱骂', { suggest: 'risky', label: 20_003 }],
  ['待审', { suggest: 'review', label: 21_000 }],
  ['广告', { suggest: 'review', label: 10_001 }],
]

const outOfOrder = '检测故障'
const activeMs = 2 * 3_600_000

/** The verdict, and the word that it was given for. */
export function judge(text: string): readonly [word: string | undefined, verdict: Verdict] {
  return marks.find(([word]) => text.includes(word)) ?? [undefined, clean]
}

/** @throws WechatError when the word for it is there: the service is out of order. */
export function refuseOutOfOrder(text: string): void {
  if (text.includes(outOfOrder)) throw new WechatError(-1, 'system error')
}

/**
 * Version 2 of the checks asks for the author, who used the mini-program within two hours.
 * @throws WechatError when there is none, or none that was there lately.
 */
export function refuseAuthor(context: OpenContext, { openid, scene }: Fields): void {
  if (typeof openid !== 'string' || openid === '') throw new WechatError(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(scene))) throw new WechatError(40129, 'invalid scene')
  const seenAt = context.lastSeenAt(openid)
  if (seenAt === undefined || context.nowMs - seenAt > activeMs) {
    throw new WechatError(61010, 'code is expired')
  }
}
