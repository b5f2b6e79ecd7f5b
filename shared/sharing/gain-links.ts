/** Whether a gain hangs on an act: in the same part, in one behind it, or in one before it. */
import { type Act, isSoft, type PartMarks } from './part-marks'
import {
  demands,
  givenOn,
  giverGains,
  invitedOnes,
  isAllThatIsAsked,
  links,
  purchases,
  surelyLinks,
} from './share-words'

interface Place {
  readonly part: PartMarks
  readonly place: number
  readonly parts: readonly PartMarks[]
}

/** How far a gain may stand from its act. */
const REACH = 2

/** The places of the parts whose gain hangs on the act. */
export function gainFrom(act: Act, { part, place, parts }: Place): readonly number[] {
  const isSame = isInSamePart(act, part)
  const behind = parts
    .slice(place + 1, place + 1 + REACH)
    .map((later, step) => ({ later, at: place + 1 + step }))
    .filter(({ later, at }) =>
      isGainBehind(act, part, { later, linked: joined(parts, place + 1, at + 1) }),
    )
  const before = parts
    .slice(Math.max(0, place - REACH), place)
    .map((earlier, step) => ({ earlier, at: Math.max(0, place - REACH) + step }))
    .filter(({ earlier }) => isGainBefore(act, part, earlier))
  return [...(isSame ? [place] : []), ...[...behind, ...before].map(({ at }) => at)]
}

function isInSamePart(act: Act, part: PartMarks): boolean {
  const { text, gainsAt, figuresAt } = part
  if ([...gainsAt, ...figuresAt].some((at) => at >= act.end)) return true
  const before = gainsAt.filter((at) => at < act.at)
  const first = before[0]
  if (first === undefined || isSoft(part, act)) return false
  // 凭转发截图领取, 领券请转发; not: 领券后转给邻居.
  const between = text.slice(first, act.at)
  return (demands.test(text.slice(0, act.at)) || /请/.test(between)) && !/后/.test(between)
}

function isGainBehind(
  act: Act,
  part: PartMarks,
  { later, linked }: { readonly later: PartMarks; readonly linked: string },
): boolean {
  const isWord = later.gainsAt.length > 0
  if (!isWord && later.figuresAt.length === 0) return false
  if (isSoft(part, act)) return surelyLinks.test(linked)
  const isLinked = links.test(linked) || /(?:后|者|的人|成功|之后)$/.test(part.text)
  if (later.sentenceNo !== part.sentenceNo) return isLinked && !later.hasOwnCondition
  const isCertain = isWord || act.kind === 'moments' || act.kind === 'tap'
  return isLinked || (isCertain && !later.hasOwnCondition)
}

function isGainBefore(act: Act, part: PartMarks, earlier: PartMarks): boolean {
  const isGain = earlier.gainsAt.length > 0 || earlier.figuresAt.length > 0
  if (!isGain || earlier.hasOwnCondition || isSoft(part, act)) return false
  return (
    demands.test(part.text.slice(0, act.at)) ||
    demands.test(earlier.text) ||
    isAllThatIsAsked.test(part.text) ||
    act.kind === 'moments' ||
    act.kind === 'tap' ||
    /[\d一二两三四五六七八九十几]+个?/.test(part.text.slice(act.at, act.end))
  )
}

/**
 * The two gains that are lawful: for the invited person's own first purchase, and a gift that is
 * given on to one person while its giver gains nothing.
 */
export function isPardoned(act: Act, { part, place, parts }: Place): boolean {
  if (act.kind === 'moments' || act.kind === 'tap') return false
  const around = joined(parts, place - REACH, place + REACH + 1)
  const behind = joined(parts, place, place + REACH + 1)
  if (givenOn.test(around) && !giverGains.test(behind)) return true
  const bought = purchases.exec(around)
  if (!bought || !invitedOnes.test(around)) return false
  const buying = parts.slice(place).find(({ text }) => purchases.test(text))
  const gainsAtOnce = part.gainsAt.some((at) => at >= act.end) && !purchases.test(part.text)
  if (!gainsAtOnce || hasBoughtBefore(parts[place - 1])) return true
  // 邀请好友得 50 积分，好友首单后到账; not: 转发得 10 积分，好友首单再得 20.
  return act.kind !== 'share' && buying !== undefined && !/再|另|额外|还/.test(buying.text)
}

/** 好友首单完成后，邀请人和好友各得 20 积分. */
function hasBoughtBefore(before: PartMarks | undefined): boolean {
  return before !== undefined && purchases.test(before.text) && /[后时]$/.test(before.text)
}

function joined(parts: readonly PartMarks[], from: number, until: number): string {
  return parts
    .slice(Math.max(0, from), until)
    .map(({ text }) => text)
    .join(',')
}
