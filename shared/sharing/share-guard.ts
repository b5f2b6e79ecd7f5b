/**
 * Judges a text of the shop's against the platform's rules on sharing. A text is read part by part
 * (what stands between commas): which act is asked for, what is gained, and whether the gain hangs
 * on the act. Sharing without a gain is lawful, and so is a gain that hangs on something else.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { type Breach, type ClauseTable, clauseText, currentClauses } from './clauses'
import { gainFrom, isPardoned } from './gain-links'
import { type Act, isLive, marksOf, type PartMarks } from './part-marks'
import { partsOf } from './plain-chinese'
import {
  anyway,
  chances,
  goesOn,
  hints,
  lost,
  nothingWithout,
  onlyThen,
  onlyThenSurely,
  orders,
  unrelated,
} from './share-words'

export type ShareVerdict =
  | { readonly lawful: true }
  | { readonly lawful: false; readonly clause: string; readonly instead: string }

/** Which clause a text breaks, as the platform numbers it, and what may be said instead. */
export function judgeShareText(text: string, table: ClauseTable = currentClauses): ShareVerdict {
  const breach = breachIn(text)
  if (breach === null) return { lawful: true }
  const clause = table.clauses[breach]
  return { lawful: false, clause: clauseText(clause), instead: clause.instead }
}

/** Refuses SHARE_RULE with the field, the clause and a lawful form. */
export function admitShareText(field: string, text: string): Outcome<null> {
  const verdict = judgeShareText(text)
  if (verdict.lawful) return accept(null)
  const { clause, instead } = verdict
  return refuse('SHARE_RULE', { field, clause, instead })
}

/** The worst first. */
const order: readonly Breach[] = ['chance', 'condition', 'moments', 'opening', 'reward', 'hint']

function breachIn(text: string): Breach | null {
  const parts = partsOf(text).map(marksOf)
  const found = new Set(parts.flatMap((part, place) => breachesOf(part, place, parts)))
  return order.find((breach) => found.has(breach)) ?? null
}

type Parts = readonly PartMarks[]

function breachesOf(part: PartMarks, place: number, parts: Parts): readonly Breach[] {
  if (isGivenNothingWithout(part, parts[place + 1])) return ['condition']
  if (unrelated.test(part.text) && !onlyThenSurely.test(part.text)) return []
  return part.acts
    .filter(isLive)
    .flatMap((act) => breachBy(act, { part, place, parts }))
    .filter((breach) => breach !== null)
}

/** 不转发的不送: who has not done it goes without. */
function isGivenNothingWithout({ text, acts }: PartMarks, next: PartMarks | undefined): boolean {
  if (nothingWithout.test(text)) return true
  const act = acts.find(({ isUndone }) => isUndone)
  if (!act) return false
  const after = text.slice(act.end)
  if (anyway.test(after) || /要求|任务|门槛/.test(after)) return false
  const goesWithout = next !== undefined && new RegExp(`^.{0,6}${lost.source}`).test(next.text)
  return lost.test(after) || (goesWithout && !anyway.test(next.text))
}

interface Place {
  readonly part: PartMarks
  readonly place: number
  readonly parts: Parts
}

function breachBy(act: Act, at: Place): Breach | null {
  const { part, place, parts } = at
  const gain = gainFrom(act, at)
  const isOrder = act.kind !== 'opening' && isOrdered(act, part, parts[place + 1])
  const told = [part.text, ...gain.map((place) => parts[place]?.text ?? '')].join()
  const isGain = gain.length > 0 || /集.{0,4}赞|[攒求]赞|刀|人助力|拆红包/.test(actText(act, part))
  if (isGain && chances.test(told)) return 'chance'
  if (isPardoned(act, at)) return null
  if (isOrder && onlyThenSurely.test(part.text)) return 'condition'
  if (isGain) return breachOfGain(act, part)
  if (isOrder) return 'condition'
  const promised = part.text.slice(act.end) + nextInSentence(at)
  return act.kind !== 'opening' && hints.test(promised) ? 'hint' : null
}

function breachOfGain(act: Act, part: PartMarks): Breach {
  if (part.acts.some((each) => each.kind === 'moments' && isLive(each))) return 'moments'
  const isAsked = part.acts.some((each) => each.kind === 'invite' && isLive(each))
  return act.kind === 'tap' || (act.kind === 'opening' && !isAsked) ? 'opening' : 'reward'
}

/** Something is closed until she has done it. */
function isOrdered(act: Act, part: PartMarks, next: PartMarks | undefined): boolean {
  const goesOnNext =
    next !== undefined && next.sentenceNo === part.sentenceNo && goesOn.test(next.text)
  return (
    orders.test(part.text.slice(0, act.at)) || onlyThen.test(part.text.slice(act.end)) || goesOnNext
  )
}

function nextInSentence({ part, place, parts }: Place): string {
  const next = parts[place + 1]
  return next?.sentenceNo === part.sentenceNo ? next.text : ''
}

function actText({ at, end }: Act, { text }: PartMarks): string {
  return text.slice(at, end)
}
