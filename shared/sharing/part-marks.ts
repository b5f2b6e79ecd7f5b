/** What one part of a text says about sharing: who does what, what is gained, what is denied. */
import {
  acts,
  anyway,
  denial,
  gainFigures,
  gains,
  harmless,
  openings,
  ownConditions,
  refusals,
  shopActs,
  soft,
  taps,
} from './share-words'

export type ActKind = 'share' | 'moments' | 'invite' | 'tap' | 'opening'

export interface Act {
  readonly kind: ActKind
  readonly at: number
  readonly end: number
  /** Nobody is asked to: 无需转发. */
  readonly isDenied: boolean
  /** Somebody has not: 不转发. */
  readonly isUndone: boolean
}

export interface PartMarks {
  readonly text: string
  readonly sentenceNo: number
  readonly acts: readonly Act[]
  /** Where a word of giving ends that is not denied. */
  readonly gainsAt: readonly number[]
  /** Where a figure ends that may be a gain. */
  readonly figuresAt: readonly number[]
  readonly hasOwnCondition: boolean
}

const actPatterns: readonly (readonly [ActKind, RegExp])[] = [
  ...acts.map(([kind, word]) => [kind, pattern([word])] as const),
  ['tap', pattern(taps)],
  ['opening', pattern(openings)],
]
const harmlessPattern = pattern(harmless)
const gainPattern = pattern(gains)
const figurePattern = pattern(gainFigures)
const refusalPattern = new RegExp(`(?:${refusals})(.{0,6})$`)
const notJustRefused = /忘|错过|仅|只|光|但|妨|才|就|领|得|送/
const mustAfterAll = /(?:不得|不能|不可)不$/
const undone = /(?:^|[^从要])(?:[不没未]|没有|尚未)(?:先|再|去|完成|参与|肯|按要求)?$/
/** Between two acts that are denied together: 无需转发到群或邀请好友. */
const list = /^(?:[或和及与、也]|到|给|好友|朋友圈?|群|里|个|任何|不用|无需|不必|\d){0,6}$/

/** Reads one part in plain Chinese. */
export function marksOf({ text: whole, sentenceNo }: { text: string; sentenceNo: number }) {
  const text = whole.replace(harmlessPattern, '□')
  const found = actsIn(text)
  // 不分享照样领: what is gained hangs on nothing here.
  const isAnyway = anyway.test(text) && found.some((act) => !isLive(act))
  const marks: PartMarks = {
    text,
    sentenceNo,
    acts: found,
    gainsAt: isAnyway ? [] : gainsIn(text, gainPattern),
    figuresAt: isAnyway ? [] : gainsIn(text, figurePattern),
    hasOwnCondition: ownConditions.test(text),
  }
  return marks
}

/** An act to which somebody is moved. */
export function isLive({ isDenied, isUndone }: Act): boolean {
  return !isDenied && !isUndone
}

/** A friendly word stands before the act. */
export function isSoft({ text }: PartMarks, { at }: Act): boolean {
  return soft.test(text.slice(0, at))
}

function actsIn(text: string): readonly Act[] {
  const found = actPatterns
    .flatMap(([kind, word]) => placesOf(text, word).map((place) => ({ kind, ...place })))
    .filter(({ at }) => !shopActs.test(text.slice(0, at)))
    .sort((a, b) => a.at - b.at)
  const known: Act[] = []
  for (const act of found) {
    const before = known.at(-1)
    const isInList =
      before !== undefined &&
      (before.isDenied || before.isUndone) &&
      (act.at < before.end || list.test(text.slice(before.end, act.at)))
    const start = text.slice(0, act.at)
    const isUndone = isInList ? before.isUndone : isNotDone(start, text.slice(act.end))
    const isDenied = isInList ? before.isDenied : !isUndone && isRefused(start)
    known.push({ ...act, isDenied, isUndone })
  }
  return known
}

function isNotDone(before: string, after: string): boolean {
  if (mustAfterAll.test(before)) return false
  return undone.test(before) || (/没有?.{0,6}$/.test(before) && /^[的者就则便]/.test(after))
}

function isRefused(before: string): boolean {
  if (mustAfterAll.test(before)) return false
  const refused = refusalPattern.exec(before)
  return refused !== null && !notJustRefused.test(refused[1] ?? '')
}

function gainsIn(text: string, word: RegExp): readonly number[] {
  return placesOf(text, word)
    .filter(({ at }) => !denial.test(text.slice(0, at)))
    .map(({ end }) => end - 1)
}

function placesOf(text: string, word: RegExp): { at: number; end: number }[] {
  return Array.from(text.matchAll(word), ({ index, 0: found }) => ({
    at: index,
    end: index + found.length,
  }))
}

function pattern(words: readonly string[]): RegExp {
  return new RegExp(words.join('|'), 'g')
}
