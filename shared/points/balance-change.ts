/**
 * "Why are there fewer?" compares the balance of two dates. Everything that changed it in between
 * is summed by its cause; the causes' numbers sum to the difference, to the point. A refund that
 * takes more than there is, and points that repay what was owed, are causes of their own.
 */
import { spokenDate } from '../business-date'
import { type EntryReason, type Telling, tellingOf } from './reasons'
import type { GiftFacts } from './story'

/** What of an entry the comparison asks for. */
export interface CountedEntry {
  readonly reason: EntryReason
  /** Signed change of balance less debt. */
  readonly points: number
  readonly debtChangePoints: number
  /** Gifts are told one by one, each by its name. */
  readonly facts?: { readonly gift?: GiftFacts }
}

type Direction = 'gain' | 'loss'
export type ChangeCause = `${EntryReason}:${Direction}` | 'debtMade' | 'debtRepaid' | 'corrected'

/** One cause and what it did to the balance: signed, in a sentence that names the number. */
export interface ChangeLine {
  readonly cause: ChangeCause
  readonly points: number
  readonly sentence: string
}

export interface ChangeStory {
  readonly beforePoints: number
  readonly afterPoints: number
  readonly differencePoints: number
  /** The whole in one sentence; the lines' sentences follow it. */
  readonly sentence: string
  readonly lines: readonly ChangeLine[]
}

export interface ComparedDates {
  readonly fromOn: string
  readonly toOn: string
  readonly beforePoints: number
  readonly afterPoints: number
}

interface Sum {
  readonly cause: ChangeCause
  readonly points: number
  readonly count: number
  readonly tell: Telling
  /** Of which gift. */
  readonly title: string | undefined
}

/**
 * Tells in sentences why the balance differs. `entries` are all that lie between the two balances;
 * when they do not lead from one to the other the books were broken. What a check against the
 * entries has put right among them is told; otherwise it is a fault, never a refusal.
 */
export function explainChange(
  { fromOn, toOn, beforePoints, afterPoints }: ComparedDates,
  entries: readonly CountedEntry[],
): ChangeStory {
  const sums = sumByCause(entries)
  const differencePoints = afterPoints - beforePoints
  const points = [...sums.values()].reduce((left, sum) => left - sum.points, differencePoints)
  const isCorrected = entries.some(({ reason }) => reason === 'rebuilt')
  if (points !== 0 && !isCorrected) throw new Error('the entries do not explain the difference')
  if (points !== 0) {
    const tell = corrected[directionOf(points)]
    sums.set('corrected', { cause: 'corrected', points, count: 1, tell, title: undefined })
  }
  const lines = [...sums.values()]
    .map(({ cause, points, count, tell, title }) => ({
      cause,
      points,
      sentence: tell(Math.abs(points), count, title),
    }))
    // What the question is about comes first, the largest on top.
    .sort((a, b) => (differencePoints < 0 ? a.points - b.points : b.points - a.points))
  const dates = `${spokenDate(fromOn)}到${spokenDate(toOn)}`
  const way = `可用积分从 ${beforePoints} 变为 ${afterPoints}`
  const whole = `${dates}，${way}，${differenceOf(differencePoints)}`
  return { beforePoints, afterPoints, differencePoints, sentence: whole, lines }
}

function differenceOf(points: number): string {
  if (points === 0) return '没有多也没有少'
  return points < 0 ? `少了 ${-points} 积分` : `多了 ${points} 积分`
}

/** Entries that changed no balance (a freeze, a purchase at its cap) are no cause. */
function sumByCause(entries: readonly CountedEntry[]): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  const add = (
    cause: ChangeCause,
    points: number,
    { tell, title }: Pick<Sum, 'tell' | 'title'>,
  ) => {
    if (points === 0) return
    const key = `${cause} ${title ?? ''}`
    const so = sums.get(key) ?? { points: 0, count: 0 }
    sums.set(key, { cause, points: so.points + points, count: so.count + 1, tell, title })
  }
  for (const { reason, points, debtChangePoints, facts } of entries) {
    const direction = directionOf(points)
    const tell = tellingOf(reason, direction)
    add(`${reason}:${direction}`, points, { tell, title: facts?.gift?.title })
    if (debtChangePoints > 0)
      add('debtMade', debtChangePoints, { tell: debtMade, title: undefined })
    else add('debtRepaid', debtChangePoints, { tell: debtRepaid, title: undefined })
  }
  return sums
}

function directionOf(points: number): Direction {
  return points < 0 ? 'loss' : 'gain'
}

const corrected: Record<Direction, Telling> = {
  gain: (points) => `账户曾与流水不符，核对后更正，增加 ${points} 积分`,
  loss: (points) => `账户曾与流水不符，核对后更正，减少 ${points} 积分`,
}
const debtMade: Telling = (points) => `其中不够扣的 ${points} 积分没有扣，先记为欠积分`
const debtRepaid: Telling = (points) => `抵还以前欠的 ${points} 积分`
